/** Sizes of images: the original ones, and those that templates request, `300x200 q75 Center`. */
import { imageSize } from 'image-size';
import { callPackage } from '../../../call-package.ts';
import { TemplateFailure } from '../../gotemplate/values.ts';

/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size of an image from its bytes; `name` is for messages. */
export function readImageSize(bytes: Uint8Array, name: string): ImageSize {
  return callPackage(
    () => {
      const { width, height } = imageSize(bytes);
      return { width, height };
    },
    ({ reason }) => {
      throw new TemplateFailure(
        `the size of ${name} can't be read: ${reason}`,
        'Check that the file is not damaged.',
      );
    },
  );
}

const SIZE_RE = /(?:^|\s)(\d*)x(\d*)(?=\s|$)/;

/** Computes the size of an image after an action: `resize`, `fit`, `fill` or `crop`. */
export function resizeTo(size: ImageSize, action: string, options: string): ImageSize {
  const [found, first = '', second = ''] = SIZE_RE.exec(options) ?? [];
  if (found === undefined || first + second === '') {
    throw new TemplateFailure(
      'must provide Width or Height',
      'Use a size such as "300x200", "300x" or "x200".',
    );
  }
  const [width, height] = [Number(first), Number(second)];
  if (action !== 'resize' && (width === 0 || height === 0)) {
    throw new TemplateFailure(`must provide Width and Height for ${action}`, 'Use a size such as "300x200".');
  }
  if (action === 'fit') return fit(size, { width, height });
  if (action === 'crop') return { width: Math.min(width, size.width), height: Math.min(height, size.height) };
  const ratio = size.width / size.height;
  return { width: width || Math.round(height * ratio), height: height || Math.round(width / ratio) };
}

/** Fits an image into a box; images are never enlarged. */
function fit(size: ImageSize, box: ImageSize): ImageSize {
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

/** The sizes of images: those that they have, and those that templates ask for, `300x200 q75 Center`. */
import { imageSize } from 'image-size';
import { TemplateFailure } from '../../gotemplate/values.ts';

/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of an image by its bytes; the name is for messages. */
export function readImageSize(bytes: Uint8Array, name: string): ImageSize {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch (error) {
    // Whatever is thrown here is about what stands in the author's file.
    if (!(error instanceof Error)) throw error;
    throw new TemplateFailure(
      `the size of ${name} can't be read: ${error.message}`,
      'Look whether the file is whole.',
    );
  }
}

const SIZE_RE = /(?:^|\s)(\d*)x(\d*)(?=\s|$)/;

/** The size that an image has after an action: `resize`, `fit`, `fill` or `crop`. */
export function resizeTo(size: ImageSize, action: string, options: string): ImageSize {
  const [found, first = '', second = ''] = SIZE_RE.exec(options) ?? [];
  if (found === undefined || first + second === '') {
    throw new TemplateFailure(
      'must provide Width or Height',
      'Write it as "300x200", as "300x" or as "x200".',
    );
  }
  const [width, height] = [Number(first), Number(second)];
  if (action !== 'resize' && (width === 0 || height === 0)) {
    throw new TemplateFailure(`must provide Width and Height for ${action}`, 'Write it as "300x200".');
  }
  if (action === 'fit') return fit(size, { width, height });
  if (action === 'crop') return { width: Math.min(width, size.width), height: Math.min(height, size.height) };
  const ratio = size.width / size.height;
  return { width: width || Math.round(height * ratio), height: height || Math.round(width / ratio) };
}

/** Images are made smaller, never larger. */
function fit(size: ImageSize, box: ImageSize): ImageSize {
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

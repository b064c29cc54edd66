/** `images.*`. */
import { GoObject, TemplateFailure } from '../../gotemplate/values.ts';
import { toText } from '../values/conversions.ts';
import { readImageSize } from './image-size.ts';
import { cleanPath } from '../path.ts';
import { toResource } from '../resources/resources.ts';
import { createQrImage } from './qr-image.ts';
import { ANY, type FunctionContext, type FunctionRow } from '../row.ts';

/** Filters change an image. Images are published unchanged, so filters have no effect. */
const FILTERS: readonly string[] = [
  'AutoOrient',
  'Brightness',
  'ColorBalance',
  'Colorize',
  'Contrast',
  'Dither',
  'Gamma',
  'GaussianBlur',
  'Grayscale',
  'Hue',
  'Invert',
  'Mask',
  'Opacity',
  'Overlay',
  'Padding',
  'Pixelate',
  'Process',
  'Saturation',
  'Sepia',
  'Sigmoid',
  'Text',
  'UnsharpMask',
];

export const imagesFunctions: readonly FunctionRow[] = [
  { name: 'images.Config', aliases: ['imageConfig'], args: [1, 1], run: readConfig },
  { name: 'images.Filter', args: [2, ANY], run: (values) => toResource(values.at(-1)) },
  { name: 'images.QR', args: [1, 2], run: createQrImage },
  ...FILTERS.map((name): FunctionRow => ({
    name: `images.${name}`,
    args: [0, ANY],
    run: () => new Filter(),
  })),
];

class Filter extends GoObject {
  readonly typeName = 'images.filter';

  member(): unknown {
    return undefined;
  }
}

/** Reads the size of an image by its path in the site. */
function readConfig([value]: readonly unknown[], { host }: FunctionContext): unknown {
  const path = cleanPath(`/${toText(value)}`).slice(1);
  const bytes = host.readBytes(path);
  if (!bytes) {
    throw new TemplateFailure(
      `there is no image ${path}`,
      'Use its path relative to the site folder, such as static/logo.png.',
    );
  }
  const { width, height } = readImageSize(bytes, path);
  return { Width: width, Height: height };
}

/** QR codes, like those of Hugo's shortcode and template function. */
import { Buffer } from 'node:buffer';
import createCode from 'qrcode-generator';
import { callPackage } from './call-package.ts';

/** Error correction levels by Hugo's names. */
export const QR_LEVELS = { low: 'L', medium: 'M', quartile: 'Q', high: 'H' } as const;

/** Width of the quiet zone around a code, in modules. */
export const QR_MARGIN = 4;

/** Default size of a module, in pixels. */
export const QR_SCALE = 4;

/** Whether a module is dark, row by row. */
export type QrModules = readonly (readonly boolean[])[];

/** Encodes a text; an unknown level means `medium`. Returns `undefined` if the text is too long. */
export function createQrCode(text: string, level: string): QrModules | undefined {
  const code = createCode(0, QR_LEVELS[level as keyof typeof QR_LEVELS] ?? QR_LEVELS.medium);
  // The package expects one character per byte.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  const isMade = callPackage(
    () => {
      code.make();
      return true;
    },
    () => false,
  );
  if (!isMade) return undefined;
  const indexes = Array.from({ length: code.getModuleCount() }, (_, n) => n);
  return indexes.map((row) => indexes.map((column) => code.isDark(row, column)));
}

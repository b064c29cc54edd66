/** QR codes, as the shortcode and the template function of Hugo make them. */
import { Buffer } from 'node:buffer';
import createCode from 'qrcode-generator';

/** How much of a code may be covered, by Hugo's names. */
export const QR_LEVELS = { low: 'L', medium: 'M', quartile: 'Q', high: 'H' } as const;

/** Light modules around a code, which readers need. */
export const QR_MARGIN = 4;

/** The pixels of a module where nothing else is asked for. */
export const QR_SCALE = 4;

/** Whether a module is dark, row by row. */
export type QrModules = readonly (readonly boolean[])[];

/** The code of a text; an unknown level is `medium`, and a text that is too long has none. */
export function makeQrCode(text: string, level: string): QrModules | undefined {
  const code = createCode(0, QR_LEVELS[level as keyof typeof QR_LEVELS] ?? QR_LEVELS.medium);
  // The package takes characters for bytes.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  try {
    code.make();
  } catch {
    return undefined;
  }
  const places = Array.from({ length: code.getModuleCount() }, (_, n) => n);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}

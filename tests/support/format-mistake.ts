/** The mistake that a format finds in a text. */
import { type Format, FormatError } from '../../src/site/formats/formats.ts';

export function mistakeIn(format: Format, text: string): FormatError {
  try {
    format.parse(text);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('it was read');
}

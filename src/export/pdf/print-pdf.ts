/** Prints a document as a tagged PDF, counts its pages, and gives the same document the same bytes. */
import type { Page } from 'playwright-core';
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import type { ExportDeck } from '../types.ts';

/** Options of the browser for the paper. */
type PaperOptions = Pick<
  NonNullable<Parameters<Page['pdf']>[0]>,
  'preferCSSPageSize' | 'width' | 'height' | 'scale'
>;

/**
 * Prints a document that has so many pages.
 * @throws {DeckError} if the browser prints more or fewer
 */
export async function printPdf(
  page: Page,
  deck: ExportDeck,
  pages: number,
  options: PaperOptions,
): Promise<Uint8Array> {
  const bytes = await page.pdf({ ...options, printBackground: true, tagged: true, outline: false });
  const found = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (found === pages) return numberElements(bytes);
  throw new DeckError([
    createDiagnostic({
      code: 'deck-not-ready',
      message: `${deck.name} has ${pages} pages, but the browser has printed ${found}`,
      hint: 'Update the browser, or set CHROME_PATH to another one.',
    }),
  ]);
}

/**
 * Numbers the names of tagged elements from 1: the browser takes numbers that differ from run to run. Their order stays,
 * and so does the length of the file.
 */
function numberElements(bytes: Buffer): Uint8Array {
  const text = bytes.toString('latin1');
  const NAME_RE = /\(node\d{8}\)/g;
  const names = [...new Set(text.match(NAME_RE))].sort();
  const numbers = new Map(names.map((name, index) => [name, `(node${String(index + 1).padStart(8, '0')})`]));
  return Buffer.from(
    text.replaceAll(NAME_RE, (name) => numbers.get(name) ?? name),
    'latin1',
  );
}

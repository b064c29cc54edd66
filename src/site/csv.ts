/** Comma-separated values, as RFC 4180 has them. */
import { FormatError } from './format.ts';

/** One field with what stands behind it: `"a ""b"""`, `a`, and nothing at all. */
const FIELD_RE = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/**
 * Reads the rows of a text, each a list of its fields. Lines without anything on them are passed over.
 * @throws {FormatError} where a quotation mark stands in the middle of a field, or is not closed
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length || row.length > 0) {
    FIELD_RE.lastIndex = at;
    const match = FIELD_RE.exec(text);
    if (!match) throw new FormatError('this field has a quotation mark that nothing closes', at);
    const [whole, quoted, plain = '', end] = match;
    at += whole.length;
    if (whole.length > (end ?? '').length || row.length > 0 || end === ',')
      row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (row.length > 0) rows.push(row);
    row = [];
  }
  return rows;
}

/** Comma-separated values, as Go's encoding/csv reads them: the data of a site, and what templates read. */

/** The format of a file. */
export interface CsvOptions {
  /** One character between fields. */
  readonly delimiter: string;
  /** The first character of lines to ignore; empty for none. */
  readonly comment: string;
  /** Whether quotes may be in a field that is not quoted, and alone in one that is. */
  readonly isLazy: boolean;
}

const defaults: CsvOptions = { delimiter: ',', comment: '', isLazy: false };

/** An error in CSV, with its offset in the text. */
export class CsvError extends Error {
  override readonly name = 'CsvError';
  /** The start of the field or row, in UTF-16 code units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads rows of fields, without empty lines.
 * @throws {CsvError} for unclosed and stray quotation marks, and for rows of different lengths
 */
export function parseCsv(text: string, options: CsvOptions = defaults): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    if (isLeftOut(text, at, options)) {
      at = lineEnd(text, at) + 1;
      continue;
    }
    const { fields, end } = readRow(text, at, options);
    const width = rows[0]?.length ?? fields.length;
    if (fields.length !== width) {
      const line = text.slice(0, at).split('\n').length;
      throw new CsvError(`record on line ${line}: wrong number of fields`, at);
    }
    rows.push(fields);
    at = end;
  }
  return rows;
}

function isLeftOut(text: string, at: number, { comment }: CsvOptions): boolean {
  return isLineEnd(text, at) || (comment !== '' && text.startsWith(comment, at));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const isLineEnd = (text: string, at: number): boolean => /^\r?(?:\n|$)/.test(text.slice(at, at + 2));

interface Field {
  readonly text: string;
  /** The offset after the last character: at a delimiter or at the end of a line. */
  readonly end: number;
}

/** The fields of a row, and where the next row begins. */
function readRow(
  text: string,
  start: number,
  options: CsvOptions,
): { readonly fields: readonly string[]; readonly end: number } {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? readQuoted(text, at, options) : readPlain(text, at, options);
    fields.push(field.text);
    if (isLineEnd(text, field.end)) return { fields, end: lineEnd(text, field.end) + 1 };
    at = field.end + options.delimiter.length;
  }
}

function readPlain(text: string, start: number, { delimiter, isLazy }: CsvOptions): Field {
  const [next, last] = [text.indexOf(delimiter, start), lineEnd(text, start)];
  const isLast = next < 0 || next >= last;
  const end = isLast ? last - (text[last - 1] === '\r' && last > start ? 1 : 0) : next;
  const value = text.slice(start, end);
  if (!isLazy && value.includes('"')) throw new CsvError('bare " in a field that is not quoted', start);
  return { text: value, end };
}

/** Two quotes in a quoted field are one. */
function readQuoted(text: string, start: number, { delimiter, isLazy }: CsvOptions): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0 && isLazy) return { text: value + text.slice(at), end: text.length };
    if (quote < 0) throw new CsvError('unclosed quotation mark', start);
    value += text.slice(at, quote).replaceAll('\r\n', '\n');
    at = quote + 1;
    if (text.startsWith(delimiter, at) || isLineEnd(text, at)) return { text: value, end: at };
    if (text[at] !== '"' && !isLazy) throw new CsvError('extraneous or missing " in a quoted field', start);
    value += '"';
    if (text[at] === '"') at++;
  }
}

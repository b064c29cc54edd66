/** Comma-separated values, as Go reads them. */
import { TemplateFailure } from '../gotemplate/values.ts';

export interface CsvOptions {
  /** One character between fields. */
  readonly delimiter: string;
  /** The character that lines begin with which are passed over; empty for none. */
  readonly comment: string;
  /** Whether quotes may stand in a field that is not quoted. */
  readonly isLazy: boolean;
}

/**
 * Reads a text as rows of fields. Empty lines are passed over.
 * @throws {TemplateFailure} where a quote has no end, or where rows differ in length
 */
export function parseCsv(text: string, options: CsvOptions): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (line.trim() === '' || (options.comment !== '' && line.startsWith(options.comment))) {
      at = end + 1;
      continue;
    }
    const row = readRow(text, at, options);
    const width = rows[0]?.length;
    if (width !== undefined && row.fields.length !== width) {
      throw new TemplateFailure(
        `record on line ${text.slice(0, at).split('\n').length}: wrong number of fields`,
      );
    }
    rows.push(row.fields);
    at = row.end;
  }
  return rows;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The fields of a row, and where the next row begins. */
function readRow(
  text: string,
  start: number,
  { delimiter, isLazy }: CsvOptions,
): { fields: string[]; end: number } {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter);
    if (!isLazy && text[at] !== '"' && field.text.includes('"')) {
      throw new TemplateFailure(
        'bare " in a field that is not quoted',
        'Put the field in quotes, and double those in it.',
      );
    }
    fields.push(field.text);
    if (text[field.end] !== delimiter) return { fields, end: lineEnd(text, field.end) + 1 };
    at = field.end + 1;
  }
}

function readPlain(text: string, at: number, delimiter: string): { text: string; end: number } {
  const [next, line] = [text.indexOf(delimiter, at), lineEnd(text, at)];
  const end = next < 0 ? line : Math.min(next, line);
  return { text: text.slice(at, end).replace(/\r$/, ''), end };
}

/** Two quotes in a quoted field are one. */
function readQuoted(text: string, start: number): { text: string; end: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new TemplateFailure('extraneous or missing " in a quoted field');
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** `unmarshal` and `remarshal`: parse data in texts and files, and write it in other formats. */
import { CsvError, type CsvOptions, parseCsv } from '../../../csv.ts';
import type { FormatName } from '../../../types.ts';
import { GoObject, isMap, TemplateFailure } from '../../gotemplate/values.ts';
import type { TemplateHost } from '../../host.ts';
import { toMap, toText } from '../values/conversions.ts';
import { readField } from '../values/fields.ts';
import type { FunctionContext } from '../row.ts';
import { GoTime } from '../time/object.ts';

type Values = readonly unknown[];

/** Formats by name, including aliases. */
const FORMATS: Readonly<Record<string, FormatName | 'CSV'>> = {
  toml: 'TOML',
  yaml: 'YAML',
  yml: 'YAML',
  json: 'JSON',
  csv: 'CSV',
};

/** `unmarshal text`, `unmarshal resource`, `unmarshal (dict "delimiter" ";") resource`. */
export function unmarshal(values: Values, { host }: FunctionContext): unknown {
  const options = values.length > 1 ? toMap(values[0]) : {};
  const source = values.at(-1);
  const text = source instanceof GoObject ? toText(readField(source, 'Content')) : toText(source);
  if (text.trim() === '') return null;
  const wanted = toText(readField(options, 'format')) || endingOf(source);
  const format = wanted === '' ? detectFormat(text, delimiterOf(options)) : FORMATS[wanted.toLowerCase()];
  if (!format) {
    const what = wanted === '' ? 'unknown format' : `format "${wanted}" not supported`;
    throw new TemplateFailure(what, `Use one of ${Object.keys(FORMATS).join(', ')}.`);
  }
  return format === 'CSV' ? readCsv(text, options) : toGo(host.parse(format, text));
}

/** Reads the extension of a resource's name. */
function endingOf(source: unknown): string {
  if (!(source instanceof GoObject)) return '';
  const suffixes = readField(readField(source, 'MediaType'), 'Suffixes');
  return Array.isArray(suffixes) ? toText(suffixes[0]) : '';
}

const delimiterOf = (options: Readonly<Record<string, unknown>>): string =>
  toText(readField(options, 'delimiter')) || ',';

/** Detects the format by the character that comes first, as Hugo does. */
function detectFormat(text: string, delimiter: string): FormatName | 'CSV' | undefined {
  const signs: readonly (readonly [FormatName | 'CSV' | undefined, string])[] = [
    ['CSV', delimiter],
    ['JSON', '{'],
    ['YAML', ':'],
    // XML, which is not supported.
    [undefined, '<'],
    ['TOML', '='],
  ];
  const found = signs
    .map(([format, sign]) => ({ format, at: text.indexOf(sign) }))
    .filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.format;
}

/** Reads rows, or maps with the names in the first row as keys. */
function readCsv(text: string, options: Readonly<Record<string, unknown>>): unknown {
  const csv: CsvOptions = {
    delimiter: delimiterOf(options),
    comment: toText(readField(options, 'comment')),
    isLazy: toText(readField(options, 'lazyQuotes')) === 'true',
  };
  const [head = [], ...rows] = parse(text, csv);
  if (toText(readField(options, 'targetType')) !== 'map') return [head, ...rows];
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}

function parse(text: string, options: CsvOptions): ReturnType<typeof parseCsv> {
  try {
    return parseCsv(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TemplateFailure(error.message, 'Put the field in quotes, and double the quotes in it.');
  }
}

/** Converts values; dates become Go times. */
function toGo(value: unknown): unknown {
  if (value instanceof Date) return GoTime.of(value);
  if (Array.isArray(value)) return value.map(toGo);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toGo(item)]));
}

/** `transform.Remarshal "yaml" text`: converts data to another format. */
export function remarshal([name, data]: Values, { host }: FunctionContext): string {
  const format = FORMATS[toText(name).trim().toLowerCase()];
  if (!format || format === 'CSV') {
    throw new TemplateFailure('failed to detect target data serialization format', 'Use toml, yaml or json.');
  }
  return isMap(data) ? host.stringify(format, data) : rewrite(toText(data).trim(), format, host);
}

function rewrite(text: string, format: FormatName, host: TemplateHost): string {
  if (text === '') return '';
  const from = detectFormat(text, ',');
  if (!from || from === 'CSV') throw new TemplateFailure('failed to detect format from content');
  return host.stringify(format, host.parse(from, text));
}

/** Writes values as JSON, as Go does. */
import { GoObject, SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { formatDecimal, readFloat, getTypeName } from '../values/conversions.ts';
import { readEntries, readList } from '../values/lists.ts';

export interface JsonOptions {
  /** Precedes every line except the first. */
  readonly prefix: string;
  /** Indents each level; without `prefix` and `indent`, the output is one line. */
  readonly indent: string;
  /** Whether `<`, `>` and `&` are escaped, so that they can't end a script element. */
  readonly escapesHtml: boolean;
}

/** Writes a value as JSON; keys of maps are sorted, as in Go. */
export function formatJson(value: unknown, options: JsonOptions): string {
  return new Writer(options).write(value, 0);
}

class Writer {
  readonly #options: JsonOptions;

  constructor(options: JsonOptions) {
    this.#options = options;
  }

  write(value: unknown, level: number): string {
    if (value === undefined || value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    const number = readFloat(value);
    if (number !== undefined) return formatNumber(number);
    if (typeof value === 'string') return this.#quote(value);
    if (value instanceof SafeText) return this.#quote(value.text);
    if (value instanceof Date) return this.#quote(value.toISOString().replace(/\.000Z$/, 'Z'));
    const list = readList(value);
    if (list)
      return this.#block(
        '[]',
        list.map((item) => this.write(item, level + 1)),
        level,
      );
    const entries = readEntries(value);
    if (entries) {
      const colon = this.#isIndented ? ': ' : ':';
      const rows = entries.map(([key, item]) => this.#quote(key) + colon + this.write(item, level + 1));
      return this.#block('{}', rows, level);
    }
    return this.#writeObject(value);
  }

  /** Writes an object as the JSON that it defines, or else as its text. */
  #writeObject(value: unknown): string {
    if (!(value instanceof GoObject))
      throw new TemplateFailure(`json: unsupported type: ${getTypeName(value)}`);
    const own =
      'toJSON' in value && typeof value.toJSON === 'function' ? (value.toJSON as () => unknown)() : undefined;
    return this.#quote(typeof own === 'string' ? own : value.toString());
  }

  get #isIndented(): boolean {
    return this.#options.indent !== '' || this.#options.prefix !== '';
  }

  #block([open = '', close = '']: string, rows: readonly string[], level: number): string {
    if (rows.length === 0) return `${open}${close}`;
    if (!this.#isIndented) return `${open}${rows.join(',')}${close}`;
    const line = (depth: number): string => `\n${this.#options.prefix}${this.#options.indent.repeat(depth)}`;
    return `${open}${line(level + 1)}${rows.join(`,${line(level + 1)}`)}${line(level)}${close}`;
  }

  #quote(text: string): string {
    const quoted = JSON.stringify(text).replace(/[\u2028\u2029]/g, escapeChar);
    return this.#options.escapesHtml ? quoted.replace(/[<>&]/g, escapeChar) : quoted;
  }
}

const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function formatNumber(number: number): string {
  if (!Number.isFinite(number))
    throw new TemplateFailure(`json: unsupported value: ${formatDecimal(number)}`);
  return Math.abs(number) < 1e21 ? formatDecimal(number) : String(number);
}

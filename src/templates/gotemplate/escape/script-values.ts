/** Escapes values in scripts: as JSON, in strings, in template literals, in regular expressions. */
import { formatFloat, isInt } from '../numbers.ts';
import { Float, GoObject, isMap, SafeText } from '../values.ts';
import { sortedKeys } from '../verbs.ts';
import { type Escaper, type Shown, replaceChars } from './safe.ts';

/** Writes a value as JSON that is also a script. Spaces keep words and numbers apart from their neighbours. */
export function escapeScriptValue(value: unknown): string {
  if (value instanceof SafeText && value.kind === 'js') return value.text;
  if (value instanceof SafeText && value.kind === 'js-string') return `"${value.text}"`;
  const json = toJson(value);
  if (json === undefined) return ` /* json: unsupported type: ${typeof value} */null `;
  return /^[$\w]|[$\w]$/.test(json) ? ` ${json} ` : json;
}

/** Writes Go's JSON: maps sorted by key, and nothing that could end a script. */
function toJson(value: unknown): string | undefined {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || value instanceof Float) {
    const number = value instanceof Float ? value.value : value;
    if (!Number.isFinite(number)) return undefined;
    return isInt(value) ? formatFloat(number, 'f') : JSON.stringify(number);
  }
  if (typeof value === 'string') return quoteJson(value);
  if (value instanceof SafeText) return quoteJson(value.text);
  if (value instanceof GoObject) return objectToJson(value);
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item) ?? 'null').join(',')}]`;
  if (!isMap(value)) return undefined;
  return `{${sortedKeys(value)
    .map((key) => `${quoteJson(key)}:${toJson(value[key]) ?? 'null'}`)
    .join(',')}}`;
}

/** Writes an object: maps and lists by their content, all others as they print. */
function objectToJson(value: GoObject): string | undefined {
  const entries = [...(value.entries() ?? [])];
  if (entries.length === 0) return quoteJson(String(value));
  if (entries.every(([key]) => typeof key === 'number')) return toJson(entries.map(([, item]) => item));
  return toJson(Object.fromEntries(entries.map(([key, item]) => [String(key), item])));
}

function quoteJson(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const SHORT: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '/': '\\/',
};

const escapeChar = (char: string): string => SHORT[char] ?? unicodeEscape(char);

/**
 * Characters to escape in all literals of a script: they could end the literal, its element or an attribute around it.
 */
const STRING_RE = /["`&'+/<>\u2028\u2029]|\p{Cc}/gu;

export const escapeScriptString: Escaper = ({ text, kind }: Shown) =>
  (kind === 'js-string' ? text : text.replaceAll('\\', '\\\\')).replace(STRING_RE, escapeChar);

/** Escapes a value in a template literal, where no `${` may start. */
export const escapeTemplateLiteral: Escaper = ({ text, kind }: Shown) =>
  (kind === 'js-string' ? text : text.replaceAll('\\', '\\\\'))
    .replace(STRING_RE, escapeChar)
    .replace(/[${}]/g, unicodeEscape);

const REGEXP: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('$()*-./?[\\]^{|}', (char) => [char, `\\${char}`]),
);

/** Escapes a value in a regular expression; an empty one would be a comment. */
export const escapeRegexp: Escaper = ({ text }: Shown) =>
  replaceChars(text, /[$()*\-./?[\\\]^{|}]/g, REGEXP).replace(/["&'+<>\u2028\u2029]|\p{Cc}/gu, escapeChar) ||
  '(?:)';

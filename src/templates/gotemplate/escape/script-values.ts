/** Values in scripts: as JSON, in strings, in template literals, in regular expressions. */
import { formatFloat, isInt } from '../numbers.ts';
import { Float, GoObject, isMap, SafeText } from '../values.ts';
import { sortedKeys } from '../verbs.ts';
import { type Escaper, type Shown, replaceChars } from './safe.ts';

/** A value as JSON that is a script, too. Words and numbers get spaces, so as not to run into their neighbours. */
export function escapeScriptValue(value: unknown): string {
  if (value instanceof SafeText && value.kind === 'js') return value.text;
  if (value instanceof SafeText && value.kind === 'js-string') return `"${value.text}"`;
  const json = toJson(value);
  if (json === undefined) return ` /* json: unsupported type: ${typeof value} */null `;
  return /^[$\w]|[$\w]$/.test(json) ? ` ${json} ` : json;
}

/** Go's JSON: maps by their keys, and nothing in it that could end a script. */
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

/** Maps and lists of others are what they hold; all else is what it prints. */
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

/** What is the same for all texts in a script: what ends it, its element or an attribute around it. */
const STRING_RE = /["`&'+/<>\u2028\u2029]|\p{Cc}/gu;

export const escapeScriptString: Escaper = ({ text, kind }: Shown) =>
  (kind === 'js-string' ? text : text.replaceAll('\\', '\\\\')).replace(STRING_RE, escapeChar);

/** In a template literal, no `${` may begin. */
export const escapeTemplateLiteral: Escaper = ({ text, kind }: Shown) =>
  (kind === 'js-string' ? text : text.replaceAll('\\', '\\\\'))
    .replace(STRING_RE, escapeChar)
    .replace(/[${}]/g, unicodeEscape);

const REGEXP: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('$()*-./?[\\]^{|}', (char) => [char, `\\${char}`]),
);

/** An empty regular expression would be a comment. */
export const escapeRegexp: Escaper = ({ text }: Shown) =>
  replaceChars(text, /[$()*\-./?[\\\]^{|}]/g, REGEXP).replace(/["&'+<>\u2028\u2029]|\p{Cc}/gu, escapeChar) ||
  '(?:)';

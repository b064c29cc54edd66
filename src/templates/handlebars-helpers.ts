/** What layouts can call besides Handlebars' own helpers. To add one, add a row. */
import Handlebars from 'handlebars';

/** Escapes what would end a script element or begin a comment in it. */
const SCRIPT_ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export const templateHelpers = {
  /** `{{json value}}`: a value as JSON that is safe inside of a script element. */
  json: (value: unknown): unknown =>
    new Handlebars.SafeString(
      (JSON.stringify(value) ?? 'null').replace(/[<>&\u2028\u2029]/g, (char) => SCRIPT_ESCAPES[char] ?? char),
    ),
  /** `{{#if (eq a b)}}`: whether two values are the same. */
  eq: (a: unknown, b: unknown): boolean => a === b,
  /** `{{default value fallback}}`: the fallback where the value is empty or missing. */
  default: (value: unknown, fallback: unknown): unknown =>
    value === undefined || value === null || value === '' ? fallback : value,
} satisfies Record<string, (...values: unknown[]) => unknown>;

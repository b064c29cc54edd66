/** Helpers of layouts besides those of Handlebars. To add one, add a row. */
import Handlebars from 'handlebars';

/** Escapes for what would end a script element or start a comment in it. */
const SCRIPT_ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export const templateHelpers = {
  /** `{{json value}}`: a value as JSON that is safe in a script element. */
  json: (value: unknown): unknown =>
    new Handlebars.SafeString(
      (JSON.stringify(value) ?? 'null').replace(/[<>&\u2028\u2029]/g, (char) => SCRIPT_ESCAPES[char] ?? char),
    ),
  /** `{{#if (eq a b)}}`: whether two values are equal. */
  eq: (a: unknown, b: unknown): boolean => a === b,
  /** `{{default value fallback}}`: the fallback if the value is empty or missing. */
  default: (value: unknown, fallback: unknown): unknown =>
    value === undefined || value === null || value === '' ? fallback : value,
} satisfies Record<string, (...values: unknown[]) => unknown>;

/**
 * SCSS as LibSass took it, with which Hugo compiles: forms that Dart Sass refuses are put into those that it takes.
 * Lines stay where they are. To add a form, add a row.
 */

interface LegacySyntax {
  readonly pattern: RegExp;
  readonly replace: (whole: string, ...groups: string[]) => string;
}

/** What no form is looked for in: comments, and texts on one line. */
const IGNORED = String.raw`\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;

const legacySyntaxes: readonly LegacySyntax[] = [
  {
    // An address in quotes that goes on over lines: `@import url("↵ https://…,↵ 700")`.
    pattern: /((?:\burl\(|@import)\s*)("[^"\n]*\n[^"]*"|'[^'\n]*\n[^']*')/g,
    replace: (_, start = '', quoted = '') => {
      const [quote, text] = [quoted.slice(0, 1), quoted.slice(1, -1)];
      const lines = '\n'.repeat(text.split('\n').length - 1);
      const isData = /^\s*data:/i.test(text);
      // A line end counts in what is no address, and is written as LibSass wrote it.
      const joined = isData ? text.trim().replace(/\r?\n/g, '\\a ') : text.replace(/\s*\n\s*/g, '');
      return `${start}${quote}${joined}${quote}${lines}`;
    },
  },
  {
    // The same without quotes.
    pattern: /(\burl\()(\s*(?:https?:)?\/\/[^"'()\n]*\n[^"'()]*)(\))/g,
    replace: (_, start = '', text = '', end = '') =>
      `${start}${text.replace(/\s+/g, '')}${end}${'\n'.repeat(text.split('\n').length - 1)}`,
  },
  {
    // Several classes at once; one with a pseudo-class would extend that on every element.
    pattern: new RegExp(String.raw`(${IGNORED})|(@extend\s+)([\w-]*(?:[.#%][\w-]+)+)(?=\s*(?:[;}!]))`, 'g'),
    replace: (whole, passed, start = '', selector = '') =>
      passed === undefined ? start + (selector.match(/[.#%]?[\w-]+/g) ?? []).join(', ') : whole,
  },
  {
    pattern: new RegExp(String.raw`(${IGNORED})|(@media\b[^{;]*)`, 'g'),
    replace: (whole, passed, query = '') =>
      passed === undefined ? query.replace(/\b(and|not|or)\(/g, '$1 (') : whole,
  },
];

/** Puts a stylesheet into forms that Dart Sass takes. */
export function modernizeScss(text: string): string {
  return legacySyntaxes.reduce((changed, { pattern, replace }) => changed.replace(pattern, replace), text);
}

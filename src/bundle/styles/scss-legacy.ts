/**
 * Rewrites SCSS for LibSass, Hugo's compiler, to syntax that Dart Sass accepts. Line numbers do not change. To support
 * another construct, add a row.
 */

interface LegacySyntax {
  readonly pattern: RegExp;
  readonly replace: (whole: string, ...groups: string[]) => string;
}

/** Comments and single-line strings, which are not rewritten. */
const IGNORED = String.raw`\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'`;

const legacySyntaxes: readonly LegacySyntax[] = [
  {
    // A quoted address over several lines: `@import url("↵ https://…,↵ 700")`.
    pattern: /((?:\burl\(|@import)\s*)("[^"\n]*\n[^"]*"|'[^'\n]*\n[^']*')/g,
    replace: (_, start = '', quoted = '') => {
      const [quote, text] = [quoted.slice(0, 1), quoted.slice(1, -1)];
      const lines = '\n'.repeat(text.split('\n').length - 1);
      const isData = /^\s*data:/i.test(text);
      // Line breaks in data URLs are significant, and escaped as by LibSass.
      const joined = isData ? text.trim().replace(/\r?\n/g, '\\a ') : text.replace(/\s*\n\s*/g, '');
      return `${start}${quote}${joined}${quote}${lines}`;
    },
  },
  {
    // An unquoted address over several lines.
    pattern: /(\burl\()(\s*(?:https?:)?\/\/[^"'()\n]*\n[^"'()]*)(\))/g,
    replace: (_, start = '', text = '', end = '') =>
      `${start}${text.replace(/\s+/g, '')}${end}${'\n'.repeat(text.split('\n').length - 1)}`,
  },
  {
    // `@extend` of a compound selector. Pseudo-classes are excluded: they would be extended on every element.
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

/** Rewrites a stylesheet to syntax that Dart Sass accepts. */
export function modernizeScss(text: string): string {
  return legacySyntaxes.reduce((changed, { pattern, replace }) => changed.replace(pattern, replace), text);
}

// Code: words that colour badly, ranges of lines, names of languages.
import { deck, rows } from './site.mjs';

const languages =
  'bash c cpp csharp css diff dockerfile go haskell html ini java javascript json kotlin latex lisp lua makefile markdown matlab nginx perl php python r ruby rust scala sql swift typescript xml yaml'.split(
    ' ',
  );
const fence = (language, text, attributes = '') =>
  deck(`\`\`\`${language}${attributes && ` ${attributes}`}\n${text}\n\`\`\``);

/** One text in every language. */
const inEach = (name, text) =>
  Object.fromEntries(languages.map((language) => [`${language}: ${name}`, () => fence(language, text)]));

const ranges = [
  '{1-100000000}',
  '{1-10000000|5}',
  '{hl_lines="1-999999999"}',
  '{hl_lines=["1-999999999"],linenos=table}',
  '{linenostart=99999999999}',
  '{999999999-1}',
  '{-1}',
  '{1-}',
  '{1-2-3}',
  '{1e9}',
];

export const code = {
  ...inEach('one word of 50,000 letters', 'a'.repeat(50_000)),
  ...inEach('one number of 50,000 digits', '1_'.repeat(25_000)),
  ...inEach('parentheses and quotes that stay open', 'a (b "c\' '.repeat(3000)),
  ...rows(ranges, (range) => fence('js', 'a', range)),
  ...rows(
    [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'length',
      '0',
      '"',
      '\u0000',
      'a'.repeat(10_000),
    ],
    (name) => fence(name, 'a'),
  ),
  '10,000 steps': () =>
    fence('js', 'a\n'.repeat(10_000), `{${Array.from({ length: 10_000 }, (_, n) => n + 1).join('|')}}`),
  'a megabyte of code': () => fence('js', 'const a = function (b) { return "c" + d; };\n'.repeat(23_000)),
  '500,000 parentheses': () => fence('js', '('.repeat(500_000)),
  '20,000 numbered lines': () => fence('js', 'let a = 1;\n'.repeat(20_000), '{linenos=table}'),
  '3000 unknown languages': () =>
    deck(Array.from({ length: 3000 }, (_, n) => `\`\`\`zz${n}\na\n\`\`\`\n`).join('\n')),
  'a range of the highlight shortcode': () =>
    deck('{{< highlight js "hl_lines=1-999999999" >}}a{{< /highlight >}}'),
  'a diagram of a megabyte': () => fence('mermaid', 'graph TD; A-->B\n'.repeat(60_000)),
};

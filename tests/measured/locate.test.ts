/** What a slide shows is found in its source, however it is written there. */
import { expect, test } from 'vitest';
import { contains, firstWord, locate, locateElsewhere } from '../../src/measured/locate.ts';

const text = `# Before

The same words

---

# The slide

Some *emphasized* and
plain words & more

![A picture](/images/a%20b.png)

- one item
`;
const start = text.indexOf('---') + 3;
const range = { text, start, end: text.length };
const found = (...searches: readonly string[]): string =>
  text.slice(locate(searches, range) ?? firstWord(range)).split('\n')[0] ?? '';

test.each([
  ['a text', ['one item'], 'one item'],
  ['the first of several', ['not there', 'one item'], 'one item'],
  ['a text with markup in it', ['emphasized and plain words'], 'emphasized* and'],
  ['a text over two lines', ['and plain words'], 'and'],
  ['an address, encoded', ['/images/a b.png'], '/images/a%20b.png)'],
  ['an ampersand', ['words & more'], 'words & more'],
  ['the beginning of a text', ['one item and much more that is not written'], 'one item'],
  ['nothing', ['absent'], '# The slide'],
  ['no search', [], '# The slide'],
  ['half of a pair of code units', ['\uD83D'], '# The slide'],
  ['characters of patterns', ['(.*) [a-z]+ $'], '# The slide'],
] as const)('%s', (_about, searches, expected) => {
  expect(found(...searches)).toBe(expected);
});

test('words of another slide are not found', () => {
  expect(found('The same words')).toBe('# The slide');
});

test('whether a source contains a text', () => {
  expect(contains('a b.png', range)).toBe(true);
  expect(contains('c.png', range)).toBe(false);
  expect(contains('', range)).toBe(false);
});

test('a text that only one other file has', () => {
  const files = [
    { path: 'a.html', text: '<p>A line of a template</p>' },
    { path: 'b.html', text: '<p>Another line</p><p>Twice in two files</p>' },
    { path: 'c.html', text: '<p>Twice in two files</p>' },
  ];
  const placeOf = (text: string): string => {
    const { source, offset = 0 } = locateElsewhere([text], files) ?? {};
    return `${source?.path} ${offset}`;
  };
  expect(placeOf('A line of a template')).toBe('a.html 3');
  expect(placeOf('Twice in two files')).toBe('undefined 0');
  expect(placeOf('Nowhere at all')).toBe('undefined 0');
  expect(placeOf('line')).toBe('undefined 0');
});

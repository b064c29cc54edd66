/** Addresses in front matter that no file can have are told at their key, and the page has its usual address. */
import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite } from '../support/site.ts';

test.each([
  ['url: "/a\\0b/"', 'can have'],
  ['url: "/a\\ud800/"', 'can have'],
  ['url: "/\ud800/"', 'can have'],
  ['slug: "a\\0b"', 'can have'],
  ['slug: "\\udfff"', 'can have'],
  ['aliases: ["/a\\0b/"]', 'can have'],
  ['aliases: ["/a/\\ud83d"]', 'can have'],
  [`url: "/${'a'.repeat(256)}/"`, 'more than 255 bytes'],
  [`slug: "${'é'.repeat(128)}"`, 'more than 255 bytes'],
  [`aliases: ["/b/${'a'.repeat(300)}/"]`, 'more than 255 bytes'],
])('%s', (line, words) => {
  const text = `---\noutputs: [Reveal]\n${line}\n---\n# A\n`;
  const { decks, diagnostics } = openSite(memoryFiles({ 'content/talk/_index.md': text })).decks();
  expect(decks.map(({ outputPath, pages }) => [outputPath, pages[0]?.aliases])).toEqual([
    ['talk/index.html', []],
  ]);
  expect(diagnostics).toMatchObject([{ code: 'address-invalid', file: 'content/talk/_index.md', line: 3 }]);
  expect(diagnostics[0]?.message).toContain(words);
});

test.each(['url: "/\\ud83d\\ude00/"', `url: "/${'a'.repeat(255)}/"`, 'title: "\\ud800"'])(
  '%s is fine',
  (line) => {
    const text = `---\noutputs: [Reveal]\n${line}\n---\n# A\n`;
    const { diagnostics } = openSite(memoryFiles({ 'content/talk/_index.md': text })).decks();
    expect(diagnostics).toEqual([]);
  },
);

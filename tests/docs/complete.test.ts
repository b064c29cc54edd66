/** The documents leave nothing out: every shortcode, command and flag is in them, and every page is in their index. */
import { expect, test } from 'vitest';
import { commands } from '../../src/command/commands.ts';
import { flags } from '../../src/command/flags.ts';
import { memoryFiles } from '../../src/files.ts';
import { readDocument, readDocuments } from '../support/documents.ts';
import { openSite } from '../support/site.ts';

const documents = readDocuments();
const everything = documents.map(({ text }) => text).join('\n');
const { text: write } = readDocument('docs/write.md');
const isWord = (word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replaceAll('-', '\\-')}(?![\\w-])`).test(write);

test('every shortcode', () => {
  const pipeline = openSite(
    memoryFiles({ 'content/_index.md': '+++\noutputs = ["Reveal"]\n+++\n{{< nothing-like-it >}}\n' }),
  );
  const [deck] = pipeline.decks().decks;
  const [found] = deck ? pipeline.render(deck).diagnostics : [];
  const names = /Available shortcodes: (.*)\. To define/.exec(found?.hint ?? '')?.[1]?.split(', ') ?? [];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !isWord(name))).toEqual([]);
});

test.each(Object.keys(commands))('the command %s', (name) => {
  expect(everything).toContain(`deckwright ${name}`);
});

test('every flag', () => {
  const isThere = (name: string): boolean => new RegExp(`\`--${name}[\` ]`).test(everything);
  expect(Object.keys(flags).filter((name) => !isThere(name))).toEqual([]);
});

test('every page is in the index', () => {
  const linked = readDocument('docs/README.md').links.map(({ target }) => `docs/${target}`);
  const pages = documents.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(pages.filter((path) => path !== 'docs/README.md' && !linked.includes(path))).toEqual([]);
});

/** Pages that are left out of decks, and pages that belong to none. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { listContent } from '../../src/site/pages/content.ts';
import { otherPages, resolveDecks } from '../../src/site/decks.ts';
import { readPage } from '../../src/site/pages/page.ts';
import { resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';
import { readConfig } from '../support/read-config.ts';

describe('pages that are not shown', () => {
  test.each([
    ['build: {list: never}', ['', 'home/a'], ['s', 's/a']],
    ['build: {list: local}', ['', 'home/a'], ['s', 's/a', 's/x']],
    ['_build: {list: never}', ['', 'home/a'], ['s', 's/a']],
    ['headless: true', ['', 'home/a'], ['s', 's/a']],
    ['build: {list: false}', ['', 'home/a'], ['s', 's/a']],
    ['build: {render: never}', ['', 'home/a', 'home/x'], ['s', 's/a', 's/x']],
  ])('%s', (yaml, home, section) => {
    const hidden = `---\n${yaml}\n---\n`;
    expect(
      resolveDeckPaths({
        'content/_index.md': REVEAL,
        'content/home/a.md': '',
        'content/home/x.md': hidden,
        'content/s/_index.md': REVEAL,
        'content/s/a.md': '',
        'content/s/x.md': hidden,
      }),
    ).toEqual({ 'index.html': home, 's/index.html': section });
  });

  test.each(['build: {render: never}', 'build: {render: link}', 'build: {render: false}', 'headless: true'])(
    'a deck with %s is none',
    (line) => {
      const head = `---\noutputs: [Reveal]\n${line}\n---\n`;
      expect(
        Object.keys(resolveDeckPaths({ 'content/_index.md': REVEAL, 'content/s/_index.md': head })),
      ).toEqual(['index.html']);
    },
  );

  test('kinds that the site switches off', () => {
    const site = { 'content/_index.md': REVEAL, 'content/home/a.md': '' };
    expect(resolveDeckPaths({ ...site, 'hugo.toml': 'disableKinds = ["page", "RSS"]\n' })).toEqual({
      'index.html': [''],
    });
  });
});

test('pages that belong to no deck are told apart', () => {
  const texts = {
    'content/_index.md': '',
    'content/talk/_index.md': REVEAL,
    'content/talk/a.md': '',
    'content/post/b.md': '',
    'content/post/leaf/index.md': '',
    'content/post/leaf/part.md': '',
    'content/post/hidden.md': '---\nbuild: {render: never}\n---\n',
  };
  const { config } = readConfig(texts);
  const files = memoryFiles(texts);
  const pages = listContent(files, config).pages.map((file) =>
    readPage({ ...file, text: files.read(file.source) ?? '' }, config, () => undefined),
  );
  const { decks } = resolveDecks(pages, config, () => undefined);
  expect(otherPages(pages, decks).map(({ path }) => path)).toEqual(['', 'post/b', 'post/leaf']);
});

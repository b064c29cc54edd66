/** What a deck is written to stays its own, whatever else leads there. */
import { expect, test } from 'vitest';
import { tryBuild } from '../support/built-pages.ts';

const SITE = `-- layouts/_default/single.html --
a page: {{ .Content }}
-- layouts/_default/list.html --
a list
-- content/talk/_index.md --
---
title: Talk
outputs: [Reveal]
---
# B
`;
const OTHER = (front: string): string =>
  `-- content/b/_index.md --\n---\noutputs: [Reveal]\n${front}\n---\n# C\n`;

test.each([
  ['url: /talk/', 'content/posts/x.md:2'],
  ['url: /talk/index.html', 'content/posts/x.md:2'],
  ['aliases: [/talk/]', 'content/posts/x.md:2'],
  ['title: X\naliases:\n  - /x/\n  - ../../talk', 'content/posts/x.md:3'],
])('a page with %s', (front, place) => {
  const { files, diagnostics } = tryBuild(`${SITE}-- content/posts/x.md --\n---\n${front}\n---\nx\n`);
  expect(files['talk/index.html']).toContain('<section');
  expect(diagnostics.map(({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`)).toEqual([
    `warning output-conflict ${place}`,
  ]);
});

test('a page that would stand there has no place, and one with an alias has its own', () => {
  expect(
    tryBuild(`${SITE}-- content/posts/x.md --\n---\nurl: /talk/\n---\nx\n`).diagnostics[0]?.message,
  ).toBe(
    'this page would be written to talk/index.html, where the deck of content/talk/_index.md is written, so it is skipped',
  );
  const { files } = tryBuild(`${SITE}-- content/posts/x.md --\n---\naliases: [/talk/, /y/]\n---\nx\n`);
  expect(files['posts/x/index.html']).toContain('a page');
  expect(files['y/index.html']).toContain('posts/x/');
});

test.each([
  ['another deck', '/talk/', ['warning output-conflict content/b/_index.md:3']],
  ['the deck itself', '/b/', []],
])('%s with an alias', (_, alias, told) => {
  const { files, diagnostics } = tryBuild(SITE + OTHER(`aliases: [${alias}]`));
  expect(files['talk/index.html']).toContain('<section');
  expect(files['b/index.html']).toContain('<section');
  expect(diagnostics.map(({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`)).toEqual(
    told,
  );
});

test.each([
  ['/', '/'],
  ['/talk', '/talk/'],
  ['/talk/index.html', '/talk/'],
])('an alias is shown as an address: %s', (alias, shown) => {
  const home = '-- content/_index.md --\n---\noutputs: [Reveal]\n---\n# H\n';
  const { diagnostics } = tryBuild(`${SITE}${home}${OTHER(`aliases: [${alias}]`)}`);
  const deck = shown === '/' ? 'content/_index.md' : 'content/talk/_index.md';
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `the alias ${shown} would overwrite the deck of ${deck}, so it is skipped`,
  ]);
});

test('a list that nobody wrote', () => {
  const deck = '-- content/posts/deck.md --\n---\nurl: /posts/\nlayout: list\noutputs: [Reveal]\n---\n# D\n';
  const { files, diagnostics } = tryBuild(`${SITE}${deck}-- content/posts/x.md --\nx\n`);
  expect(files['posts/index.html']).toContain('<section');
  expect(diagnostics).toEqual([]);
});

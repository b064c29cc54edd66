/** `build` of pages: slips in it are told, and the nearest name. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { openSite, parseSite } from '../support/site.ts';

const told = (page: string, more = ''): readonly unknown[] =>
  openSite(
    memoryFiles(
      parseSite(
        `${more}-- content/_index.md --\n---\noutputs: [Reveal]\n---\n-- content/a.md --\n---\ntitle: A\n${page}\n---\n`,
      ),
    ),
  )
    .decks()
    .diagnostics.map(({ code, severity, file, line, hint }) => [code, severity, file, line, hint]);

const KEYS = 'The options are list, render, publishResources.';

describe('told at their line', () => {
  test.each([
    ['build:\n  list: nver', 'build-value', 4, 'Use one of always, never, local.'],
    ['build: {list: Never}', 'build-value', 3, 'Use one of always, never, local.'],
    ['build:\n  render: no', 'build-value', 4, 'Use one of always, never, link.'],
    ['build:\n  publishResources: nope', 'build-value', 4, 'Use true or false.'],
    ['build: never', 'build-value', 3, 'Use a table with list, render or publishResources.'],
    ['build:\n  lst: never', 'build-key', 4, `Did you mean list? ${KEYS}`],
    ['_build:\n  hidden: true', 'build-key', 4, KEYS],
  ])('%s', (page, code, line, hint) => {
    expect(told(page)).toEqual([[code, 'warning', 'content/a.md', line, hint]]);
  });

  test('in a cascade, once', () => {
    const section =
      '-- content/s/_index.md --\n---\ncascade:\n  build:\n    list: nver\n---\n-- content/s/b.md --\n';
    expect(told('', section)).toEqual([
      ['build-value', 'warning', 'content/s/_index.md', 2, 'Use one of always, never, local.'],
    ]);
  });
});

test.each([
  'build: {list: local, render: link, publishResources: false}',
  'build: {LIST: never, Render: "false", publishResources: "true"}',
  '_build: {list: true}',
  'build:',
  'headless: true',
])('nothing is told of %s', (page) => {
  expect(told(page)).toEqual([]);
});

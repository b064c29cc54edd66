/** A key that stands twice in YAML: the last one counts, as in Hugo to 0.160, and a warning names both lines. */
import { expect, test } from 'vitest';
import { DECK, tryBuild } from '../support/built-pages.ts';

const DECK_TWICE = `-- content/_index.md --
---
title: First
outputs: [Reveal]
reveal_hugo:
  theme: moon
  theme: night
title: Second
---
# A
`;

test.each([
  [
    'configuration',
    '-- hugo.yaml --\ntitle: A\nparams:\n  x: 1\ntitle: B\n',
    'hugo.yaml:4:1',
    /"title".* 1 .* 4/,
  ],
  ['a table in it', '-- hugo.yaml --\nparams:\n  x: 1\n  y: 2\n  x: 3\n', 'hugo.yaml:4:3', /"x".* 2 .* 4/],
  ['data', '-- data/d.yml --\na: 1\nb:\n  - a: 1\n    a: 2\n', 'data/d.yml:4:5', /"a".* 3 .* 4/],
  ['texts', '-- i18n/en.yaml --\na: x\na: y\n', 'i18n/en.yaml:2:1', /"a".* 1 .* 2/],
  ['three times', '-- data/d.yaml --\na: 1\na: 2\na: 3\n', 'data/d.yaml:3:1', /"a".* 1 and line 2 .* 3/],
])('in %s', (_, file, place, message) => {
  const { diagnostics } = tryBuild(`${file}${DECK}`);
  expect(diagnostics.map((one) => [one.severity, one.code, `${one.file}:${one.line}:${one.column}`])).toEqual(
    [['warning', 'key-repeated', place]],
  );
  expect(diagnostics[0]?.message).toMatch(message);
});

test('in front matter, in a deck', () => {
  const { diagnostics, files } = tryBuild(DECK_TWICE);
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
    ['key-repeated', 7],
    ['key-repeated', 6],
  ]);
  expect(files['index.html']).toContain('<title>Second</title>');
  expect(files['index.html']).toContain('night');
});

test('tables that are merged into another one are no keys', () => {
  const data = '-- data/d.yaml --\na: &a {x: 1}\nb: &b {y: 1}\nc:\n  <<: *a\n  <<: *b\n';
  expect(tryBuild(`${data}${DECK}`).diagnostics).toEqual([]);
});

/** Patterns on paths as Hugo reads them. */
import { expect, test } from 'vitest';
import { createGlob } from '../src/globs.ts';

test.each([
  ['/s/a*', '/s/ab', true],
  ['/s/a*', '/s/ab/c', false],
  ['/s/a**', '/s/ab/c', true],
  ['/s/**', '/s/a/b', true],
  ['/s/**', '/s', false],
  ['/{s,s/**}', '/s', true],
  ['**.png', 'images/a.PNG', true],
  ['*.png', 'images/a.png', false],
  ['**', '', true],
  ['{home,section}', 'section', true],
  ['{home,{section,page}}', 'page', true],
  ['{home,section}', 'page', false],
  ['a,b', 'a,b', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[a-c].md', 'b.md', true],
  ['[!a-c].md', 'b.md', false],
  ['[^].md', '^.md', true],
  ['[a.md', '[a.md', true],
  ['[&~|]', '~', true],
  ['[z-a]', 'b', false],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
  ['{a', 'a', true],
  ['a}', 'a}', true],
  ['(a)+$', '(a)+$', true],
  ['é-日*', 'É-日本', true],
])('%s and %s: %s', (pattern, text, matches) => {
  expect(createGlob(pattern)(text)).toBe(matches);
});

test.each([
  ['*a*a*a*a*a*a*a*a*ab', 'a'.repeat(20_000)],
  ['**a**a**a**a**a**ab', `a/${'a/'.repeat(5000)}`],
  ['{a,a*}'.repeat(12) + 'b', 'a'.repeat(20_000)],
  ['{a,a}'.repeat(40) + 'b', 'a'.repeat(40)],
  ['?*?*?*?*?*?*b', 'a'.repeat(20_000)],
])(
  'the pattern %s takes a time that grows with the name alone',
  (pattern, name) => {
    expect(createGlob(pattern)(name)).toBe(false);
  },
  2000,
);

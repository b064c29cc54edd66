/** A path in the output belongs to the first file that takes it. */
import { expect, test } from 'vitest';
import { OutputPaths } from '../src/output-paths.ts';

test.each<[string, readonly string[], readonly (string | undefined)[]]>([
  ['one path', ['a', 'a', 'a/'], [undefined, 'a', 'a']],
  [
    'a file where a folder is',
    ['x/y/z.html', 'x', 'x/y', 'x/y/z'],
    [undefined, 'x/y/z.html', 'x/y/z.html', undefined],
  ],
  ['a folder where a file is', ['x', 'x/y.html', 'x/y/z', 'xy/z'], [undefined, 'x', 'x', undefined]],
  ['neighbours', ['a/b', 'a/c', 'a/b.html', 'A/b'], [undefined, undefined, undefined, undefined]],
  ['the folder of a refused file', ['x', 'x/y/z', 'x/y'], [undefined, 'x', 'x']],
])('%s', (_, paths, expected) => {
  const taken = new OutputPaths<string>();
  expect(paths.map((path) => taken.take(path.replace(/\/$/, ''), path))).toEqual(expected);
});

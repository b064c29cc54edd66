/** Addresses: what a base URL says, and how Hugo writes a path. */
import { describe, expect, test } from 'vitest';
import { parseBasePath, normalizeBaseURL, slugifyPath, slugifyName } from '../../src/site/urls.ts';

describe('a base URL', () => {
  test.each([
    ['', '/', '/'],
    ['/', '/', '/'],
    ['https://example.org', 'https://example.org/', '/'],
    ['https://example.org/', 'https://example.org/', '/'],
    ['https://example.org/sub', 'https://example.org/sub/', '/sub/'],
    ['https://example.org/a/b/', 'https://example.org/a/b/', '/a/b/'],
    ['http://localhost:1313/x', 'http://localhost:1313/x/', '/x/'],
    ['/sub', '/sub/', '/sub/'],
    ['/sub/', '/sub/', '/sub/'],
    [' https://example.org/sub ', 'https://example.org/sub/', '/sub/'],
    ['//example.org/sub', '//example.org/sub/', '/sub/'],
  ])('baseURL %j', (written, baseURL, basePath) => {
    expect(normalizeBaseURL(written)).toBe(baseURL);
    expect(parseBasePath(baseURL)).toBe(basePath);
  });
});

describe('a path as Hugo writes it', () => {
  test.each([
    ['', ''],
    ['talk', 'talk'],
    ['talk/sub', 'talk/sub'],
    ['Some Dir/My File', 'some-dir/my-file'],
    ['evaluation.md', 'evaluation.md'],
    ['x_y/z-w', 'x_y/z-w'],
    ['a.b/c.d', 'a.b/c.d'],
    ['ÅÄ/Ünï', 'åä/ünï'],
    ['日本語', '日本語'],
    [`we're (here), now`, 'were-here-now'],
    [`we're + & (1), #2`, 'were-+--1-#2'],
  ])('%j', (path, output) => {
    expect(slugifyPath(path, { disablePathToLower: false })).toBe(output);
  });

  test('in the case of the author where the site wants it', () => {
    expect(slugifyPath('Some Dir/My File', { disablePathToLower: true })).toBe('Some-Dir/My-File');
  });

  test.each([
    ['My Slug', 'my-slug'],
    ['  My  &  Slug ', 'my-slug'],
    ['a - b', 'a-b'],
    ['C++ & C#', 'c++-c#'],
  ])('a word in it: %j', (text, name) => {
    expect(slugifyName(text, { disablePathToLower: false })).toBe(name);
  });
});

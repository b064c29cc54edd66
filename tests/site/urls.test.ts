/** Addresses: what a base URL says, and where a deck is written. */
import { describe, expect, test } from 'vitest';
import { basePathOf, normalizeBaseURL, outputFolder, outputPathOf } from '../../src/site/urls.ts';

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
    expect(basePathOf(baseURL)).toBe(basePath);
  });
});

describe('where a deck is written', () => {
  test.each([
    ['', 'index.html'],
    ['talk', 'talk/index.html'],
    ['talk/sub', 'talk/sub/index.html'],
    ['Mixed Case', 'mixed-case/index.html'],
    ['evaluation.md', 'evaluation.md/index.html'],
    ['x_y/z-w', 'x_y/z-w/index.html'],
    ['a.b/c.d', 'a.b/c.d/index.html'],
    ['ÅÄ/Ünï', 'åä/ünï/index.html'],
    ['日本語', '日本語/index.html'],
    [`we're (here), now`, 'were-here-now/index.html'],
  ])('%j', (path, output) => {
    expect(outputPathOf(path)).toBe(output);
  });

  test('the folder alone', () => {
    expect(outputFolder('Some Dir/My File')).toBe('some-dir/my-file');
  });
});

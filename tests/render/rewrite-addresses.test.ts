/** Addresses from the root are written as they are seen from a page, and nothing else is touched. */
import { describe, expect, test } from 'vitest';
import { rewriteAddresses } from '../../src/render/rewrite-addresses.ts';
import { readConfig } from '../support/read-config.ts';

const rewrite = (html: string, config: string, path = 'a/b/index.html'): string =>
  rewriteAddresses(
    html,
    path,
    readConfig({ 'hugo.toml': `baseURL = "https://example.org/x/"\n${config}` }).config,
  );

describe('relative to the page', () => {
  test.each([
    ['<a href="/c/">', '<a href="../../c/">'],
    ["<A HREF='/x/c/'>", "<A HREF='../../c/'>"],
    ['<img src=/c.png>', '<img src=../../c.png>'],
    [
      '<img srcset="/c.png 1x,/d.png 2x, e.png 3x">',
      '<img srcset="../../c.png 1x,../../d.png 2x, e.png 3x">',
    ],
    ['<img data-srcset="/c.png 1x">', '<img data-srcset="../../c.png 1x">'],
    ['<section data-background-image="/c.png">', '<section data-background-image="../../c.png">'],
    ['<video poster="/c.png" data-src="/d.webm">', '<video poster="../../c.png" data-src="../../d.webm">'],
    ['<a href="/c?d&amp;e">', '<a href="../../c?d&amp;e">'],
  ])('%s', (html, expected) => {
    expect(rewrite(html, 'relativeURLs = true')).toBe(expected);
  });

  test.each([
    '<a href="c/">',
    '<a href="//host/c">',
    '<a href="#c">',
    '<a title="/c/">',
    '<!-- <a href="/c/"> -->',
    '<script>"<a href=\'/c/\'>"</script>',
    '<textarea><a href="/c/"></textarea>',
    '<a title=\'<a href="/c/">\'>',
    '<p>href="/c/"</p>',
    '<!-- <a href="/c/">',
  ])('%s stays', (html) => {
    expect(rewrite(html, 'relativeURLs = true')).toBe(html);
  });

  test('at the root', () => {
    expect(rewrite('<a href="/">', 'relativeURLs = true', 'index.html')).toBe('<a href="./">');
  });
});

test('with the base URL', () => {
  expect(rewrite('<a href="/c/"><a href="/x/d/">', 'canonifyURLs = true')).toBe(
    '<a href="https://example.org/x/c/"><a href="https://example.org/x/d/">',
  );
});

test('as they are, where the site asks for nothing', () => {
  expect(rewrite('<a href="/c/">', '')).toBe('<a href="/c/">');
});

/** Sites of public reports whose templates and links are to work as with Hugo 0.169. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/files.ts';
import { buildSite } from '../support/site.ts';

const built = (name: string): ReturnType<typeof buildSite> =>
  buildSite(diskFiles(path.join(import.meta.dirname, name, 'site')));

/** The addresses on a page, in their order. */
const addresses = (text: string, attribute: 'href' | 'src', tag: string): readonly string[] =>
  [...text.matchAll(new RegExp(`<${tag} [^>]*?${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('embedded render hooks (gohugoio/hugo #11933, #13535)', () => {
  test('links lead to pages and files, and pictures come from assets', () => {
    const site = built('embedded-hooks');
    const home = site.page('index.html').replace(/^[\s\S]*?<div class="slides">/, '');
    expect(addresses(home, 'href', 'a').slice(0, 4)).toEqual([
      '/talks/talk/',
      '/talks/talk/part/',
      '/talks/talk/part/#place',
      '/talks/handout.txt',
    ]);
    expect(addresses(home, 'src', 'img')).toEqual(['/talks/near.svg', '/talks/img/asset.svg']);
    expect(site.pipeline.assets().map(({ path: file }) => file)).toEqual(['img/asset.svg']);
    expect(site.diagnostics).toEqual([]);
  });

  test('they are in use by themselves where a site has languages (#12189)', () => {
    const site = built('embedded-hooks-languages');
    const pages = ['index.html', 'de/index.html', 'talk/index.html', 'de/talk/index.html'];
    const slides = pages.map((page) => /<section[\s\S]*<\/section>/.exec(site.page(page))?.[0] ?? '');
    expect(slides.flatMap((text) => addresses(text, 'href', 'a'))).toEqual([
      '/talk/',
      '/de/talk/',
      '/',
      '/de/',
    ]);
  });
});

test('a menu of the configuration (gohugoio/hugo #13161)', () => {
  const page = built('menus').page('index.html');
  expect(page).toContain(
    '<nav class="links"><a href="/talk/">Talk</a> <a href="https://example.com/">Elsewhere</a> </nav>',
  );
});

test('translations go by the weight of the languages (gohugoio/hugo #10293)', () => {
  const site = built('order-of-translations');
  const order = (page: string): string | undefined => /<p>([a-z ]*)<\/p>/.exec(site.page(page))?.[1]?.trim();
  expect(['index.html', 'pt/index.html', 'da/index.html'].map(order)).toEqual(['pt da', 'en da', 'en pt']);
});

test('now never gives the same moment twice', () => {
  const ids = [
    ...built('unix-nano')
      .page('index.html')
      .matchAll(/id="(plot-\d+)"/g),
  ].map(([, id]) => id);
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
});

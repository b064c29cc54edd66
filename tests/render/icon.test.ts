/** The icon of a page: the site's own, the author's link, or none that is asked for in vain. */
import { expect, test } from 'vitest';
import { findIcon, iconAddress } from '../../src/render/icon.ts';
import { buildSite } from '../support/site.ts';

const DECK = '-- content/talk/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# One\n';
const iconsOf = (page: string): string[] => page.match(/<link[^>]*icon[^>]*>/g) ?? [];

test('a site without one asks for none', () => {
  expect(iconsOf(buildSite(`\n${DECK}`).page('talk/index.html'))).toEqual([
    '<link rel="icon" href="data:,">',
  ]);
});

test('a file at the root of the site, from any page', () => {
  const site = buildSite(`\n-- static/favicon.ico --\nx\n-- static/favicon.png --\nx\n${DECK}`);
  expect(iconsOf(site.page('talk/index.html'))).toEqual(['<link rel="icon" href="../favicon.ico">']);
});

test('a link of the author', () => {
  const link = '<link rel="shortcut icon" href="/own.ico">';
  const site = buildSite(
    `\n-- static/favicon.ico --\nx\n-- layouts/partials/reveal-hugo/head.html --\n${link}\n${DECK}`,
  );
  expect(iconsOf(site.page('talk/index.html'))).toEqual([link]);
});

test('only files at the root count, and only links to icons', () => {
  expect(findIcon(new Map([['talk/favicon.ico', 'content/talk/favicon.ico']]))).toBeUndefined();
  expect(iconAddress(undefined, '<link rel="iconic"><link rel=stylesheet href="icon.css">', String)).toBe(
    'data:,',
  );
});

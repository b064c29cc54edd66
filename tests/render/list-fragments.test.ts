/** Items of lists that are nothing but a fragment, in decks with a theme of ours. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { moveFragmentsToItems } from '../../src/render/list-fragments.ts';
import { writeSite } from '../support/write-site.ts';

const list = (item: string): string => `<ul>\n${item}\n</ul>`;

test.each([
  ['<li>\n<span class="fragment">a</span>\n</li>', '<li class="fragment">\n<span>a</span>\n</li>'],
  [
    '<li><p><span class="fragment fade-up" data-fragment-index="2">a <b>b</b></span></p>\n</li>',
    '<li class="fragment fade-up" data-fragment-index="2"><p><span>a <b>b</b></span></p>\n</li>',
  ],
  ['<li class="x"><b class="fragment">a</b></li>', '<li class="fragment x"><b>a</b></li>'],
])('%s', (item, moved) => {
  expect(moveFragmentsToItems(list(item))).toBe(list(moved));
});

test.each([
  '<li>a <span class="fragment">b</span></li>',
  '<li><span class="fragment">a</span> b</li>',
  '<li><span class="fragment">a</span><span class="fragment">b</span></li>',
  '<li><p><span class="fragment">a</span></p>\n<p>b</p></li>',
  '<li><span class="fragment strike">a</span></li>',
  '<li><span class="fragment highlight-red">a</span></li>',
  '<li><span class="fragment fade-out">a</span></li>',
  '<li class="fragment"><span class="fragment">a</span></li>',
  '<li>fragment</li>',
  '<li></li>',
])('stays as it is: %s', (item) => {
  expect(moveFragmentsToItems(list(item))).toBe(list(item));
});

test('only decks with a theme of ours have them, and those need no warning', async () => {
  const site = (theme: string): string =>
    writeSite(`
-- hugo.toml --
title = "T"
[params.reveal_hugo]
theme = "${theme}"
-- content/_index.md --
+++
title = "T"
outputs = ["Reveal"]
+++
- {{% fragment %}}a{{% /fragment %}}
`);
  const [own, other] = [site('studio'), site('white')];
  const codes: (readonly string[])[] = [];
  for (const source of [own, other]) {
    const { warnings } = await build({ source, destination: path.join(source, 'public'), quiet: true });
    codes.push(warnings.map(({ code }) => code));
  }
  expect(codes).toEqual([[], ['fragment-bare-bullet']]);
  const html = (source: string): string => readFileSync(path.join(source, 'public', 'index.html'), 'utf8');
  expect(html(own)).toContain('<li class="fragment">');
  expect(html(other)).toContain('<span class="fragment">a</span>');
});

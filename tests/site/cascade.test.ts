/** What a section, or the whole site, says of the pages below it. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { listContent } from '../../src/site/pages/content.ts';
import { cascadePages, readPage } from '../../src/site/pages/page.ts';
import type { Page } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';
import { parseSite } from '../support/site.ts';

/** The pages of a site without mistakes, by their paths; those of other languages have a code in front. */
function pagesOf(site: string): Readonly<Record<string, Page>> {
  const texts = parseSite(site);
  const { config, diagnostics } = readConfig(texts);
  const found = [...diagnostics];
  const content = listContent(memoryFiles(texts), config);
  const read = content.pages.map((file) =>
    readPage({ ...file, text: texts[file.source] ?? '' }, config, (diagnostic) => found.push(diagnostic)),
  );
  const pages = cascadePages(read, content, config, (diagnostic) => found.push(diagnostic));
  expect(found).toEqual([]);
  return Object.fromEntries(
    pages.map((page) => [page.language === 'en' ? page.path : `${page.language}:${page.path}`, page]),
  );
}

/** The value of a param of each page. */
function paramsOf(site: string, key: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pagesOf(site)).map(([path, { params }]) => [path, params[key]]));
}

describe('a section', () => {
  test('adds its params to those that come from elsewhere', () => {
    const site = `
-- hugo.toml --
[cascade.params]
a = "site"
b = "site"
-- content/s/_index.md --
---
cascade: {params: {b: s, c: s}}
---
-- content/s/x.md --
---
params: {c: own}
---
`;
    const of = (key: string): unknown => paramsOf(site, key)['s/x'];
    expect(['a', 'b', 'c'].map(of)).toEqual(['site', 's', 'own']);
  });

  test('speaks for itself and all pages below, deeper ones before it, and none before the page', () => {
    const site = `
-- content/_index.md --
---
cascade: {foo: home}
---
-- content/s/_index.md --
---
cascade: {foo: s}
---
-- content/s/a.md --
-- content/s/b.md --
---
foo: own
---
-- content/s/c.md --
---
Foo: own
---
-- content/s/sub/d.md --
-- content/s/sub/deeper/_index.md --
---
cascade: {foo: deeper}
---
-- content/s/sub/deeper/e.md --
-- content/t/f.md --
-- content/sx.md --
`;
    expect(paramsOf(site, 'foo')).toEqual({
      '': 'home',
      s: 's',
      's/a': 's',
      's/b': 'own',
      's/c': undefined,
      's/sub/d': 's',
      's/sub/deeper': 'deeper',
      's/sub/deeper/e': 'deeper',
      't/f': 'home',
      sx: 'home',
    });
  });

  test('decides on all that a page may say', () => {
    const pages = pagesOf(
      `
-- content/s/_index.md --
+++
[cascade]
type = "home"
outputs = ["Reveal"]
weight = 3
date = 2024-01-02
draft = true
layout = "list"
slug = "x"
-- content/s/a.md --
+++
weight = 5
+++
-- content/s/a/pic.png --
`.replace('slug = "x"', 'slug = "x"\n+++'),
    );
    expect(pages['s/a']).toMatchObject({
      type: 'home',
      outputs: ['reveal'],
      weight: 5,
      date: new Date('2024-01-02T00:00:00Z'),
      draft: true,
      layout: 'list',
      outputPath: 's/x/index.html',
    });
  });

  test('leaves the files of a bundle where they are', () => {
    const pages = pagesOf(`
-- content/_index.md --
---
cascade: {foo: 1}
---
-- content/b/index.md --
-- content/b/pic.png --
`);
    expect(pages['b']?.resources).toEqual([
      { name: 'pic.png', source: 'content/b/pic.png', outputPath: 'b/pic.png' },
    ]);
  });

  test('params of a page win too', () => {
    const site = `
-- content/s/_index.md --
---
cascade: {foo: s}
---
-- content/s/a.md --
---
params: {foo: own}
---
`;
    expect(paramsOf(site, 'foo')).toMatchObject({ s: 's', 's/a': 'own' });
  });
});

describe('a target', () => {
  const site = (target: string): string => `
-- hugo.yaml --
languages: {en: {weight: 1}, fr: {weight: 2}}
-- content/_index.md --
---
cascade:
  - target: ${target}
    foo: yes
---
-- content/s/_index.md --
-- content/s/a.md --
-- content/s/sub/b.md --
-- content/A B/c.md --
-- content/_index.fr.md --
`;
  test.each([
    ['{path: "/s/*"}', ['s/a']],
    ['{path: "/S/**"}', ['s/a', 's/sub/b']],
    ['{path: "/{s,s/**}"}', ['s', 's/a', 's/sub/b']],
    ['{path: "/a-b/*"}', ['A B/c']],
    ['{kind: section}', ['s']],
    ['{kind: "{home,section}"}', ['', 's']],
    ['{kind: page, path: "/s/**"}', ['s/a', 's/sub/b']],
    ['{lang: fr}', []],
    ['{environment: production}', ['', 'A B/c', 's', 's/a', 's/sub/b']],
    ['{environment: staging}', []],
  ])('%s', (target, paths) => {
    const found = Object.entries(paramsOf(site(target), 'foo')).filter(([, value]) => value === 'yes');
    expect(found.map(([path]) => path).sort()).toEqual(paths);
  });

  test('several tables, by the older name, of the site', () => {
    const pages = pagesOf(`
-- hugo.toml --
[[cascade]]
foo = 1
[cascade._target]
path = "/s/a*"
[[cascade]]
bar = 2
[cascade.target]
kind = "page"
-- content/s/_index.md --
-- content/s/a.md --
-- content/s/b.md --
`);
    expect(pages['s/a']?.params).toEqual({ foo: 1, bar: 2 });
    expect(pages['s/b']?.params).toEqual({ bar: 2 });
    expect(pages['s']?.params).toEqual({});
  });
});

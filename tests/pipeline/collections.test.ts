/** Which pages stand in which collection. The rows are what Hugo 0.169 makes of this site. */
import { describe, expect, test } from 'vitest';
import { build, DECK } from '../support/built-pages.ts';

const page = (path: string, title: string, front = ''): string =>
  `-- content/${path} --\n---\ntitle: ${title}\n${front}\n---\nbody\n`;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>\n';

const SITE = [
  DECK.replaceAll('_index.md', 'zz/_index.md'),
  page('a/_index.md', 'A'),
  page('a/p.md', 'Ap'),
  page('a/never.md', 'Anever', 'build: {list: never}'),
  page('a/local.md', 'Alocal', 'build: {list: local}'),
  page('a/norender.md', 'Anorender', 'build: {render: never}'),
  page('a/link.md', 'Alink', 'build: {render: link}'),
  page('hid/_index.md', 'Hid', 'build: {list: never}'),
  page('hid/p.md', 'Hidp'),
  page('hid/deep/_index.md', 'Hiddeep'),
  page('hid/deep/p.md', 'Hiddeepp'),
  page('loc/_index.md', 'Loc', 'build: {list: local}'),
  page('loc/p.md', 'Locp'),
  page('bun/index.md', 'Bun', 'headless: true'),
  page('bun/part.md', 'Bunpart'),
  `-- content/bun/pic.svg --\n${PICTURE}`,
  page('nores/index.md', 'Nores', 'build: {publishResources: false}'),
  `-- content/nores/pic.svg --\n${PICTURE}-- content/nores/used.svg --\n${PICTURE}`,
  page('draftsec/_index.md', 'Draftsec', 'draft: true'),
  page('draftsec/p.md', 'Draftsecp'),
  page('draftsec/sub/_index.md', 'Draftsub', 'draft: true'),
  page('draftsec/sub/p.md', 'Draftsubp'),
].join('');

/** What a template of the home page writes. */
const written = (template: string): string =>
  build(`${SITE}-- layouts/home.html --\n${template}`).files['index.html']?.trim() ?? '';

const titles = (pages: string): string => written(`{{ range ${pages} }}{{ .Title }} {{ end }}`);

describe('the pages of', () => {
  test.each([
    ['site.Pages', 'A Alink Anorender Ap Deck Draftsecp Draftsubp Hiddeep Hiddeepp Hidp Locp Nores'],
    ['site.AllPages', 'A Alink Anorender Ap Deck Draftsecp Draftsubp Hiddeep Hiddeepp Hidp Locp Nores'],
    ['site.RegularPages', 'Alink Anorender Ap Draftsecp Draftsubp Hiddeepp Hidp Locp Nores'],
    ['site.Sections', 'A Deck Loc'],
    ['.Pages', 'A Deck Loc Nores'],
    ['.RegularPages', 'Nores'],
    ['.RegularPagesRecursive', 'Alink Alocal Anorender Ap Draftsecp Draftsubp Hiddeepp Hidp Locp Nores'],
    ['(.GetPage "/a").Pages', 'Alink Alocal Anorender Ap'],
    ['(.GetPage "/hid").Pages', 'Hiddeep Hidp'],
    ['(.GetPage "/hid").RegularPagesRecursive', 'Hiddeepp Hidp'],
    ['(.GetPage "/loc").Pages', 'Locp'],
    ['(.GetPage "/draftsec").Pages', 'Draftsecp'],
  ])('%s', (pages, wanted) => {
    expect(titles(pages)).toBe(wanted);
  });
});

test('a page that is in no list is found, with its neighbours where it has some', () => {
  const look =
    '{{ range (slice "a/never.md" "/a/local" "/a/norender" "/a/link" "/bun" "/hid") }}{{ with $.GetPage . }}{{ .RelPermalink }}|{{ with .NextInSection }}{{ .Title }}{{ end }}|{{ .CurrentSection.Title }} {{ end }}{{ end }}';
  expect(written(look).split(' ')).toEqual([
    '/a/never/||A',
    '/a/local/|Alink|A',
    '|Alocal|A',
    '/a/link/||A',
    '||',
    '/hid/||Hid',
  ]);
});

test('files of a bundle are there for those who ask for them, where it does not publish them', () => {
  expect(written('{{ with (.GetPage "/nores").Resources.Get "used.svg" }}{{ .RelPermalink }}{{ end }}')).toBe(
    '/nores/used.svg',
  );
});

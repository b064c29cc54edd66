/** Where a page is written, how it is reached, and which pages lead to it. */
import { describe, expect, test } from 'vitest';
import { readAsPage } from '../support/read-page.ts';

/** A page in a site with this configuration; the site has to be without mistakes. */
function addressOf(source: string, yaml = '', config = ''): { outputPath: string; address: string } {
  const { page, diagnostics } = readAsPage(
    yaml === '' ? '' : `---\n${yaml}\n---\n`,
    { 'hugo.yaml': config },
    `content/${source}`,
  );
  expect(diagnostics).toEqual([]);
  return page;
}

const LANGUAGES = 'defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n';
const IN_FOLDERS = `defaultContentLanguageInSubdir: true\n${LANGUAGES}`;
const UGLY = 'uglyURLs: true\n';

describe('the path of the file', () => {
  test.each([
    ['_index.md', '', 'index.html', ''],
    ['index.md', '', 'index.html', ''],
    ['a.md', '', 'a/index.html', 'a/'],
    ['a/_index.md', '', 'a/index.html', 'a/'],
    ['a/index.md', '', 'a/index.html', 'a/'],
    ['a/b.md', '', 'a/b/index.html', 'a/b/'],
    ['a/b.mkd', '', 'a/b/index.html', 'a/b/'],
    ['evaluation.md/_index.md', '', 'evaluation.md/index.html', 'evaluation.md/'],
    ['Some Dir/My File.md', '', 'some-dir/my-file/index.html', 'some-dir/my-file/'],
    ['Some/My.md', 'disablePathToLower: true\n', 'Some/My/index.html', 'Some/My/'],
    ['a.b/c.d.md', '', 'a.b/c.d/index.html', 'a.b/c.d/'],
    ['ÅÄ/Ünï.md', '', 'åä/ünï/index.html', '%C3%A5%C3%A4/%C3%BCn%C3%AF/'],
    ['c#.md', '', 'c#/index.html', 'c%23/'],
    ['_index.md', UGLY, 'index.html', 'index.html'],
    ['a/_index.md', UGLY, 'a/index.html', 'a/index.html'],
    ['a/b.md', UGLY, 'a/b.html', 'a/b.html'],
    ['a/b/index.md', UGLY, 'a/b.html', 'a/b.html'],
  ])('%s, %j', (source, config, outputPath, address) => {
    expect(addressOf(source, '', config)).toMatchObject({ outputPath, address });
  });
});

describe('the language', () => {
  test.each([
    ['_index.md', LANGUAGES, 'index.html'],
    ['_index.en.md', LANGUAGES, 'index.html'],
    ['_index.fr.md', LANGUAGES, 'fr/index.html'],
    ['a.FR.md', LANGUAGES, 'fr/a/index.html'],
    ['a.de.md', LANGUAGES, 'a.de/index.html'],
    ['talk/index.fr.md', LANGUAGES, 'fr/talk/index.html'],
    ['a.md', IN_FOLDERS, 'en/a/index.html'],
    ['a.fr.md', IN_FOLDERS, 'fr/a/index.html'],
    ['a.fr.md', `${LANGUAGES}${UGLY}`, 'fr/a.html'],
  ])('%s, %j', (source, config, outputPath) => {
    expect(addressOf(source, '', config)).toMatchObject({ outputPath });
  });
});

describe('the front matter', () => {
  test.each([
    ['a/b.md', 'slug: My Slug', 'a/my-slug/index.html'],
    ['a/b.md', 'slug: -My & Slug-', 'a/my-slug/index.html'],
    ['a/b.md', 'slug: ""', 'a/b/index.html'],
    ['a/_index.md', 'slug: renamed', 'renamed/index.html'],
    ['a/b/_index.md', 'slug: renamed', 'a/renamed/index.html'],
    ['a/b/index.md', 'slug: renamed', 'a/renamed/index.html'],
    ['a/b.md', 'url: /x/Y', 'x/Y/index.html'],
    ['a/b.md', 'url: x/', 'x/index.html'],
    ['a/b.md', 'url: /x/y.html', 'x/y.html'],
    ['a/b.md', 'url: /x/y.html/', 'x/y.html/index.html'],
    ['a/b.md', 'url: /v1.2/x', 'v1.2/x/index.html'],
    ['a/b.md', 'url: /x/v1.2', 'x/v1.2/index.html'],
    ['a/b.md', 'url: ../../x', 'x/index.html'],
    ['a/b.md', 'url: /', 'index.html'],
    ['a/b.md', 'url: /x/\nslug: y', 'x/index.html'],
    ['a/b.md', 'url: "/:year/:slug/"\ntitle: A Title\ndate: 2024-03-04', '2024/a-title/index.html'],
    ['_index.md', 'url: /x/', 'index.html'],
  ])('%s with %j', (source, yaml, outputPath) => {
    expect(addressOf(source, yaml)).toMatchObject({ outputPath });
  });

  test.each([
    ['url: /x', 'x/index.html'],
    ['url: x', 'fr/x/index.html'],
    ['url: fr/x', 'fr/x/index.html'],
    ['slug: x', 'fr/a/x/index.html'],
  ])('in another language: %s', (yaml, outputPath) => {
    expect(addressOf('a/b.fr.md', yaml, LANGUAGES)).toMatchObject({ outputPath });
  });
});

describe('permalinks', () => {
  test.each([
    ['s/p.md', '{s: "/:year/:month/:title/"}', '2024/03/my-t/index.html'],
    ['s/p.md', '{s: "/x/:filename"}', 'x/p/index.html'],
    ['s/sub/p.md', '{s: "/:sections/:slug"}', 's/sub/my-t/index.html'],
    ['s/sub/p.md', '{s: "/:sections[1:]/:slugorfilename"}', 'sub/p/index.html'],
    ['s/sub/p.md', '{s: "/:sections[last]/:contentbasename"}', 'sub/p/index.html'],
    ['s/p.md', '{s: "/:section/:monthname/:weekdayname/:yearday/:day/"}', 's/march/monday/64/04/index.html'],
    ['t/p.md', '{s: "/x/:title/"}', 't/p/index.html'],
    ['p.md', '{/: "/x/:title/"}', 'x/my-t/index.html'],
    ['s/_index.md', '{s: "/x/:title/"}', 's/index.html'],
    ['s/_index.md', '{section: {s: "/x/:title/"}}', 'x/my-t/index.html'],
    ['s/p.md', '{page: {s: "/x/:title/"}}', 'x/my-t/index.html'],
    ['s/p.md', '[{target: {path: "/s/**", kind: page}, pattern: "/x/:title/"}]', 'x/my-t/index.html'],
    ['s/p.md', '[{target: {path: "/t/**"}, pattern: "/x/:title/"}]', 's/p/index.html'],
  ])('%s with %s', (source, permalinks, outputPath) => {
    const yaml = 'title: My T\ndate: 2024-03-04';
    expect(addressOf(source, yaml, `permalinks: ${permalinks}\n`)).toMatchObject({ outputPath });
  });

  test('a slug goes before the title, a url before the permalink', () => {
    const config = 'permalinks: {s: "/x/:slug/"}\n';
    expect(addressOf('s/p.md', 'slug: Own One', config).outputPath).toBe('x/own-one/index.html');
    expect(addressOf('s/p.md', 'url: /y/', config).outputPath).toBe('y/index.html');
  });

  test('the date is told by the clock that it was written with, or by that of the site', () => {
    const config = 'timeZone: Pacific/Auckland\npermalinks: {s: "/:year/:day/"}\n';
    const pathOf = (date: string): string => addressOf('s/p.md', `date: ${date}`, config).outputPath;
    expect(pathOf('2024-12-31T20:00:00')).toBe('2024/31/index.html');
    expect(pathOf('2024-12-31T20:00:00Z')).toBe('2024/31/index.html');
    expect(pathOf('2024-12-31T23:30:00-05:00')).toBe('2024/31/index.html');
  });
});

describe('aliases', () => {
  test.each([
    [
      'p.md',
      '[/old, older/x.html, ../q, /last/]',
      '',
      ['old/index.html', 'older/x.html', 'q/index.html', 'last/index.html'],
    ],
    ['a/p.md', '[old, /b/c]', '', ['a/old/index.html', 'b/c/index.html']],
    ['a/p.md', '/old', UGLY, ['old.html']],
    ['a/p.fr.md', '[old, /b]', LANGUAGES, ['fr/a/old/index.html', 'fr/b/index.html']],
    ['_index.md', '[/old]', '', ['old/index.html']],
    ['a/p.md', '[/a/p/, p, /]', '', ['index.html']],
    ['a/p.md', '[../../../x, "/../y"]', '', ['x/index.html', 'y/index.html']],
  ])('%s with %s', (source, aliases, config, paths) => {
    expect(addressOf(source, `aliases: ${aliases}`, config)).toMatchObject({ aliases: paths });
  });

  test.each([
    ['_index.md', LANGUAGES, ['en/index.html']],
    ['_index.fr.md', LANGUAGES, []],
    ['a/_index.md', LANGUAGES, []],
    ['_index.md', IN_FOLDERS, ['index.html']],
    ['_index.md', `disableDefaultLanguageRedirect: true\n${LANGUAGES}`, []],
  ])('the default language has two roots: %s, %j', (source, config, aliases) => {
    expect(addressOf(source, '', config)).toMatchObject({ aliases });
  });
});

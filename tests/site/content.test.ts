/** What the front matter says of a page, and which files stand beside pages. */
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/files.ts';
import { readAsPage } from '../support/read-page.ts';
import { openSite } from '../support/site.ts';

describe('values of a page', () => {
  test('keys are found in any case of their letters', () => {
    const { page, diagnostics } = readAsPage(
      '+++\nTitle = "T"\nWEIGHT = 3\npublishdate = 2024-01-02\nlinktitle = "L"\nOutputs = "reveal"\n+++\n',
    );
    expect(diagnostics).toEqual([]);
    expect(page).toMatchObject({ title: 'T', weight: 3, linkTitle: 'L', outputs: ['reveal'] });
    expect(page.publishDate).toEqual(new Date('2024-01-02T00:00:00Z'));
  });

  test('what is not given has its default', () => {
    const { page } = readAsPage('');
    expect(page).toMatchObject({
      title: '',
      linkTitle: '',
      description: '',
      weight: 0,
      date: undefined,
      publishDate: undefined,
      expiryDate: undefined,
      draft: false,
      outputs: undefined,
      type: 'page',
      params: {},
    });
  });

  test('the link title is the title where there is no other', () => {
    expect(readAsPage('---\ntitle: T\n---\n').page.linkTitle).toBe('T');
  });

  test.each([
    ['outputs: [Reveal]', ['reveal']],
    ['outputs: [HTML, Reveal]', ['html', 'reveal']],
    ['outputs: reveal', ['reveal']],
    ['outputs: []', []],
  ])('%s', (line, outputs) => {
    expect(readAsPage(`---\n${line}\n---\n`).page.outputs).toEqual(outputs);
  });

  test.each([
    ['7', 7],
    ['"7"', 7],
    ['7.9', 7],
    ['-5', -5],
    ['0', 0],
  ])('weight: %s', (source, weight) => {
    const { page, diagnostics } = readAsPage(`---\nweight: ${source}\n---\n`);
    expect(page.weight).toBe(weight);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['true', true],
    ['"true"', true],
    ['false', false],
    ['"false"', false],
  ])('draft: %s', (source, draft) => {
    const { page, diagnostics } = readAsPage(`---\ndraft: ${source}\n---\n`);
    expect(page.draft).toBe(draft);
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['+++\ndate = 2024-01-02\n+++\n', '2024-01-02T00:00:00Z'],
    ['+++\ndate = 2024-01-02T03:04:05+02:00\n+++\n', '2024-01-02T01:04:05Z'],
    ['+++\ndate = "2024-01-02"\n+++\n', '2024-01-02T00:00:00Z'],
    ['---\ndate: 2024-01-02\n---\n', '2024-01-02T00:00:00Z'],
    ['---\ndate: 2024-01-02 03:04:05\n---\n', '2024-01-02T03:04:05Z'],
    ['---\ndate: 2024-01-02T03:04:05Z\n---\n', '2024-01-02T03:04:05Z'],
    ['---\ndate: 2024-01-02T03:04:05-01:00\n---\n', '2024-01-02T04:04:05Z'],
    ['{"date": "2024-01-02T03:04:05.5Z"}\n', '2024-01-02T03:04:05.500Z'],
  ])('%j', (text, date) => {
    const { page, diagnostics } = readAsPage(text);
    expect(diagnostics).toEqual([]);
    expect(page.date).toEqual(new Date(date));
  });

  test.each([
    ['date: notadate', 'date', undefined],
    ['date: 2024-1-2', 'date', undefined],
    ['date: January 2, 2024', 'date', undefined],
    ['date: 2024-13-45', 'date', undefined],
    ['expiryDate: true', 'expiryDate', undefined],
    ['weight: abc', 'weight', 0],
    ['draft: 7', 'draft', false],
    ['title: [a]', 'title', ''],
    ['outputs: {a: b}', 'outputs', undefined],
  ] as const)('a value of the wrong type is reported and its default counts: %s', (line, key, value) => {
    const { page, diagnostics } = readAsPage(`---\nother: x\n${line}\n---\n`);
    expect(page[key]).toBe(value);
    expect(diagnostics.map((found) => [found.code, found.severity, found.line, found.column])).toEqual([
      ['value-type', 'error', 3, 1],
    ]);
    expect(diagnostics[0]?.message).toContain(`${key} must be `);
  });

  test.each([
    ['date: 2024-01-02 03:04:05', '2024-01-02T02:04:05Z'],
    ['date: 2024-07-02 03:04:05', '2024-07-02T01:04:05Z'],
    ['date: 2024-07-02', '2024-07-01T22:00:00Z'],
    ['date: 2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z'],
    ['date: 2024-01-02T03:04:05-01:00', '2024-01-02T04:04:05Z'],
    ['date: 2024-03-31 01:59:00', '2024-03-31T00:59:00Z'],
    ['date: 2024-03-31 03:00:00', '2024-03-31T01:00:00Z'],
  ])('a date without a zone is told by the clock of the site: %s', (line, date) => {
    const config = { 'hugo.toml': 'timeZone = "Europe/Oslo"\n' };
    expect(readAsPage(`---\n${line}\n---\n`, config).page.date).toEqual(new Date(date));
    if (line.includes('Z') || line.includes('-01:00')) return;
    const toml = `+++\n${line.replace(': ', ' = ')}\n+++\n`;
    expect(readAsPage(toml, config).page.date).toEqual(new Date(date));
  });

  test.each([
    ['date: 2024-01-01', [1, 1, 1, undefined]],
    ['publishDate: 2024-01-02', [2, 2, 2, undefined]],
    ['lastmod: 2024-01-03', [3, 3, undefined, undefined]],
    ['date: 2024-01-01\nmodified: 2024-01-03\npubdate: 2024-01-02', [1, 3, 2, undefined]],
    ['published: 2024-01-02', [2, 2, 2, undefined]],
    ['published: true', [undefined, undefined, undefined, undefined]],
    ['unpublishdate: 2024-01-04', [undefined, undefined, undefined, 4]],
    ['expiryDate: 2024-01-04\nunpublishdate: 2024-01-05', [undefined, undefined, undefined, 4]],
  ])('dates stand in for each other: %j', (yaml, days) => {
    const { page, diagnostics } = readAsPage(`---\n${yaml}\n---\n`);
    expect(diagnostics).toEqual([]);
    const { date, lastmod, publishDate, expiryDate } = page;
    expect([date, lastmod, publishDate, expiryDate].map((day) => day?.getUTCDate())).toEqual(days);
  });

  test.each([
    ['date = [":filename", ":default"]', '', '2024-05-06', 'my-talk/index.html'],
    ['date = [":filename", ":default"]', 'date: 2024-01-02\nslug: own', '2024-05-06', 'own/index.html'],
    ['date = [":default", ":filename"]', 'pubdate: 2024-01-02', '2024-01-02', 'my-talk/index.html'],
    [
      'date = "created"',
      'created: 2024-01-03\ndate: 2024-01-02',
      '2024-01-03',
      '2024-05-06-my-talk/index.html',
    ],
    [
      'date = [":git", ":fileModTime", "date"]',
      'date: 2024-01-02',
      '2024-01-02',
      '2024-05-06-my-talk/index.html',
    ],
  ])('the configuration says where a date is read from: %s', (line, yaml, date, outputPath) => {
    const { page, diagnostics } = readAsPage(
      `---\n${yaml}\n---\n`,
      { 'hugo.toml': `[frontmatter]\n${line}\n` },
      'content/2024-05-06-my-talk.md',
    );
    expect(diagnostics).toEqual([]);
    expect(page.date).toEqual(new Date(date));
    expect(page.outputPath).toBe(outputPath);
  });

  test('the date in the name of a file stands in for the others', () => {
    const config = { 'hugo.toml': '[frontmatter]\ndate = [":filename"]\n' };
    const { page } = readAsPage('', config, 'content/2024-05-06-my-talk.md');
    expect([page.lastmod, page.publishDate]).toEqual([page.date, page.date]);
    expect(page.date).toEqual(new Date('2024-05-06'));
  });

  test('published: false is a draft', () => {
    expect(readAsPage('---\npublished: false\n---\n').page.draft).toBe(true);
    expect(readAsPage('---\npublished: false\ndraft: false\n---\n').page.draft).toBe(false);
  });

  test('params lie over the keys beside them', () => {
    const { page } = readAsPage(
      '---\ntitle: T\nFoo: 1\nweight: 3\nb: {x: 1}\nparams: {foo: 2, weight: 4, b: {y: 2}}\n---\n',
    );
    expect(page.params).toMatchObject({ title: 'T', foo: 2, weight: 4, b: { x: 1, y: 2 } });
    expect(page.params).not.toHaveProperty('Foo');
    expect(page.weight).toBe(3);
  });

  test('formats that the site defines, and Reveal where it defines none', () => {
    const config = { 'hugo.toml': '[outputFormats.Slides]\nbaseName = "x"\n' };
    expect(readAsPage('---\noutputs: [slides, Reveal, RSS]\n---\n', config).diagnostics).toEqual([]);
  });

  test.each(['title:', 'title: ~', 'draft:', 'date: null', 'outputs:'])('%s says nothing', (line) => {
    const { page, diagnostics } = readAsPage(`---\n${line}\n---\n`);
    expect(diagnostics).toEqual([]);
    expect(page).toMatchObject({ title: '', draft: false, date: undefined, outputs: undefined });
  });
});

describe('files that are published as they are', () => {
  const publishedOf = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    const { staticFiles } = openSite(
      memoryFiles({ 'content/_index.md': '+++\noutputs = ["Reveal"]\n+++\n', ...files }),
    ).decks();
    return Object.fromEntries(staticFiles.map(({ outputPath, source }) => [outputPath, source]));
  };

  test('those of static folders and those beside pages', () => {
    expect(
      publishedOf({
        'static/a.css': '',
        'static/img/b.png': '',
        'content/c.png': '',
        'content/Mixed Case/D.png': '',
        'content/talk/.hidden.png': '',
        'other/e.png': '',
      }),
    ).toEqual({
      'a.css': 'static/a.css',
      'img/b.png': 'static/img/b.png',
      'c.png': 'content/c.png',
      // As the file is named, for the links of the author, and as addresses are written.
      'Mixed Case/D.png': 'content/Mixed Case/D.png',
      'mixed-case/D.png': 'content/Mixed Case/D.png',
    });
  });

  test('the first static folder wins over the others, and each of them over one beside a page', () => {
    expect(
      publishedOf({
        'hugo.yaml': 'staticDir: [one, two]\n',
        'one/a.txt': '',
        'two/a.txt': '',
        'two/b.txt': '',
        'content/b.txt': '',
        'static/c.txt': '',
      }),
    ).toEqual({ 'a.txt': 'one/a.txt', 'b.txt': 'two/b.txt' });
  });
});

/** What the front matter says of a page, and which files stand beside pages. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import { readSiteConfig } from '../../src/site/config.ts';
import { readPage } from '../../src/site/content.ts';
import type { Page } from '../../src/types.ts';
import { openSite } from '../support/site.ts';

function readAsPage(text: string): { page: Page; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const config = readSiteConfig(memoryFiles({}), {}, report);
  return { page: readPage({ path: 'content/a.md', text }, config, report), diagnostics };
}

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
    expect(diagnostics[0]?.message).toContain(`${key} has to be `);
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

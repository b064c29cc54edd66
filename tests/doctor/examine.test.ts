/** What the doctor tells of a site, as data. */
import { describe, expect, test } from 'vitest';
import { createDiagnostic } from '../../src/diagnostics.ts';
import { DECK, examineSite, site } from './patient.ts';

const examination = examineSite(site);

test('what the configuration says', () => {
  expect(examination.configuration).toEqual({
    files: ['hugo.toml'],
    environment: 'production',
    baseURL: 'https://example.org/talks/',
    languages: [
      { code: 'en', name: 'English', folder: '' },
      { code: 'fr', name: 'Français', folder: 'fr' },
    ],
  });
});

test('themes: reveal-hugo is built in, and the others are there or not', () => {
  expect(examination.themes).toEqual([
    { name: 'reveal-hugo', state: 'built-in' },
    { name: 'extra', state: 'there' },
    { name: 'gone', state: 'missing' },
  ]);
});

test('decks: slides of stacks count one by one, and notes by slide', () => {
  const [first, second, ...others] = examination.decks;
  expect(others).toEqual([]);
  expect(first).toEqual({
    path: 'index.html',
    isSound: true,
    title: '',
    language: 'en',
    head: 'content/_index.md',
    pages: 2,
    slides: 4,
    stacks: 1,
    notes: 2,
    theme: 'night',
    features: ['search', 'speaker', 'zoom'],
  });
  expect(second).toMatchObject({ path: 'fr/index.html', language: 'fr', head: 'content/_index.fr.md' });
});

test('pages that are no decks, with a layout and without one', () => {
  expect(examination.otherPages).toEqual({
    written: ['content/blog/post.md'],
    leftAlone: ['content/other/alone.md'],
    leftOut: [],
  });
});

test('a deck that is skipped for its output path is no other page, nor are its pages', () => {
  const deck = (name: string): string =>
    `-- content/${name}/_index.md --\n${DECK.replace('+++', '+++\nurl = "/same/"')}# A\n`;
  const { otherPages } = examineSite(`${deck('a')}${deck('b')}-- content/b/one.md --\n# One\n`);
  expect(otherPages).toEqual({ written: [], leftAlone: [], leftOut: [] });
});

test('files by where they stand', () => {
  expect(examination.files).toEqual({ static: 1, besidePages: 1, assets: 1, data: 1 });
});

test('a page of the site that is written at the root is no list', () => {
  const home = `-- content/talk/_index.md --\n${DECK}# A\n-- content/_index.md --\n# Home\n-- layouts/index.html --\n<p>{{ .Title }}</p>`;
  const { differences, otherPages } = examineSite(home);
  expect(otherPages.written).toEqual(['content/_index.md']);
  expect(differences.map(({ id }) => id)).not.toContain('list-of-decks');
});

describe('whether it builds', () => {
  const page = (text: string): string => `-- content/_index.md --\n${DECK}${text}\n`;

  test('errors in decks stop it, and those in other pages leave these out', () => {
    expect(examineSite(page('# A')).builds).toBe(true);
    expect(examineSite(page('{{< nope >}}')).builds).toBe(false);
    const other = `${page('# A')}-- content/blog/a.md --\nx\n-- layouts/_default/single.html --\n{{ errorf "no" }}`;
    expect(examineSite(other).builds).toBe(true);
    expect(examineSite(other).otherPages).toEqual({
      written: [],
      leftAlone: [],
      leftOut: ['content/blog/a.md'],
    });
  });

  test('a layout that fails stops it', () => {
    const failing = `${page('# A')}-- layouts/deck.hbs --\n{{#each}}{{/each}}`;
    expect(examineSite(failing)).toMatchObject({
      builds: false,
      findings: [{ code: 'layout-failed', count: 1 }],
    });
  });

  test('warnings stop it where it is strict', () => {
    const warned = page('# A\n\n{{% note %}}');
    expect(examineSite(warned).builds).toBe(true);
    const { builds, summary } = examineSite(warned, { strict: true });
    expect(builds).toBe(false);
    expect(summary).toContain('does not build with --strict');
  });

  test('what decks lack besides their pages counts, and is told once', () => {
    const missing = createDiagnostic({ code: 'style-missing', message: 'gone', hint: 'Get it.' });
    const { builds, findings, diagnostics } = examineSite(
      `${page('# A')}-- content/talk/_index.md --\n${DECK}# B`,
      { change: (deck) => ({ ...deck, diagnostics: [...deck.diagnostics, missing] }) },
    );
    expect(builds).toBe(false);
    expect(diagnostics).toEqual([missing]);
    expect(findings).toEqual([
      { code: 'style-missing', severity: 'error', count: 1, first: undefined, message: 'gone' },
    ]);
  });
});

test('findings are counted by code, errors first', () => {
  const { findings } = examineSite(`-- content/_index.md --\n${DECK}a <X> b <Y> c\n\n{{< nope >}}\n`);
  expect(findings.map(({ severity, code, count, first }) => [severity, code, count, first?.line])).toEqual([
    ['error', 'shortcode-unknown', 1, 6],
    ['warning', 'html-unknown-element', 2, 4],
  ]);
});

test('it is plain data', () => {
  expect(JSON.parse(JSON.stringify(examination))).toEqual(dropUndefined(examination));
});

/** JSON has no `undefined`. */
function dropUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropUndefined);
  if (typeof value !== 'object' || value === null) return value;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, dropUndefined(item)]));
}

describe('the line that sums it up', () => {
  const summaryOf = (text: string, config = ''): string =>
    examineSite(
      `-- hugo.toml --\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n${config}-- content/_index.md --\n${DECK}${text}`,
    ).summary;

  test.each([
    ['# A', '1 deck, 1 slide: builds; no intended differences, 0 warnings'],
    ['# A\n\n---\n\n# B\n\n---\n', '1 deck, 2 slides: builds; 1 intended difference, 0 warnings'],
    ['# A\n\n{{% note %}}', '1 deck, 1 slide: builds; 1 intended difference, 1 warning'],
    ['# A {{< nope >}}', '1 deck, 1 slide: does not build yet: 1 error; 1 intended difference, 0 warnings'],
  ])('%j', (text, summary) => expect(summaryOf(text)).toBe(summary));

  test('without a deck', () => {
    expect(examineSite('-- content/a.md --\n# A').summary).toMatch(
      /^0 decks, 0 slides: does not build yet: 1 error; no intended differences, 0 warnings$/,
    );
  });
});

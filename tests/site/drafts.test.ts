/** Drafts, future and expired pages are left out unless somebody asks for them. */
import { describe, expect, test } from 'vitest';
import { resolveDeckPaths, REVEAL } from '../support/resolve-decks.ts';

/** Judged at noon of the first of June 2026. */
describe('drafts, future and expired pages', () => {
  const PAGES = {
    'content/_index.md': REVEAL,
    'content/home/plain.md': 'x',
    'content/home/draft.md': '---\ndraft: true\n---\n',
    'content/home/future.md': '---\ndate: 2026-06-02\n---\n',
    'content/home/expired.md': '---\nexpiryDate: 2026-05-31\n---\n',
  };

  test.each([
    ['are left out', '', {}, ['plain']],
    ['drafts on demand', '', { buildDrafts: true }, ['draft', 'plain']],
    ['future ones on demand', '', { buildFuture: true }, ['future', 'plain']],
    ['expired ones on demand', '', { buildExpired: true }, ['expired', 'plain']],
    [
      'all of them on demand',
      '',
      { buildDrafts: true, buildFuture: true, buildExpired: true },
      ['future', 'draft', 'expired', 'plain'],
    ],
    ['or by the configuration', 'buildDrafts = true\n', {}, ['draft', 'plain']],
    ['where the command line does not forbid it', 'buildDrafts = true\n', { buildDrafts: false }, ['plain']],
  ])('%s', (_, config, overrides, pages) => {
    expect(resolveDeckPaths({ ...PAGES, 'hugo.toml': config }, overrides)).toEqual({
      'index.html': ['', ...pages.map((name) => `home/${name}`)],
    });
  });

  test.each([
    ['date: 2026-06-01', true],
    ['date: 2026-06-01T12:00:01Z', false],
    ['date: 2026-06-01T13:00:00+02:00', true],
    ['date: 2026-06-02\npublishDate: 2026-05-01', true],
    ['date: 2026-05-01\npublishDate: 2026-06-02', false],
    ['expiryDate: 2026-06-02', true],
    ['expiryDate: 2026-06-01T11:59:59Z', false],
    ['unpublishDate: 2026-05-31', false],
    ['draft: false', true],
    ['draft: "true"', false],
  ])('%j is published: %s', (yaml, published) => {
    const paths = resolveDeckPaths({
      'content/_index.md': REVEAL,
      'content/home/a.md': `---\n${yaml}\n---\n`,
    });
    expect(paths['index.html']).toEqual(published ? ['', 'home/a'] : ['']);
  });

  test('a deck whose head is a draft is none', () => {
    const site = {
      'content/_index.md': REVEAL,
      'content/s/_index.md': '+++\noutputs = ["Reveal"]\ndraft = true\n+++\n',
    };
    expect(Object.keys(resolveDeckPaths(site))).toEqual(['index.html']);
    expect(Object.keys(resolveDeckPaths(site, { buildDrafts: true }))).toEqual([
      'index.html',
      's/index.html',
    ]);
  });
});

/** What editors say of a site is what a build says: the schemas and the validation are of the same tables. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles, memoryFiles } from '../../src/files.ts';
import { readSiteConfig } from '../../src/site/config/config.ts';
import { readFrontMatter } from '../../src/site/pages/front-matter.ts';
import { frontMatterKeys } from '../../src/site/options/front-matter.ts';
import { revealHugoKeys } from '../../src/site/options/reveal-hugo.ts';
import type { KeyRows, ValueKind } from '../../src/site/options/row.ts';
import { moreSiteKeys, siteKeys } from '../../src/site/options/site.ts';
import { snakeCase } from '../../src/site/params/reveal-options.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { resolve } from '../support/deck-params.ts';
import { readFixtures } from '../support/fixtures.ts';
import { refusals, refusalsOfSite } from '../support/schemas.ts';
import { buildSite, parseSite } from '../support/site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const COMPAT = path.join(ROOT, 'tests', 'compat');

describe('sites that are as they should be', () => {
  test('our own', () => {
    expect(refusalsOfSite(diskFiles(ROOT))).toEqual([]);
  });

  const sites = readdirSync(COMPAT).filter((name) => existsSync(path.join(COMPAT, name, 'site')));

  test.each(sites)('tests/compat/%s', (name) => {
    expect(refusalsOfSite(diskFiles(path.join(COMPAT, name, 'site')))).toEqual([]);
  });
});

describe('reveal_hugo', () => {
  test.each<[string, (name: string) => string]>([
    ['camelCase', (name) => name],
    ['snake_case', snakeCase],
    ['lower case', (name) => name.toLowerCase()],
    ['capitals', (name) => snakeCase(name).toUpperCase()],
  ])('has every key in %s', (_, spell) => {
    for (const [name, { default: value }] of Object.entries(revealHugoKeys)) {
      const table = { [spell(name)]: value ?? sampleOf(name) };
      expect(refusals('site.json', { params: { reveal_hugo: table } })).toEqual([]);
      expect(refusals('deck.json', { reveal_hugo: table })).toEqual([]);
      expect(refusals('deck.json', { reveal_hugo: { [spell(name)]: wrongFor(name) } })).not.toEqual([]);
    }
  });

  /** In YAML, as what stands below `reveal_hugo:`. */
  test.each([
    '{transistion: fade}',
    '{sparkles: true}',
    '{keybord: {13: next}}',
    '{own: {side: left}}',
    '{plugins: [], own: {side: left}}',
    '{custom_js: "", own: {side: left}}',
    '{plugins: [own.js], transistion: fade}',
    '{plugins: [{name: my-menu, source: a.js}]}',
    '{plugins: [{order: 1}]}',
    '{plugins: [7]}',
  ])('what a build warns of is refused: %s', (text) => {
    expect(resolve('{}', text).diagnostics).not.toEqual([]);
    expect(refusals('deck.json', { reveal_hugo: parse(text) })).not.toEqual([]);
    expect(refusals('deck.json', { cascade: [{ reveal_hugo: parse(text) }] })).not.toEqual([]);
    expect(refusals('deck.json', { params: { reveal_hugo: parse(text) } })).not.toEqual([]);
    expect(refusals('site.json', { params: { reveal_hugo: parse(text) } })).not.toEqual([]);
    const languages = { en: { params: { reveal_hugo: parse(text) } } };
    expect(refusals('site.json', { languages })).not.toEqual([]);
  });

  test.each([
    '{slide_number: c/t, width: "100%", height: 1080, margin: 0.1}',
    '{slideNumber: true, hash: true, keyboard: {13: next, 27: null}}',
    '{plugins: [own.js], own: {side: left}, ours: [1]}',
    '{plugins: [RevealNotes, {name: RevealMath.KaTeX}, {name: RevealMenu, source: menu.js, css: a.css}]}',
    '{customJs: own.js, own: {side: left}}',
    '{menu: {side: left}, chalkboard: {boardmarkerWidth: 3}}',
    '{custom_theme: a.scss, custom_theme_compile: true, custom_theme_options: {targetPath: a.css}}',
    '{templates: {hot: {class: hot, background: "#f00"}}, logo: {src: a.png, top: 2%}}',
    '{auto_slide: false, scroll_snap: false, view: scroll, controls: speaker}',
  ])('what it takes is taken: %s', (text) => {
    expect(resolve('{}', text).diagnostics).toEqual([]);
    expect(refusals('deck.json', { reveal_hugo: parse(text) })).toEqual([]);
    expect(refusals('site.json', { params: { reveal_hugo: parse(text) } })).toEqual([]);
  });

  test('what has no effect here is crossed out', () => {
    const { diagnostics } = resolve('{reveal_cdn: "https://cdn.example.org/"}');
    expect(diagnostics).toMatchObject([{ code: 'param-ignored' }]);
    expect(revealHugoKeys['revealCdn']).toMatchObject({ ignored: 'reported' });
  });
});

describe('values of another kind', () => {
  const wrong: Readonly<Record<ValueKind, unknown>> = {
    boolean: 'perhaps',
    date: 'soon',
    duration: 'soon',
    integer: 'many',
    number: 'many',
    string: { a: 1 },
    strings: [{ a: 1 }],
    table: 'none',
    tables: 'none',
  };
  const right: Readonly<Record<ValueKind, readonly unknown[]>> = {
    boolean: [true, 'false'],
    date: ['2026-03-14', '2026-03-14T09:30:00Z', '2026-03-14 09:30:00+01:00'],
    duration: ['30s', '1m30s', '.5h', 60_000, '60000'],
    integer: [7, '7', 7.9, -1],
    number: [0.5, '0.5', -1],
    string: ['a', 2026, true],
    strings: ['a', ['a', 1], []],
    table: [{}],
    tables: [{}, [{}]],
  };
  const kindsOf = (rows: KeyRows): readonly (readonly [string, ValueKind])[] =>
    Object.entries(rows).flatMap(([key, { kind }]) => (kind ? [[key, kind] as const] : []));

  test.each(kindsOf(frontMatterKeys))('%s of a page, which is %s', (key, kind) => {
    const told = (value: unknown): boolean =>
      isTold(buildSite(memoryFiles({ 'content/_index.md': JSON.stringify({ [key]: value }) })).diagnostics);
    expect(told(wrong[kind])).toBe(true);
    expect(refusals('deck.json', { [key]: wrong[kind] })).not.toEqual([]);
    for (const value of [...right[kind], null]) {
      expect(told(value)).toBe(false);
      expect(refusals('deck.json', { [key]: value })).toEqual([]);
    }
  });

  test.each(kindsOf({ ...siteKeys, ...moreSiteKeys }))('%s of the site, which is %s', (key, kind) => {
    const nest = (value: unknown): object => ({
      // Which of them are left out is asked only where there are several.
      ...(key === 'disableLanguages' && { languages: { en: {}, de: {} } }),
      ...(key.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object),
    });
    const told = (value: unknown): boolean => {
      const found: Diagnostic[] = [];
      const files = memoryFiles({ 'hugo.json': JSON.stringify(nest(value)) });
      readSiteConfig(files, {}, (diagnostic) => found.push(diagnostic));
      return isTold(found);
    };
    expect(told(wrong[kind])).toBe(true);
    expect(refusals('site.json', nest(wrong[kind]))).not.toEqual([]);
    for (const value of [...right[kind], null]) {
      expect(told(value)).toBe(false);
      expect(refusals('site.json', nest(value))).toEqual([]);
    }
  });
});

/** A site may have a theme of its own by any name, which an editor does not see. */
test('a theme that reveal.js does not have is refused', () => {
  for (const theme of ['solarised', 'robot-lung'])
    expect(refusals('deck.json', { reveal_hugo: { theme } })).not.toEqual([]);
});

/** Findings about the value of one key, which a schema can have too. */
const SHARED_CODES = ['param-unknown', 'plugin-name', 'plugin-unreadable'];

describe('levels of checks', () => {
  const told = (checks: unknown): readonly string[] => {
    const found: Diagnostic[] = [];
    const files = memoryFiles({ 'hugo.json': JSON.stringify({ params: { deckwright: { checks } } }) });
    readSiteConfig(files, {}, (one) => found.push(one));
    return found.map(({ code }) => code);
  };
  const refused = (checks: unknown): readonly string[] =>
    refusals('site.json', { params: { deckwright: { checks } } });

  test.each([
    { 'param-unknown': 'error', 'image-large': 'off' },
    { 'alt-missing': { level: 'off', reason: 'decoration' } },
    { 'image-large': { level: 'warning', reason: 'photos', limit: 4.5 } },
    { 'image-large': { limit: 1 } },
  ])('%j is taken', (checks) => {
    expect(told(checks)).toEqual([]);
    expect(refused(checks)).toEqual([]);
    expect(refusals('site.json', { languages: { en: { params: { deckwright: { checks } } } } })).toEqual([]);
  });

  test.each([
    { 'image-mising': 'off' },
    { 'alt-missing': 'silent' },
    { 'alt-missing': { reason: 'no level' } },
    { 'alt-missing': { limit: 3 } },
    { 'image-large': { level: 'warning', limit: '4 MB' } },
    { 'image-large': { limit: 0 } },
    { 'image-large': {} },
  ])('%j is refused', (checks) => {
    expect(told(checks)).toHaveLength(1);
    expect(refused(checks)).not.toEqual([]);
  });
});

describe('mistakes of which others are told', () => {
  const cases = readFixtures('mistakes')
    .flatMap((file) => file.cases)
    .filter(({ expected }) => SHARED_CODES.some((code) => expected.includes(` ${code} `)));

  test.each(cases)('$title', ({ input, expected }) => {
    const file = /^\S+ \S+ ([^:]+):/.exec(expected)?.[1];
    const refused = refusalsOfSite(memoryFiles(parseSite(input)));
    expect(refused.map((said) => said.split(' ', 1)[0])).toContain(file);
  });
});

const isTold = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code === 'value-type');

/** A value that a key does not take. */
const wrongFor = (name: string): unknown =>
  [revealHugoKeys[name]!.type].flat().includes('array') ? 7 : [[]];

/** A value for keys without a default. */
function sampleOf(name: string): unknown {
  const { type, values, examples } = revealHugoKeys[name]!;
  const samples: Record<string, unknown> = { array: [], boolean: true, number: 1, object: {}, string: 'a' };
  return values?.[0] ?? examples?.[0] ?? samples[[type].flat()[0]!];
}

function parse(text: string): unknown {
  const page = { path: 'a.md', text: `---\na: ${text}\n---\n` };
  return readFrontMatter(page, () => undefined).data['a'];
}

/** `cascade`: what a section, or the whole site, says of all pages below it. A page's own words win. */
import type { Page, SiteConfig, Table, TableLayer, TablePlace } from '../types.ts';
import { isTable } from '../tables.ts';
import { offsetOfKey, readPath } from './formats.ts';
import { createGlob } from './globs.ts';
import { placeOfKey } from './layers.ts';

/** One table that cascades. */
export interface Cascade {
  /** What it says, and where that stands. */
  readonly layer: TableLayer;
  readonly reaches: (page: Page) => boolean;
}

/** Keys that a table tells apart from what cascades. Hugo 0.156 renamed `_target` to `target`. */
const TARGET_KEYS: ReadonlySet<string> = new Set(['target', '_target']);

/** All cascades of a site: those of deeper sections first, those of the site last. The first that has a key wins. */
export function readCascades(pages: readonly Page[], config: SiteConfig): readonly Cascade[] {
  const sections = pages
    .filter(({ kind }) => kind !== 'page')
    .sort((a, b) => b.path.split('/').length - a.path.split('/').length || b.path.length - a.path.length);
  return [
    ...sections.flatMap((section) => cascadesOf(section, config)),
    ...config.cascade.map((table) => createCascade(table, placeInConfig(config), config)),
  ];
}

/** A section's cascade reaches the section itself too. */
function cascadesOf(section: Page, config: SiteConfig): readonly Cascade[] {
  const written = readPath(section.params, ['cascade']);
  const tables: readonly unknown[] = Array.isArray(written) ? written : [written];
  return tables.filter(isTable).map((table) => {
    const { layer, reaches } = createCascade(table, placeInPage(section), config);
    return {
      layer,
      reaches: (page) => page.language === section.language && isBelow(page, section) && reaches(page),
    };
  });
}

function isBelow({ path }: Page, section: Page): boolean {
  return section.kind === 'home' || path === section.path || path.startsWith(`${section.path}/`);
}

function createCascade(table: Table, place: TablePlace | undefined, config: SiteConfig): Cascade {
  const target = Object.entries(table).find(([key]) => TARGET_KEYS.has(key.toLowerCase()))?.[1];
  const values = Object.entries(table).filter(([key]) => !TARGET_KEYS.has(key.toLowerCase()));
  return {
    layer: { table: Object.fromEntries(values), place, path: [] },
    reaches: createTarget(isTable(target) ? target : {}, config),
  };
}

/** What a target compares its patterns with. */
const TARGET_VALUES: Readonly<Record<string, (page: Page, config: SiteConfig) => string>> = {
  path: ({ path }) => `/${path.replaceAll(' ', '-')}`,
  kind: ({ kind }) => kind,
  lang: ({ language }) => language,
  environment: (_, { environment }) => environment,
};

function createTarget(target: Table, config: SiteConfig): (page: Page) => boolean {
  const tests = Object.entries(TARGET_VALUES).flatMap(([key, valueOf]) => {
    const pattern = readPath(target, [key]);
    if (typeof pattern !== 'string' || pattern === '') return [];
    const isMatch = createGlob(pattern);
    return [(page: Page) => isMatch(valueOf(page, config))];
  });
  return (page) => tests.every((test) => test(page));
}

/** Findings are told at the key `cascade`: the formats know no place inside of it that holds for all three. */
function placeInPage({ place }: Page): TablePlace {
  const start = offsetOfKey(place, ['cascade']);
  return { ...place, start, end: start };
}

function placeInConfig({ layers }: SiteConfig): TablePlace | undefined {
  const { source, offset = 0 } = placeOfKey(layers, ['cascade']);
  return source && { source, start: offset, end: offset, format: 'TOML' };
}

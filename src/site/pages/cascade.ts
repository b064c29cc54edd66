/** `cascade`: front matter that a section or the site sets for all pages below. A page's own values take precedence. */
import type { Page, SiteConfig, Table, TableLayer, TableLocation } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { findKeyOffset, readPath } from '../formats/formats.ts';
import { createGlob } from '../../globs.ts';
import { locateKey } from '../locate-key.ts';

/** A cascading table. */
export interface Cascade {
  /** The values, with their location. */
  readonly layer: TableLayer;
  readonly reaches: (page: Page) => boolean;
}

/** Keys of the table that do not cascade. Hugo 0.156 renamed `_target` to `target`. */
const TARGET_KEYS: ReadonlySet<string> = new Set(['target', '_target']);

/** Reads all cascades, in order of precedence: those of deeper sections first, those of the site last. */
export function readCascades(pages: readonly Page[], config: SiteConfig): readonly Cascade[] {
  const sections = pages
    .filter(({ kind }) => kind !== 'page')
    .sort((a, b) => b.path.split('/').length - a.path.split('/').length || b.path.length - a.path.length);
  return [
    ...sections.flatMap((section) => readSectionCascades(section, config)),
    ...config.cascade.map((table) => createCascade(table, locateInConfig(config), config)),
  ];
}

/** Reads the cascades of a section, which also apply to the section itself. */
function readSectionCascades(section: Page, config: SiteConfig): readonly Cascade[] {
  const written = readPath(section.params, ['cascade']);
  const tables: readonly unknown[] = Array.isArray(written) ? written : [written];
  return tables.filter(isTable).map((table) => {
    const { layer, reaches } = createCascade(table, locateInPage(section), config);
    return {
      layer,
      reaches: (page) => page.language === section.language && isBelow(page, section) && reaches(page),
    };
  });
}

function isBelow({ path }: Page, section: Page): boolean {
  return section.kind === 'home' || path === section.path || path.startsWith(`${section.path}/`);
}

function createCascade(table: Table, location: TableLocation | undefined, config: SiteConfig): Cascade {
  const target = Object.entries(table).find(([key]) => TARGET_KEYS.has(key.toLowerCase()))?.[1];
  const values = Object.entries(table).filter(([key]) => !TARGET_KEYS.has(key.toLowerCase()));
  return {
    layer: { table: Object.fromEntries(values), location, path: [] },
    reaches: createTarget(isTable(target) ? target : {}, config),
  };
}

/** The values of a page that the patterns of a target are matched with. */
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

/** Locates the key `cascade`, because not all formats can locate keys inside of it. */
function locateInPage({ location }: Page): TableLocation {
  const start = findKeyOffset(location, ['cascade']);
  return { ...location, start, end: start };
}

function locateInConfig({ layers }: SiteConfig): TableLocation | undefined {
  const { source, offset = 0 } = locateKey(layers, ['cascade']);
  return source && { source, start: offset, end: offset, format: 'TOML' };
}

/**
 * `.Site.Menus`: menus by name, from the configuration, the front matter of pages and, with `sectionPagesMenu`, the
 * sections. Source of the rules: Hugo's menus.
 */
import type { Page } from '../../types.ts';
import { toText } from '../functions/values/conversions.ts';
import { isMap } from '../gotemplate/values.ts';
import { type EntryFacts, MenuEntry, sortEntries } from './menu-entry.ts';
import type { BasePage } from './page-base.ts';
import { normalizeParams } from './params.ts';

/** Menus by name. */
export type Menus = Readonly<Record<string, readonly MenuEntry[]>>;

/** The sources of menus. */
export interface MenuSource {
  /** The configuration of the site in this language. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** The path part of the base URL, with a slash at both ends. */
  readonly basePath: string;
  readonly pages: readonly BasePage[];
  readonly sections: readonly BasePage[];
  findPage(ref: string): BasePage | undefined;
}

/** Creates all menus of a site in one language, as trees. */
export function createMenus(source: MenuSource): Menus {
  const lists = new Map<string, Map<string, EntryFacts>>();
  const add = (menu: string, entry: EntryFacts): void => {
    const list = lists.get(menu) ?? new Map<string, EntryFacts>();
    lists.set(menu, list);
    const key = entry.identifier || entry.name;
    // As in Hugo, the first of two entries with the same name wins.
    if (!list.has(key)) list.set(key, entry);
  };
  const raw = normalizeParams(source.raw);
  for (const [menu, entries] of Object.entries(readTable(raw['menus'] ?? raw['menu'])))
    for (const entry of Array.isArray(entries) ? entries.filter(isMap) : [])
      add(menu, ofConfig(normalizeParams(entry), menu, source));
  for (const page of source.pages)
    for (const [menu, entry] of Object.entries(readPageMenus(page.page)))
      add(menu, ofPage(page, menu, entry));
  const sectionsMenu = raw['sectionpagesmenu'];
  if (typeof sectionsMenu === 'string' && sectionsMenu !== '')
    for (const section of source.sections)
      add(sectionsMenu, { ...ofPage(section, '', {}), identifier: section.page.path });
  return Object.fromEntries([...lists].map(([menu, entries]) => [menu, createTree(entries)]));
}

/** Nests entries under the parents that they name; an undefined parent becomes an entry, too. */
function createTree(facts: ReadonlyMap<string, EntryFacts>): readonly MenuEntry[] {
  const all = new Map(facts);
  for (const { parent } of facts.values())
    if (parent !== '' && !all.has(parent)) all.set(parent, bareEntry(parent));
  const below = (parent: string, seen: ReadonlySet<string>): readonly MenuEntry[] =>
    sortEntries(
      [...all]
        .filter(([key, entry]) => entry.parent === parent && !seen.has(key))
        .map(([key, entry]) => new MenuEntry(entry, below(key, new Set([...seen, key])))),
    );
  return below('', new Set());
}

const readTable = (value: unknown): Readonly<Record<string, unknown>> => (isMap(value) ? value : {});

/** Reads `menus` of front matter: a name, a list of names, or a table by name. */
export function readPageMenus({ params }: Page): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { menus, menu } = normalizeParams(params);
  const written = menus ?? menu;
  if (isMap(written))
    return Object.fromEntries(Object.entries(written).map(([name, entry]) => [name, readTable(entry)]));
  const names = [written].flat().filter((name) => typeof name === 'string');
  return Object.fromEntries(names.map((name) => [name, {}]));
}

const textOf = (value: unknown): string => toText(value ?? '');

/** Creates an entry for an undefined parent; as in Hugo, its menu is empty. */
const bareEntry = (name: string): EntryFacts => readEntry({}, { menu: '', name, page: undefined });

interface EntryDefaults {
  readonly menu: string;
  readonly name: string;
  readonly page: BasePage | undefined;
  readonly weight?: number;
}

/** Reads an entry from a table with lower-case keys. */
function readEntry(table: Readonly<Record<string, unknown>>, defaults: EntryDefaults): EntryFacts {
  const { menu, name, page, weight = 0 } = defaults;
  return {
    menu,
    page,
    name: textOf(table['name']) || name,
    title: textOf(table['title']) || (page?.page.title ?? ''),
    identifier: textOf(table['identifier']),
    parent: textOf(table['parent']),
    pageRef: textOf(table['pageref']),
    pre: textOf(table['pre']),
    post: textOf(table['post']),
    weight: Number(table['weight'] ?? weight) || 0,
    url: page ? String(page.member('RelPermalink')) : textOf(table['url']),
    configuredURL: textOf(table['url']),
    params: readTable(table['params']),
  };
}

function ofConfig(table: Readonly<Record<string, unknown>>, menu: string, source: MenuSource): EntryFacts {
  const ref = textOf(table['pageref']);
  const page = ref === '' ? undefined : source.findPage(ref);
  const name = page ? page.page.linkTitle || page.page.title : '';
  const entry = readEntry(table, { menu, name, page });
  // An address that starts with a slash is on this site.
  const isRooted = !page && entry.url.startsWith('/') && !entry.url.startsWith('//');
  return isRooted ? { ...entry, url: source.basePath + entry.url.slice(1) } : entry;
}

function ofPage(page: BasePage, menu: string, table: Readonly<Record<string, unknown>>): EntryFacts {
  const { linkTitle, title, weight } = page.page;
  return readEntry(table, { menu, name: linkTitle || title, page, weight });
}

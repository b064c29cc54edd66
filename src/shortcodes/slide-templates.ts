/**
 * Templates of slides: attributes under a name, in `reveal_hugo.templates` of site and page.
 * Source: docs/compatibility.md#slide-templates.
 */
import type { Attributes, Page, Table } from '../types.ts';
import { findTable } from './find-value.ts';
import type { ShortcodeServices } from './services.ts';

/** The templates that a page sees, by name in lower case: the site's, those of its section page, its own. */
export function findSlideTemplates(
  page: Page,
  { config, findSection }: ShortcodeServices,
): Readonly<Record<string, Table>> {
  const ofSite = config.languages.find(({ code }) => code === page.language)?.params ?? config.params;
  const tables = [ofSite, findSection(page)?.params ?? {}, page.params].map((params) =>
    findTable(params, 'reveal_hugo.templates'),
  );
  const templates = tables.flatMap((table) =>
    Object.entries(table).filter(([, template]) => isTable(template)),
  );
  return Object.fromEntries(templates.map(([name, template]) => [name.toLowerCase(), template as Table]));
}

/** Attributes as the theme writes them: sorted by key, `id` and `class` as they are, all others behind `data-`. */
export function createSlideAttributes(table: Table): Attributes {
  return Object.fromEntries(
    Object.entries(table)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [PLAIN.has(key) ? key : `data-${key}`, String(value)]),
  );
}

/** Attributes that HTML knows; all others are reveal.js's. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'class']);

/** The later value wins; classes are joined. Hugo writes both, of which browsers keep the first. */
export function mergeSlideAttributes(first: Attributes, second: Attributes): Attributes {
  const classes = [first['class'], second['class']].filter(Boolean);
  const { class: _, ...rest } = { ...first, ...second };
  return classes.length < 2 ? { ...first, ...second } : { class: classes.join(' '), ...rest };
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

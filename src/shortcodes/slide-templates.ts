/**
 * Slide templates: named attributes in `reveal_hugo.templates` of the site and its pages.
 * Source: docs/compatibility.md#slide-templates.
 */
import type { Attributes, Page, Table } from '../types.ts';
import { findTable } from './find-value.ts';
import type { ShortcodeServices } from './services.ts';

/** Finds the templates available to a page, by lower-case name: of the site, its section page, and the page itself. */
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

/** Creates attributes as the theme does: sorted by key, with `data-` before all names except `id` and `class`. */
export function createSlideAttributes(table: Table): Attributes {
  return Object.fromEntries(
    Object.entries(table)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [PLAIN.has(key) ? key : `data-${key}`, String(value)]),
  );
}

/** HTML attributes; all others belong to reveal.js. */
const PLAIN: ReadonlySet<string> = new Set(['id', 'class']);

/**
 * Merges attributes: the second value wins, and classes are joined. Hugo writes both values, and browsers use the
 * first.
 */
export function mergeSlideAttributes(first: Attributes, second: Attributes): Attributes {
  const classes = [first['class'], second['class']].filter(Boolean);
  const { class: _, ...rest } = { ...first, ...second };
  return classes.length < 2 ? { ...first, ...second } : { class: classes.join(' '), ...rest };
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

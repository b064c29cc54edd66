/** `plugins` of `reveal_hugo`: tables, and the plain paths and names of older decks. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Place, PluginParams, Report, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { pluginName } from './options/theme.ts';

const NAME_RE = new RegExp(pluginName);
const SCRIPT_RE = /\/|\.m?js$/;

/** The theme's own four stand before those of an author who gives no order. */
const FIRST_ORDER = 5;

interface Entry {
  readonly key: string;
  readonly order: number;
  readonly plugin: PluginParams;
}

/**
 * The plugins of site and page in the order in which the theme loads them: by `order`, else as they stand. Of two with
 * one name the later counts.
 */
export function normalizePlugins(
  lists: readonly unknown[],
  place: Place,
  report: Report,
): readonly PluginParams[] {
  const found = new Map<string, Entry>();
  let order = FIRST_ORDER;
  for (const item of lists.flat(2)) {
    const plugin = normalizePlugin(item, place, report);
    if (!plugin) continue;
    if (isTable(item) && typeof item['order'] === 'number') order = item['order'];
    const key = plugin.name ?? plugin.source ?? '';
    found.set(key, { key, order: order++, plugin });
  }
  return [...found.values()].sort((a, b) => a.order - b.order).map(({ plugin }) => plugin);
}

function normalizePlugin(item: unknown, place: Place, report: Report): PluginParams | undefined {
  if (typeof item === 'string' && item !== '') return isScript(item) ? fromPath(item) : fromName(item);
  if (isTable(item)) return fromTable(item, place, report);
  if (item !== undefined && item !== '') report(unreadable(item, place));
  return undefined;
}

const isScript = (text: string): boolean => SCRIPT_RE.test(text) || !NAME_RE.test(text);

const fromName = (name: string): PluginParams => ({
  name,
  source: undefined,
  css: [],
  verbatim: false,
  isOptional: false,
});

/** The theme takes the name of the file for the name of the plugin. Most of them have another, or are no plugin. */
function fromPath(source: string): PluginParams {
  const base = source.replace(/^.*\//, '').replace(/\.m?js$/, '');
  return { ...fromName(base), name: NAME_RE.test(base) ? base : undefined, source, isOptional: true };
}

function fromTable(table: Table, place: Place, report: Report): PluginParams | undefined {
  const { name, source, css, verbatim } = table;
  const path = typeof source === 'string' && source !== '' ? source : undefined;
  const shared = { source: path, css: textList(css), verbatim: verbatim === true };
  if (typeof name === 'string' && NAME_RE.test(name)) return { ...fromName(name), ...shared };
  if (typeof name === 'string' && name !== '') report(noName(name, place));
  else if (path !== undefined) return { ...fromPath(path), ...shared };
  if (path !== undefined || shared.css.length > 0) return { ...shared, name: undefined, isOptional: true };
  if (typeof name !== 'string') report(unreadable(table, place));
  return undefined;
}

/** A list of texts; a single one counts as a list of one, and what is empty as none. */
export function textList(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}

const noName = (name: string, place: Place): ReturnType<typeof createDiagnostic> =>
  createDiagnostic({
    code: 'plugin-name',
    severity: 'warning',
    message: `"${name}" can't be the name of a plugin, which is the global that its script defines`,
    hint: 'Give the name as the documentation of the plugin writes it, such as RevealMenu.',
    ...place,
  });

const unreadable = (item: unknown, place: Place): ReturnType<typeof createDiagnostic> =>
  createDiagnostic({
    code: 'plugin-unreadable',
    severity: 'warning',
    message: `${JSON.stringify(item)} names no plugin, so it is passed over`,
    hint: 'A plugin is a table with name and source, or the path of its script.',
    ...place,
  });

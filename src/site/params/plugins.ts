/** Reads `plugins` of `reveal_hugo`: tables, and the paths and names of older decks. */
import { createDiagnostic } from '../../diagnostics.ts';
import type { SourceLocation, PluginParams, Report, Table } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { pluginName } from '../options/theme-options.ts';

const NAME_RE = new RegExp(pluginName);
const SCRIPT_RE = /\/|\.m?js$/;

/** Default order, after the theme's own four plugins. */
const FIRST_ORDER = 5;

interface Entry {
  readonly key: string;
  readonly order: number;
  readonly plugin: PluginParams;
}

/**
 * Merges the plugins of site and page in the order in which the theme loads them: by `order`, then as written. Of two
 * with the same name, the last is used.
 */
export function normalizePlugins(
  lists: readonly unknown[],
  location: SourceLocation,
  report: Report,
): readonly PluginParams[] {
  const found = new Map<string, Entry>();
  let order = FIRST_ORDER;
  for (const item of lists.flat(2)) {
    const plugin = normalizePlugin(item, location, report);
    if (!plugin) continue;
    if (isTable(item) && typeof item['order'] === 'number') order = item['order'];
    const key = plugin.name ?? plugin.source ?? '';
    found.set(key, { key, order: order++, plugin });
  }
  return [...found.values()].sort((a, b) => a.order - b.order).map(({ plugin }) => plugin);
}

function normalizePlugin(item: unknown, location: SourceLocation, report: Report): PluginParams | undefined {
  if (typeof item === 'string' && item !== '') return isScript(item) ? fromPath(item) : fromName(item);
  if (isTable(item)) return fromTable(item, location, report);
  if (item !== undefined && item !== '') report(unreadablePlugin(item, location));
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

/** Creates a plugin from a path. The theme expects a plugin named like the file, which is mostly not the case. */
function fromPath(source: string): PluginParams {
  const base = source.replace(/^.*\//, '').replace(/\.m?js$/, '');
  return { ...fromName(base), name: NAME_RE.test(base) ? base : undefined, source, isOptional: true };
}

function fromTable(table: Table, location: SourceLocation, report: Report): PluginParams | undefined {
  const { name, source, css, verbatim } = table;
  const path = typeof source === 'string' && source !== '' ? source : undefined;
  const shared = { source: path, css: textList(css), verbatim: verbatim === true };
  if (typeof name === 'string' && NAME_RE.test(name)) return { ...fromName(name), ...shared };
  if (typeof name === 'string' && name !== '') report(missingName(name, location));
  else if (path !== undefined) return { ...fromPath(path), ...shared };
  if (path !== undefined || shared.css.length > 0) return { ...shared, name: undefined, isOptional: true };
  if (typeof name !== 'string') report(unreadablePlugin(table, location));
  return undefined;
}

/** Reads a list of strings, or a single one; empty strings are dropped. */
export function textList(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}

const missingName = (name: string, location: SourceLocation): ReturnType<typeof createDiagnostic> =>
  createDiagnostic({
    code: 'plugin-name',
    severity: 'warning',
    message: `"${name}" is not a valid plugin name: it must be the global that the script defines`,
    hint: "Use the name from the plugin's documentation, such as RevealMenu.",
    ...location,
  });

const unreadablePlugin = (item: unknown, location: SourceLocation): ReturnType<typeof createDiagnostic> =>
  createDiagnostic({
    code: 'plugin-unreadable',
    severity: 'warning',
    message: `${JSON.stringify(item)} is not a plugin, so it is ignored`,
    hint: 'A plugin is a table with name and source, or the path of its script.',
    ...location,
  });

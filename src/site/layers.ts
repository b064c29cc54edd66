/** Where a value of a merged table was written. */
import type { Finding } from '../diagnostics.ts';
import type { TableLayer, TablePlace } from '../types.ts';
import { offsetOfKey, readPath } from './formats.ts';

/** One text that holds a table, or all those that it was merged from. */
export type Places = TablePlace | readonly TableLayer[] | undefined;

/**
 * The place of a key, for a finding: of several texts that have it the last one, which is the one to mend. Nothing
 * where no file has the key.
 */
export function placeOfKey(places: Places, keys: readonly string[]): Pick<Finding, 'source' | 'offset'> {
  if (!places) return {};
  if (!isLayers(places)) return { source: places.source, offset: offsetOfKey(places, keys) };
  const layer = places.findLast(({ table }) => readPath(table, keys) !== undefined);
  if (!layer?.place) return {};
  const { place, path } = layer;
  return { source: place.source, offset: offsetOfKey(place, keys.slice(path.length)) };
}

const isLayers = (places: TablePlace | readonly TableLayer[]): places is readonly TableLayer[] =>
  Array.isArray(places);

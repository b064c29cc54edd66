/** Locates values of merged tables. */
import type { Finding } from '../diagnostics.ts';
import type { TableLayer, TablePlace } from '../types.ts';
import { offsetOfKey, readPath } from './formats.ts';

/** The location of a table, or all layers that it was merged from. */
export type Places = TablePlace | readonly TableLayer[] | undefined;

/**
 * Locates a key for a finding: in the last layer that has it, because that is the one to fix. Empty if no file has the
 * key.
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

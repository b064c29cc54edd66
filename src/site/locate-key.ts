/** Locates values of merged tables. */
import type { Finding } from '../diagnostics.ts';
import type { TableLayer, TableLocation } from '../types.ts';
import { findKeyOffset, readPath } from './formats/formats.ts';

/** The location of a table, or all layers that it was merged from. */
export type TableLocations = TableLocation | readonly TableLayer[] | undefined;

/**
 * Locates a key for a finding: in the last layer that has it, because that is the one to fix. Empty if no file has the
 * key.
 */
export function locateKey(
  locations: TableLocations,
  keys: readonly string[],
): Pick<Finding, 'source' | 'offset'> {
  if (!locations) return {};
  if (!isLayers(locations)) return { source: locations.source, offset: findKeyOffset(locations, keys) };
  const layer = locations.findLast(({ table }) => readPath(table, keys) !== undefined);
  if (!layer?.location) return {};
  const { location, path } = layer;
  return { source: location.source, offset: findKeyOffset(location, keys.slice(path.length)) };
}

const isLayers = (locations: TableLocation | readonly TableLayer[]): locations is readonly TableLayer[] =>
  Array.isArray(locations);

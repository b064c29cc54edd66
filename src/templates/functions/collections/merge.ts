/** `merge`: combines maps. */
import { isMap, isTrue, TemplateFailure } from '../../gotemplate/values.ts';
import { getTypeName } from '../values/conversions.ts';

type Table = Readonly<Record<string, unknown>>;

/** Merges maps: the later argument wins, nested maps are merged, and keys are case-insensitive. */
export function mergeMaps(maps: readonly unknown[]): unknown {
  const last = maps.at(-1);
  if (!isMap(last)) throw new TemplateFailure(`destination must be a map, got ${getTypeName(last)}`);
  return maps.slice(0, -1).reduceRight<Table>(mergeOver, last);
}

function mergeOver(winner: Table, source: unknown): Table {
  if (!isTrue(source)) return winner;
  if (!isMap(source)) throw new TemplateFailure(`source must be a map, got ${getTypeName(source)}`);
  const keys = new Map(Object.keys(winner).map((key) => [key.toLowerCase(), key]));
  const merged: Record<string, unknown> = { ...winner };
  for (const [key, value] of Object.entries(source)) {
    const ownKey = keys.get(key.toLowerCase());
    if (ownKey === undefined) merged[key] = value;
    else if (isMap(winner[ownKey]) && isMap(value)) merged[ownKey] = mergeOver(winner[ownKey], value);
  }
  return merged;
}

/** `querify`: the query of a URL. */
import { isMap, TemplateFailure } from '../../gotemplate/values.ts';
import { toText } from '../values/conversions.ts';
import { readList } from '../values/lists.ts';

/** Creates a query from a map, a list, or keys and values as arguments. As in Go, keys are sorted. */
export function formatQuery(values: readonly unknown[]): string {
  const pairs = pairsOf(values);
  if (pairs.some(([key]) => key === '')) throw new TemplateFailure('one of the keys is an empty string');
  return pairs
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => `${escapeQuery(key)}=${escapeQuery(value)}`)
    .join('&');
}

function pairsOf(values: readonly unknown[]): readonly (readonly [string, string])[] {
  const [first] = values;
  if (values.length === 1 && isMap(first)) {
    return Object.entries(first).map(([key, value]) => [key, toText(value)] as const);
  }
  const list = values.length === 1 ? readList(first) : values;
  if (!list || list.length % 2 !== 0) {
    throw new TemplateFailure(
      'expected a map, a slice with an even number of elements, or an even number of scalar values, and each key must be a string',
    );
  }
  return list.filter((_, n) => n % 2 === 0).map((key, n) => [toText(key), toText(list[n * 2 + 1])] as const);
}

/** Escapes as Go's url.QueryEscape: everything except letters, digits and `-_.~`, and a plus for a space. */
export function escapeQuery(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

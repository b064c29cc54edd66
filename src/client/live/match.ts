/** Matches the nodes of two lists: which ones stay, were edited, or are new. */

/** What identifies a node. */
export interface Item {
  /** The tag name; only nodes of one kind can match. */
  readonly kind: string;
  /** The whole HTML: nodes with the same text are equal. */
  readonly text: string;
  /** Names that still identify the node when its text has changed, the most reliable first. */
  readonly names: readonly string[];
}

/**
 * Finds the index that each item had before, or `undefined` for a new one. `known` are pairs that are already known.
 */
export function matchItems(
  before: readonly Item[],
  after: readonly Item[],
  known: readonly (number | undefined)[] = [],
): readonly (number | undefined)[] {
  const indexes = after.map((_, n) => known[n]);
  const taken = new Set(indexes.filter((place) => place !== undefined));
  const pair = (n: number, place: number | undefined): void => {
    if (place === undefined) return;
    indexes[n] = place;
    taken.add(place);
  };
  const isFree = (place: number): boolean => !taken.has(place);
  for (const [n, index] of longestCommonSequence(before, after, indexes, isFree)) pair(n, index);
  for (const name of [ownText, firstName, secondName])
    for (const [n, item] of after.entries())
      if (indexes[n] === undefined && item.names.length > 0) pair(n, findNamed(before, item, name, isFree));
  for (const [n, item] of after.entries())
    if (indexes[n] === undefined) {
      const [start, end] = neighbourIndexes(indexes, n, before.length);
      const near = before.flatMap((other, at) =>
        at > start && at < end && isFree(at) && other.kind === item.kind ? [at] : [],
      );
      const rivals = after.filter(
        (other, m) => m > n && indexes[m] === undefined && other.kind === item.kind,
      );
      pair(n, nearest(item, near, before, rivals));
    }
  return indexes;
}

/** Maximum number of items that are compared word by word: with more, the whole deck has changed. */
const MAX_COMPARED = 60;

/** Finds, among some indexes, the item with the most similar text, unless that one is more similar to a later item. */
function nearest(
  item: Item,
  indexes: readonly number[],
  before: readonly Item[],
  rivals: readonly Item[],
): number | undefined {
  if (indexes.length === 0 || indexes.length + rivals.length > MAX_COMPARED) return indexes[0];
  const similarityAt = (one: Item, place: number): number => similarity(one.text, before[place]?.text ?? '');
  const ranked = indexes.toSorted((a, b) => similarityAt(item, b) - similarityAt(item, a));
  // There are enough for all rivals.
  if (rivals.length < indexes.length) return ranked[0];
  return ranked.find((index) =>
    rivals.every((rival) => similarityAt(rival, index) <= similarityAt(item, index)),
  );
}

const WORDS_RE = /[\p{L}\p{N}]+/gu;

/** The share of words that two texts have in common, from 0 to 1. */
function similarity(one: string, other: string): number {
  const [words, others] = [new Set(one.match(WORDS_RE)), new Set(other.match(WORDS_RE))];
  const shared = [...words].filter((word) => others.has(word)).length;
  return (2 * shared) / Math.max(words.size + others.size, 1);
}

type ReadName = (item: Item) => string | undefined;

const ownText: ReadName = ({ text }) => text;
const firstName: ReadName = ({ names }) => names[0];
const secondName: ReadName = ({ names }) => names[1];

function findNamed(
  before: readonly Item[],
  item: Item,
  name: ReadName,
  isFree: (index: number) => boolean,
): number | undefined {
  const wanted = name(item);
  if (!wanted) return undefined;
  const found = before.findIndex(
    (other, place) => isFree(place) && other.kind === item.kind && name(other) === wanted,
  );
  return found < 0 ? undefined : found;
}

/** Finds the indexes that the neighbours of an item had. */
function neighbourIndexes(
  indexes: readonly (number | undefined)[],
  n: number,
  count: number,
): readonly [start: number, end: number] {
  return [
    indexes.slice(0, n).findLast((index) => index !== undefined) ?? -1,
    indexes.slice(n + 1).find((index) => index !== undefined) ?? count,
  ];
}

/** Finds the longest common subsequence: items with the same text in the same order. */
function longestCommonSequence(
  before: readonly Item[],
  after: readonly Item[],
  indexes: readonly (number | undefined)[],
  isFree: (index: number) => boolean,
): readonly (readonly [n: number, place: number])[] {
  const old = before.flatMap((item, place) => (isFree(place) ? [{ text: item.text, place }] : []));
  const fresh = after.flatMap((item, n) => (indexes[n] === undefined ? [{ text: item.text, n }] : []));
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i]?.text === fresh[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < fresh.length;) {
    const [from, to] = [old[i], fresh[j]];
    if (from && to && from.text === to.text) {
      pairs.push([to.n, from.place]);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/**
 * Finds the items that need not be moved to get this order: the longest increasing subsequence of their old indexes.
 */
export function findUnmoved(indexes: readonly (number | undefined)[]): ReadonlySet<number> {
  // The last index of the best sequence of each length, and for each index the one before it.
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const index of indexes) {
    if (index === undefined) continue;
    const found = ends.findIndex((end) => end > index);
    const length = found < 0 ? ends.length : found;
    previous.set(index, ends[length - 1]);
    ends[length] = index;
  }
  const row = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = previous.get(index)) row.add(index);
  return row;
}

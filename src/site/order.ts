/** The order of pages: Hugo's default one, in decks as in the lists of templates. */
import type { Page } from '../types.ts';

/** What the order looks at. */
type Ordered = Pick<Page, 'weight' | 'date' | 'linkTitle' | 'path'>;

/** Compares two pages as `Array.sort` wants it. */
export type Order = (a: Ordered, b: Ordered) => number;

/**
 * Hugo's default order: weight with 0 last, date with the newest first, title as the language sorts it, path.
 * `language` is a language tag; one that is none sorts as English does.
 */
export function pageOrder(language: string): Order {
  let collator: Intl.Collator | undefined;
  const orders: readonly Order[] = [
    (a, b) => (a.weight || Infinity) - (b.weight || Infinity) || 0,
    (a, b) => seconds(b.date) - seconds(a.date) || 0,
    (a, b) => (collator ??= createCollator(language)).compare(a.linkTitle, b.linkTitle),
    (a, b) => compareTexts(a.path.toLowerCase(), b.path.toLowerCase()) || compareTexts(a.path, b.path),
  ];
  return (a, b) => orders.reduce((result, order) => result || order(a, b), 0);
}

/** Fractions of a second do not count in Hugo's order. */
const seconds = (date: Date | undefined): number => (date ? Math.floor(date.getTime() / 1000) : -Infinity);

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function createCollator(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language.replace('_', '-'));
  } catch {
    // The language code is free text in Hugo.
    return new Intl.Collator('en');
  }
}

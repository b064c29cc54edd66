/** Hugo's default order of pages, for decks and for lists in templates. */
import type { Page } from '../../types.ts';

/** The properties that the order depends on. */
type Ordered = Pick<Page, 'weight' | 'date' | 'linkTitle' | 'path'>;

/** Compares two pages, for `Array.sort`. */
export type Order = (a: Ordered, b: Ordered) => number;

/**
 * Creates Hugo's default order: by weight with 0 last, then by date with the newest first, by title in the order of the
 * language, and by path. `language` is a language tag; an invalid one means English.
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

/** Cuts a date to seconds: Hugo ignores fractions here. */
const seconds = (date: Date | undefined): number => (date ? Math.floor(date.getTime() / 1000) : -Infinity);

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function createCollator(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language.replace('_', '-'));
  } catch {
    // Hugo accepts any string as language code.
    return new Intl.Collator('en');
  }
}

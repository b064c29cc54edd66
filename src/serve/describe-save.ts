/** Describes a save that was taken, in one line for the terminal. */
import { countOf } from '../count-of.ts';
import type { Site } from '../pipeline.ts';
import type { Deck } from '../types.ts';
import type { SlideChanges } from './live-deck.ts';

/** A deck that a save has changed. */
export interface ChangedDeck {
  readonly deck: Deck;
  /** What has changed for its open pages; `undefined` if no page shows it. */
  readonly changes: SlideChanges | undefined;
  /** Whether its pages need no change. */
  readonly isSame: boolean;
}

/** What is known of a save. */
export interface SaveContext {
  /** The site before and after it. */
  readonly before: Pick<Site, 'decks'>;
  readonly after: Pick<Site, 'decks'>;
  /** Whether a page is open, of any deck. */
  readonly isOpen: boolean;
}

/** Lists the decks that a save has changed: those that pages show, or if none is open, those that were written in. */
export function listSaved(
  sent: readonly ChangedDeck[],
  { before, after, isOpen }: SaveContext,
): readonly ChangedDeck[] {
  const texts = new Set(before.decks.flatMap(({ pages }) => pages.map(({ source }) => source.text)));
  const isWritten = ({ pages }: Deck): boolean => pages.some(({ source }) => !texts.has(source.text));
  if (isOpen) return sent.filter(({ deck, isSame }) => !isSame || isWritten(deck));
  return after.decks
    .filter(isWritten)
    .map((deck) => ({ deck, changes: undefined, isSame: false }) satisfies ChangedDeck);
}

/** What a save has changed. */
export interface Save {
  readonly decks: readonly ChangedDeck[];
  /** How many other files pages have reloaded. */
  readonly files: number;
  readonly milliseconds: number;
}

/** Describes a save: `talk: 1 slide changed, 14 ms`; `undefined` if nothing of it is worth a line. */
export function describeSave({ decks, files, milliseconds }: Save): string | undefined {
  const [first] = decks;
  const end = `${Math.round(milliseconds)} ms`;
  if (decks.length > 1) return `${countOf(decks.length, 'deck')} changed, ${end}`;
  if (first) return `${nameOf(first.deck)}: ${describeChanges(first.changes)}, ${end}`;
  return files > 0 ? `${countOf(files, 'file')} reloaded, ${end}` : undefined;
}

/** The address of a deck without slashes at its ends; the deck at the root has its title. */
const nameOf = ({ outputPath, head }: Deck): string =>
  outputPath.replace(/(?:^|\/)index\.html$/, '') || head.title || '/';

function describeChanges(changes: SlideChanges | undefined): string {
  if (!changes) return 'saved, no page is open';
  const parts = (['changed', 'added', 'removed'] as const).flatMap((kind) =>
    changes[kind] > 0 ? [{ count: changes[kind], kind }] : [],
  );
  const [first, ...others] = parts;
  if (!first) return 'no slide changed';
  const rest = others.map(({ count, kind }) => `${count} ${kind}`);
  return [`${countOf(first.count, 'slide')} ${first.kind}`, ...rest].join(', ');
}

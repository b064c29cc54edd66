/** Exports one deck after the other; one that can't be opened does not stop the others. */
import { DeckError } from '../diagnostics.ts';
import type { Exported } from './open-export.ts';
import type { ExportDeck, ExportRun } from './types.ts';

/** Exports each deck of a run, and collects what was made. */
export async function eachDeck(
  { decks }: ExportRun,
  work: (deck: ExportDeck) => Promise<Exported>,
): Promise<Exported> {
  const all: Exported[] = [];
  for (const deck of decks) all.push(await work(deck).catch(toProblems));
  return {
    files: all.flatMap(({ files }) => files),
    problems: all.flatMap(({ problems }) => problems),
    warnings: all.flatMap(({ warnings }) => warnings),
    slides: all.reduce((sum, { slides }) => sum + slides, 0),
  };
}

function toProblems(error: unknown): Exported {
  const isOfDeck =
    error instanceof DeckError && error.diagnostics.every(({ code }) => code === 'deck-not-ready');
  if (!isOfDeck) throw error;
  return { files: [], problems: error.diagnostics, warnings: [], slides: 0 };
}

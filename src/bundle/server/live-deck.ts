/** A deck as the dev server last sent it, and the way from one state to the next. */
import { createHash } from 'node:crypto';
import type { DeckPatch } from '../../client/protocol.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Client, RenderedDeck } from '../../types.ts';

/** What an open page has. */
export interface DeckState {
  readonly outputPath: string;
  readonly title: string;
  readonly sections: readonly string[];
  /** The page without title and sections, and what is published with it: when it changes, the page is loaded again. */
  readonly shell: string;
  readonly revision: string;
}

/** The state of a deck. */
export function deckState(rendered: RenderedDeck, pipeline: Pipeline, client: Client): DeckState {
  const { deck, title, sections, files } = rendered;
  const pages = pipeline.publish({ ...rendered, title: '', sections: [] }, client);
  // What is published with the page has the same address when it has changed.
  const published = files.published.map(({ bytes }) => digest(bytes));
  const shell = [...pages.map(({ text }) => text), ...published].join('\n');
  const revision = digest(JSON.stringify([shell, title, sections])).slice(0, 16);
  return { outputPath: deck.outputPath, title, sections, shell, revision };
}

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

/** The patch between two states; `undefined` where only loading the page again will do. */
export function patchBetween(before: DeckState, after: DeckState): DeckPatch | undefined {
  if (before.shell !== after.shell) return undefined;
  const sections = reuseSections(before.sections, after.sections);
  return {
    outputPath: after.outputPath,
    from: before.revision,
    to: after.revision,
    title: after.title,
    sections,
    gone: goneSections(before.sections, sections),
  };
}

/** Names every section that is there already by its number, each number once and the nearest first. */
export function reuseSections(before: readonly string[], after: readonly string[]): (number | string)[] {
  const places = new Map<string, number[]>();
  for (const [n, section] of before.entries()) places.set(section, [...(places.get(section) ?? []), n]);
  return after.map((section) => places.get(section)?.shift() ?? section);
}

/** The sections that are not used again, with their numbers: what is on the screen was made from them. */
export function goneSections(
  before: readonly string[],
  reused: readonly (number | string)[],
): DeckPatch['gone'] {
  const kept = new Set(reused);
  return before.flatMap((html, place) => (kept.has(place) ? [] : [[place, html] as const]));
}

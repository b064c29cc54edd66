/** Compares two states of a site: which slides were changed, added, removed and moved. */
import { createHash } from 'node:crypto';
import { findUnmoved, type Item, matchItems } from '../../client/live/match.ts';
import { comparePictures, type PictureDifference } from './compare-pictures.ts';
import type { DeckState, SiteState, SlideState } from './take-state.ts';

/** What happened to a slide. */
export type ChangeKind = 'changed' | 'added' | 'removed' | 'moved' | 'failed';

/** A slide that is not as it was. */
export interface SlideChange {
  readonly kind: ChangeKind;
  readonly before: SlideState | undefined;
  readonly after: SlideState | undefined;
  /** The steps whose pictures differ. */
  readonly steps: readonly StepChange[];
  readonly hasOtherNotes: boolean;
}

/** A step whose picture differs; without a picture before or after, a step that only one of the slides has. */
export interface StepChange {
  /** From 0. */
  readonly step: number;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  readonly difference: PictureDifference | undefined;
}

/** A deck with its changes. */
export interface DeckChanges {
  readonly name: string;
  readonly fileName: string;
  readonly title: string;
  /** Whether the whole deck is new, or gone. */
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly changes: readonly SlideChange[];
  /** How many slides look and sound as before. */
  readonly same: number;
}

/** Compares all decks; those of the new state first, in its order. */
export function compareStates(before: SiteState, after: SiteState): readonly DeckChanges[] {
  const old = new Map(before.decks.map((deck) => [deck.name, deck]));
  const names = new Set(after.decks.map(({ name }) => name));
  return [
    ...after.decks.map((deck) => compareDecks(old.get(deck.name), deck)),
    ...before.decks.filter(({ name }) => !names.has(name)).map((deck) => compareDecks(deck, undefined)),
  ];
}

function compareDecks(before: DeckState | undefined, after: DeckState | undefined): DeckChanges {
  const { name, fileName, title } = after ?? before ?? { name: '', fileName: '', title: '' };
  const old = before?.slides ?? [];
  const fresh = after?.slides ?? [];
  const places = matchItems(old.map(itemOf), fresh.map(itemOf));
  const unmoved = findUnmoved(places);
  const kept = new Set(places);
  const changes = fresh.flatMap((slide, n) => {
    const place = places[n];
    const former = place === undefined ? undefined : old[place];
    return compareSlides(former, slide, place === undefined || unmoved.has(place)) ?? [];
  });
  const removed = old.filter((_, place) => !kept.has(place)).map((slide) => removal(slide));
  const all = [...changes, ...removed];
  const whole = before ? (after ? undefined : ('removed' as const)) : ('added' as const);
  return {
    name,
    fileName,
    title,
    kind: whole ?? (all.length > 0 ? 'changed' : 'same'),
    changes: all,
    same: fresh.length - changes.length,
  };
}

/** What identifies a slide: its look and its words, or else its id or heading, or else most of its words. */
const itemOf = ({ id, heading, text, notes, pictures }: SlideState): Item => {
  const look = createHash('sha256');
  for (const picture of pictures) look.update(picture ?? '');
  return { kind: 'slide', text: `${text}\n${notes}\n${look.digest('hex')}`, names: [id, heading] };
};

function compareSlides(
  before: SlideState | undefined,
  after: SlideState,
  isInPlace: boolean,
): SlideChange | undefined {
  if (!before) return { kind: 'added', before, after, steps: stepsOf(before, after), hasOtherNotes: false };
  const hasOtherNotes = before.notes !== after.notes;
  const steps = stepsOf(before, after);
  const isFailed = [...before.pictures, ...after.pictures].some((picture) => !picture);
  if (isFailed) return { kind: 'failed', before, after, steps, hasOtherNotes };
  if (steps.length > 0 || hasOtherNotes) return { kind: 'changed', before, after, steps, hasOtherNotes };
  return isInPlace ? undefined : { kind: 'moved', before, after, steps, hasOtherNotes };
}

const removal = (before: SlideState): SlideChange => ({
  kind: 'removed',
  before,
  after: undefined,
  steps: stepsOf(before, undefined),
  hasOtherNotes: false,
});

function stepsOf(before: SlideState | undefined, after: SlideState | undefined): readonly StepChange[] {
  const count = Math.max(before?.pictures.length ?? 0, after?.pictures.length ?? 0);
  return Array.from({ length: count }, (_, step) => step).flatMap((step): StepChange[] => {
    const [old, fresh] = [before?.pictures[step], after?.pictures[step]];
    if (!old && !fresh) return [];
    if (!old || !fresh) return [{ step, before: old, after: fresh, difference: undefined }];
    const difference = comparePictures(old, fresh);
    return difference ? [{ step, before: old, after: fresh, difference }] : [];
  });
}

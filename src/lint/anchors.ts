/** The places in decks that links can lead to, as reveal.js finds them. */
import { isShownSection } from '../shown-slides.ts';
import { decodeEscapes } from '../decode-escapes.ts';
import type { RenderedDeck, Section } from '../types.ts';
import type { SlideContent, SlideReader } from './slides.ts';

/** The anchors of a deck. */
export interface Anchors {
  /** The ids of elements, by which browsers and reveal.js find them. */
  readonly ids: ReadonlySet<string>;
  /** The ids on slides that are hidden, which reveal.js removes. */
  readonly hiddenIds: ReadonlySet<string>;
  /** The number of slides in each section, without those that are hidden. */
  readonly sections: readonly number[];
  /** The number of the first slide: 0, or 1 with `hashOneBasedIndex`. */
  readonly base: number;
  /** Whether templates of the author write parts of the page that may have further ids. */
  readonly isOpen: boolean;
}

/** Lists the anchors of a deck. */
export function listAnchors(deck: RenderedDeck, reader: SlideReader): Anchors {
  const { shown, hidden } = reader.read(deck);
  const around = reader.readSlots(deck.slotFacts);
  return {
    ids: new Set([...PAGE_IDS, ...listIds(shown), ...listIds([around])]),
    hiddenIds: new Set(listIds(hidden)),
    sections: deck.sections.filter(({ facts }) => isShownSection(facts)).map(countSlides),
    base: deck.params.options['hashOneBasedIndex'] === true ? 1 : 0,
    isOpen: deck.hasOwnPage,
  };
}

/** The ids of our own layouts. */
const PAGE_IDS = ['logo'];

function listIds(slides: readonly SlideContent[]): readonly string[] {
  const ids: string[] = [];
  for (const { tags } of slides)
    for (const { attributes } of tags) {
      // reveal.js looks for `data-id` if there is no such id. Source: its `location.js`.
      const { id, 'data-id': dataId } = attributes;
      if (id !== undefined) ids.push(id);
      if (dataId !== undefined) ids.push(dataId);
    }
  return ids;
}

function countSlides({ facts: { children } }: Section): number {
  return Math.max(children.filter(({ isHidden }) => !isHidden).length, 1);
}

/** What an anchor in a link leads to. */
export type AnchorTarget =
  | { readonly kind: 'found' }
  | { readonly kind: 'id'; readonly id: string; readonly isHidden: boolean }
  /** A number beyond the last slide. */
  | { readonly kind: 'number'; readonly slides: number; readonly isInStack: boolean };

const NUMBER_RE = /^\d*$/;

/** Looks up what follows the `#` of a link. Source: reveal.js's `location.js`. */
export function findAnchor(fragment: string, anchors: Anchors): AnchorTarget {
  const name = fragment.replace(/^\//, '');
  const [first = '', second = ''] = name.split('/');
  if (name === '' || fragment.startsWith(':~:')) return { kind: 'found' };
  if (NUMBER_RE.test(first)) return findNumber(Number(first), Number.parseInt(second, 10) || 0, anchors);
  const ids = [name, name.replace(/\/[-\d]+$/, '')].map(decodeEscapes);
  if (anchors.isOpen || ids.some((id) => anchors.ids.has(id))) return { kind: 'found' };
  const id = ids[1] ?? name;
  return { kind: 'id', id, isHidden: anchors.hiddenIds.has(id) };
}

function findNumber(section: number, child: number, { sections, base }: Anchors): AnchorTarget {
  const inStack = sections[Math.max(section - base, 0)];
  if (inStack === undefined) return { kind: 'number', slides: sections.length, isInStack: false };
  if (Math.max(child - base, 0) < inStack) return { kind: 'found' };
  return { kind: 'number', slides: inStack, isInStack: true };
}

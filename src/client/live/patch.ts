/** Patches the open deck: what stays keeps its elements, and with them the place where the author is. */
import type { RevealApi } from 'reveal.js';
import type { SectionPatch } from '../protocol.ts';
import { type Item, matchItems } from './match.ts';
import { arrange, itemOf, morph } from './morph.ts';
import { isSame, keepPlace } from './place.ts';

/** The sections of a deck, in the order in which they are written; those that reveal.js has hidden are among them. */
export type Sections = readonly Element[];

/** What a patch leaves. */
export interface Patched {
  readonly sections: Sections;
  /** The slides that are new, or not as they were. */
  readonly changed: readonly HTMLElement[];
}

/** The sections of a deck that reveal.js has not started yet, or that hides none. */
export function sectionsIn(slides: Element | null | undefined): Sections {
  return [...(slides?.children ?? [])].filter(({ tagName }) => tagName === 'SECTION');
}

/**
 * Puts the sections of a patch in the place of those that are `open`. The author stays on the slide, at the step, in
 * the view that is shown.
 * @throws {Error} where the patch is not meant for these sections
 */
export function patchDeck(deck: RevealApi, open: Sections, patch: SectionPatch): Patched {
  const slides = deck.getSlidesElement();
  if (!slides || (patch.count !== undefined && patch.count !== open.length))
    throw new Error(`The patch is meant for ${patch.count} sections, and here are ${open.length}.`);
  const before = slidesIn(slides);
  const returnToPlace = keepPlace(deck, before);
  const { sections, changed } = patchSections(open, patch);
  arrangeShown(slides, open, sections, deck);
  const after = slidesIn(slides);
  const areSame = isSame(before, after);
  // All grounds are made anew by `sync`, and films on them would begin again.
  if (areSame) {
    for (const section of changed)
      for (const slide of [section, ...section.querySelectorAll('section')])
        deck.syncSlide(slide as HTMLElement);
    deck.layout();
  } else deck.sync();
  const current = deck.getCurrentSlide();
  const isTouched = changed.some((section) => section.contains(current ?? null));
  if (!areSame || isTouched) returnToPlace(after);
  return { sections, changed: changed.flatMap(slidesIn) };
}

function patchSections(
  open: Sections,
  { sections, gone }: SectionPatch,
): { readonly sections: Sections; readonly changed: Sections } {
  const sources = new Map(gone.map(([place, html]) => [place, parseSection(html)]));
  const next = sections.map((section) =>
    typeof section === 'string' ? parseSection(section) : open[section],
  );
  const known = sections.map((section) => (typeof section === 'number' ? section : undefined));
  const places = matchItems(
    open.map((_, place) => itemOrNothing(sources.get(place))),
    next.map((section, n) => (known[n] === undefined ? itemOrNothing(section) : NOTHING)),
    known,
  );
  const made = next.map((section, n) => {
    const place = places[n];
    const [element, source] = place === undefined ? [] : [open[place], sources.get(place)];
    if (!section) throw new Error('The patch names a section that is not here.');
    return element && source && known[n] === undefined ? morph(element, source, section) : section;
  });
  return { sections: made, changed: made.filter((_, n) => known[n] === undefined) };
}

const HIDDEN = 'section[data-visibility="hidden"]';

/** Shows them as reveal.js does when it starts: without the hidden ones. */
function arrangeShown(slides: Element, open: Sections, sections: Sections, deck: RevealApi): void {
  const isShown = (section: Element): boolean =>
    deck.getConfig().showHiddenSlides === true || !section.matches(HIDDEN);
  const shown = sections.filter(isShown);
  const live = open.filter((section) => section.parentNode === slides);
  for (const section of shown)
    for (const slide of section.querySelectorAll(HIDDEN)) if (!isShown(slide)) slide.remove();
  arrange(
    slides,
    live,
    shown,
    shown.map((section) => placeIn(live, section)),
  );
}

function placeIn(live: Sections, section: Element): number | undefined {
  const place = live.indexOf(section);
  return place < 0 ? undefined : place;
}

const NOTHING: Item = { kind: '', text: '', names: [] };

const itemOrNothing = (section: Element | undefined): Item => (section ? itemOf(section) : NOTHING);

/** The slides themselves, without the stacks around them. */
function slidesIn(place: Element): readonly HTMLElement[] {
  const found = [place, ...place.querySelectorAll('section')];
  return found.filter(
    (section): section is HTMLElement =>
      section.matches('section') && !section.querySelector(':scope > section'),
  );
}

function parseSection(html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

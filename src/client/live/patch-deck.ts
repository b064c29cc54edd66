/** Patches the open deck: unchanged sections keep their elements, and the author stays on the same slide. */
import type { RevealApi } from 'reveal.js';
import type { SectionPatch } from '../protocol.ts';
import { type Item, matchItems } from './match.ts';
import { arrange, createItem, morph } from './morph.ts';
import { isSame, keepPosition } from './position.ts';
import { syncSection, syncSlides } from './sync-slides.ts';

/** The sections of a deck in source order, including those that reveal.js hides. */
export type Sections = readonly Element[];

/** The result of a patch. */
export interface Patched {
  readonly sections: Sections;
  /** Slides that are new or have changed. */
  readonly changed: readonly HTMLElement[];
}

/** Lists the sections of a deck that reveal.js has not started yet, or that has no hidden ones. */
export function sectionsIn(slides: Element | null | undefined): Sections {
  return [...(slides?.children ?? [])].filter(({ tagName }) => tagName === 'SECTION');
}

/**
 * Replaces the `open` sections with those of a patch. The author stays on the same slide and fragment, in the same
 * view.
 * @throws {Error} if the patch does not fit these sections
 */
export function patchDeck(deck: RevealApi, open: Sections, patch: SectionPatch): Patched {
  const slides = deck.getSlidesElement();
  if (!slides || (patch.count !== undefined && patch.count !== open.length))
    throw new Error(`The patch expects ${patch.count} sections, but the page has ${open.length}.`);
  const before = slidesIn(slides);
  const restorePosition = keepPosition(deck, before);
  const { sections, changed } = patchSections(open, patch);
  arrangeVisible(slides, open, sections, deck);
  const after = slidesIn(slides);
  const areSame = isSame(before, after);
  let isSynced = areSame;
  if (areSame) {
    for (const section of changed) syncSection(deck, section);
    deck.layout();
  } else isSynced = syncSlides(deck, changed);
  const current = deck.getCurrentSlide();
  const isTouched = changed.some((section) => section.contains(current ?? null));
  if (!areSame || isTouched) restorePosition(after);
  if (!isSynced) deck.dispatchEvent({ type: 'sync' });
  return { sections, changed: changed.flatMap(slidesIn) };
}

function patchSections(
  open: Sections,
  { sections, removed }: SectionPatch,
): { readonly sections: Sections; readonly changed: Sections } {
  const sources = new Map(removed.map(([index, html]) => [index, parseSection(html)]));
  const next = sections.map((section) =>
    typeof section === 'string' ? parseSection(section) : open[section],
  );
  const known = sections.map((section) => (typeof section === 'number' ? section : undefined));
  const indexes = matchItems(
    open.map((_, index) => createItemOrEmpty(sources.get(index))),
    next.map((section, n) => (known[n] === undefined ? createItemOrEmpty(section) : EMPTY_ITEM)),
    known,
  );
  const made = next.map((section, n) => {
    const index = indexes[n];
    const [element, source] = index === undefined ? [] : [open[index], sources.get(index)];
    if (!section) throw new Error('The patch refers to a missing section.');
    return element && source && known[n] === undefined ? morph(element, source, section) : section;
  });
  return { sections: made, changed: made.filter((_, n) => known[n] === undefined) };
}

const HIDDEN = 'section[data-visibility="hidden"]';

/** Shows sections as reveal.js does when it starts: without the hidden ones. */
function arrangeVisible(slides: Element, open: Sections, sections: Sections, deck: RevealApi): void {
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
    shown.map((section) => indexIn(live, section)),
  );
}

function indexIn(live: Sections, section: Element): number | undefined {
  const index = live.indexOf(section);
  return index < 0 ? undefined : index;
}

const EMPTY_ITEM: Item = { kind: '', text: '', names: [] };

const createItemOrEmpty = (section: Element | undefined): Item =>
  section ? createItem(section) : EMPTY_ITEM;

/** Lists the slides, without the stacks around them. */
function slidesIn(root: Element): readonly HTMLElement[] {
  const found = [root, ...root.querySelectorAll('section')];
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

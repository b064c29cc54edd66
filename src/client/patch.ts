/** Patches the open deck: what stays keeps its elements, and with them the place where the author is. */
import type { RevealApi } from 'reveal.js';
import { arrange, itemOf, morph } from './morph.ts';
import { type Item, matchItems } from './match.ts';
import { keepPlace } from './place.ts';
import type { DeckPatch } from './protocol.ts';

/** Puts the sections of the patch in place. The author stays on the slide, at the step, in the view that is shown. */
export function patchDeck(deck: RevealApi, patch: DeckPatch): void {
  const slides = deck.getSlidesElement();
  if (!slides) return;
  document.title = patch.title;
  const before = slidesIn(slides);
  const returnToPlace = keepPlace(deck, before);
  const changed = patchSections(slides, patch);
  const after = slidesIn(slides);
  const isSame = before.length === after.length && before.every((slide, n) => slide === after[n]);
  // All grounds are made anew by `sync`, and films on them would begin again.
  if (isSame) {
    for (const section of changed)
      for (const slide of [section, ...section.querySelectorAll('section')])
        deck.syncSlide(slide as HTMLElement);
    deck.layout();
  } else deck.sync();
  returnToPlace(after);
}

/** @returns the sections that have changed */
function patchSections(slides: Element, { sections, gone }: DeckPatch): readonly Element[] {
  const live = [...slides.children].filter(({ tagName }) => tagName === 'SECTION');
  const sources = new Map(gone.map(([place, html]) => [place, parseSection(html)]));
  const next = sections.map((section) =>
    typeof section === 'string' ? parseSection(section) : live[section],
  );
  const known = sections.map((section) => (typeof section === 'number' ? section : undefined));
  const places = [
    ...matchItems(
      live.map((_, place) => itemOrNothing(sources.get(place))),
      next.map((section, n) => (known[n] === undefined ? itemOrNothing(section) : NOTHING)),
      known,
    ),
  ];
  const nodes = next.flatMap((section, n) => {
    const place = places[n];
    const [element, source] = place === undefined ? [] : [live[place], sources.get(place)];
    if (!section) return [];
    return element && source && known[n] === undefined ? [morph(element, source, section)] : [section];
  });
  arrange(slides, live, nodes, places);
  return nodes.filter((_, n) => known[n] === undefined);
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

/**
 * Makes reveal.js know slides that were added, removed or moved. Its own `sync` creates the backgrounds of all slides
 * again, which takes longer than everything else in a deck of some hundred slides, and restarts their videos.
 */
import type { RevealApi } from 'reveal.js';

/** A slide or stack, with the background that reveal.js has created for it. */
interface SlideElement extends HTMLElement {
  slideBackgroundElement?: HTMLElement;
  slideBackgroundContentElement?: HTMLElement;
}

/** How many changed slides are taken over one by one. */
const MAX_CHANGED = 10;

/** What only `sync` sets up: embedded players and previews. */
const NEEDS_SYNC =
  'iframe, [data-preview-link], [data-preview-image], [data-preview-video], [data-background-iframe]';

/**
 * Updates the deck after a change of its slides. The caller shows a slide afterwards, which updates the rest.
 * @param changed top-level sections that are new or have changed
 * @returns whether reveal.js has sent its `sync` event, for which features and plugins wait
 */
export function syncSlides(deck: RevealApi, changed: readonly Element[]): boolean {
  const backgrounds = deck.getRevealElement()?.querySelector<HTMLElement>(':scope > .backgrounds');
  if (!backgrounds || needsSync(deck, changed)) {
    deck.sync();
    return true;
  }
  const fresh = new Set<Element>(changed);
  const sections = [...(deck.getSlidesElement()?.children ?? [])].filter(isSection);
  const wanted = sections.map((section) => {
    const known = section.slideBackgroundElement;
    const isStack = listSlides(section).length > 0;
    const isKept =
      known?.parentNode === backgrounds && (!fresh.has(section) || (!isStack && !hasStack(known)));
    return isKept ? known : createBackgrounds(section);
  });
  backgrounds.classList.add('no-transition');
  replaceChildren(backgrounds, wanted);
  for (const section of sections.filter((one) => fresh.has(one))) syncSection(deck, section);
  markStacked(wanted, deck.getIndices().v);
  return false;
}

/** Updates a top-level section and its slides, which have changed. */
export function syncSection(deck: RevealApi, section: Element): void {
  for (const slide of [section as SlideElement, ...listSlides(section)]) {
    const background = slide.slideBackgroundElement;
    if (background) {
      const states = STATES.filter((name) => background.classList.contains(name));
      background.className = [backgroundClass(slide), ...states].join(' ');
    }
    deck.syncSlide(slide);
  }
}

/** Classes of slides and backgrounds that reveal.js sets itself. */
const STATES = ['past', 'present', 'future', 'stack'];

/** Classes of slides that reveal.js sets itself. */
const ADDED_CLASSES = new Set([...STATES, 'has-dark-background', 'has-light-background']);

/** Whether the deck is in a state, or the slides have contents, that only `sync` updates. */
function needsSync(deck: RevealApi, changed: readonly Element[]): boolean {
  const { showNotes, previewLinks, parallaxBackgroundImage } = deck.getConfig();
  if (showNotes || previewLinks || parallaxBackgroundImage || deck.isOverview()) return true;
  const slides = changed.flatMap((section) => [section, ...section.querySelectorAll('section')]);
  if (slides.length > MAX_CHANGED || deck.getSlides().length === 0) return true;
  return changed.some((section) => section.matches(NEEDS_SYNC) || section.querySelector(NEEDS_SYNC) !== null);
}

const isSection = (element: Element): element is SlideElement => element.tagName === 'SECTION';

const listSlides = (section: Element): readonly SlideElement[] => [
  ...section.querySelectorAll<SlideElement>('section'),
];

const hasStack = (background: Element): boolean => background.classList.contains('stack');

/** Creates the backgrounds of a slide, or of a stack and its slides, as reveal.js does. */
function createBackgrounds(section: SlideElement): HTMLElement {
  const background = createBackground(section);
  const slides = listSlides(section);
  if (slides.length > 0) background.classList.add('stack');
  background.append(...slides.map(createBackground));
  return background;
}

function createBackground(slide: SlideElement): HTMLElement {
  const [background, content] = [document.createElement('div'), document.createElement('div')];
  background.className = backgroundClass(slide);
  content.className = 'slide-background-content';
  background.append(content);
  slide.slideBackgroundElement = background;
  slide.slideBackgroundContentElement = content;
  return background;
}

/** The classes of a background: those of its slide that are the author's. */
const backgroundClass = ({ classList }: Element): string =>
  ['slide-background', ...[...classList].filter((name) => !ADDED_CLASSES.has(name))].join(' ');

/** Replaces the children of an element, and leaves those alone that are in their place. */
function replaceChildren(parent: Element, wanted: readonly Element[]): void {
  const remaining = new Set(wanted);
  const removed = [...parent.children].filter((child) => !remaining.has(child));
  for (const child of removed) child.remove();
  let next = parent.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

/** Marks the backgrounds in stacks as before, at or after the current one. */
function markStacked(backgrounds: readonly Element[], current = 0): void {
  for (const stack of backgrounds.filter(hasStack))
    for (const [n, background] of stack.querySelectorAll('.slide-background').entries()) {
      background.classList.remove('past', 'present', 'future');
      background.classList.add(n < current ? 'past' : n > current ? 'future' : 'present');
    }
}

/**
 * What reveal.js leaves to be done for readers who hear a deck or drive it by keyboard: loaded beside the deck itself.
 * The live region in which it tells each new slide is its own, and stays.
 */
import type { RevealApi } from 'reveal.js';

/** Once a deck is ready, and for as long as it is open. */
export function makeAccessible(deck: RevealApi): void {
  // This role switches the reading mode of screen readers off; reveal.js works without it (its issue 3772).
  document.querySelector('.reveal')?.removeAttribute('role');
  const named = new WeakSet<Element>();
  const adapt = (): void => {
    nameSlides(named);
    nameTasks();
    openScrollers();
    showPages();
  };
  adapt();
  for (const event of ['sync', 'slidesync']) deck.on(event, adapt);
  deck.on('slidechanged', openScrollers);
  deck.on('pdf-ready', showPages);
  keepFocus(deck);
}

const SLIDES = '.reveal .slides section:not(:has(> section))';

/** Gives each slide the name of its heading. `named` are those that have theirs from us: their numbers may change. */
function nameSlides(named: WeakSet<Element>): void {
  for (const [index, slide] of document.querySelectorAll(SLIDES).entries()) {
    if (!named.has(slide) && (slide.hasAttribute('aria-label') || slide.hasAttribute('aria-labelledby')))
      continue;
    named.add(slide);
    if (!slide.hasAttribute('role')) slide.setAttribute('role', 'group');
    slide.setAttribute('aria-roledescription', 'slide');
    const [attribute, name] = nameOf(slide, index + 1);
    for (const other of ['aria-label', 'aria-labelledby'])
      if (other !== attribute) slide.removeAttribute(other);
    slide.setAttribute(attribute, name);
  }
}

function nameOf(slide: Element, number: number): readonly [attribute: string, name: string] {
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6');
  const text = heading?.textContent.trim();
  // A deck is made of several pages, and two of them may have the same heading.
  if (text && heading?.id && document.getElementById(heading.id) === heading)
    return ['aria-labelledby', heading.id];
  return ['aria-label', text || `Slide ${number}`];
}

/** A box that shows whether a task is done is told with the words of the task. */
function nameTasks(): void {
  const boxes = document.querySelectorAll('.reveal .slides li input[type=checkbox]:not([aria-label])');
  for (const box of boxes) {
    if (box.closest('label')) continue;
    box.setAttribute('aria-label', box.closest('li')?.textContent.trim() || 'Task');
  }
}

/** What is scrolled, such as a long line of code, can be reached by Tab, and then scrolled by the arrows. */
function openScrollers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.reveal .slides section.present pre code')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (!scrolls || box.hasAttribute('tabindex')) continue;
    box.tabIndex = 0;
    // reveal.js would turn the slide.
    box.addEventListener('keydown', (event) => {
      if (event.key.startsWith('Arrow')) event.stopPropagation();
    });
  }
}

/** Each slide is a page of its own in the print view, and reveal.js leaves all of them hidden to whoever hears them. */
function showPages(): void {
  for (const slide of document.querySelectorAll('.pdf-page section')) slide.removeAttribute('aria-hidden');
}

/** Who was on a link of a slide goes on from the top of the next one, not from the top of the page. */
function keepFocus(deck: RevealApi): void {
  let wasInside = false;
  deck.on('beforeslidechange', () => {
    wasInside = deck.getCurrentSlide()?.contains(document.activeElement) ?? false;
  });
  deck.on('slidechanged', () => {
    const slide = deck.getCurrentSlide();
    if (!wasInside || !slide || slide.contains(document.activeElement)) return;
    slide.tabIndex = -1;
    const isWanted = (): boolean => slide === deck.getCurrentSlide();
    focusWhenShown(slide, isWanted);
  });
}

/** Longer than any transition of reveal.js. */
const MOST_FRAMES = 150;

/** What is hidden can't be focused, and in a stack a slide stays so for some frames of its transition. */
function focusWhenShown(slide: HTMLElement, isWanted: () => boolean, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    if (!isWanted() || slide.contains(document.activeElement)) return;
    slide.focus({ preventScroll: true });
    if (document.activeElement !== slide && frames > 0) focusWhenShown(slide, isWanted, frames - 1);
  });
}

/**
 * Accessibility that reveal.js lacks, for screen readers and keyboards; loaded in parallel with the deck. The live
 * region that announces each slide is reveal.js's own.
 */
import type { RevealApi } from 'reveal.js';

/** Adapts a deck that is ready, and every later change of its slides. */
export function makeAccessible(deck: RevealApi): void {
  // role="application" turns off the reading mode of screen readers; reveal.js works without it (its issue 3772).
  document.querySelector('.reveal')?.removeAttribute('role');
  const named = new WeakSet<Element>();
  const adapt = (): void => {
    nameSlides(named);
    nameTasks();
    openScrollers();
    showPages();
  };
  adapt();
  deck.on('sync', adapt);
  deck.on('slidesync', (event) => {
    const { slide } = event as unknown as { readonly slide: Element };
    if (slide.matches(PRESENT)) return adapt();
    // What is not shown can't be scrolled yet, and the browser would have to lay it out.
    nameSlides(named);
    nameTasks();
  });
  deck.on('slidechanged', openScrollers);
  deck.on('pdf-ready', showPages);
  keepFocus(deck);
}

/** Matches the current slide, its stack, and all slides of the print view. */
const PRESENT = '.present, :has(.present), .pdf-page *';

const SLIDES = '.reveal .slides section:not(:has(> section))';

/**
 * Labels each slide with its heading. `named` holds the slides labelled here, whose numbers may change; other labels
 * stay.
 */
function nameSlides(named: WeakSet<Element>): void {
  for (const [index, slide] of document.querySelectorAll(SLIDES).entries()) {
    if (!named.has(slide) && (slide.hasAttribute('aria-label') || slide.hasAttribute('aria-labelledby')))
      continue;
    named.add(slide);
    if (!slide.hasAttribute('role')) slide.setAttribute('role', 'group');
    slide.setAttribute('aria-roledescription', 'slide');
    const [attribute, name] = slideName(slide, index + 1);
    for (const other of ['aria-label', 'aria-labelledby'])
      if (other !== attribute) slide.removeAttribute(other);
    slide.setAttribute(attribute, name);
  }
}

function slideName(slide: Element, number: number): readonly [attribute: string, name: string] {
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6');
  const text = heading?.textContent.trim();
  // The pages of a deck may have headings with the same id.
  if (text && heading?.id && document.getElementById(heading.id) === heading)
    return ['aria-labelledby', heading.id];
  return ['aria-label', text || `Slide ${number}`];
}

/** Labels the checkbox of a task with the text of the task. */
function nameTasks(): void {
  const boxes = document.querySelectorAll('.reveal .slides li input[type=checkbox]:not([aria-label])');
  for (const box of boxes) {
    if (box.closest('label')) continue;
    box.setAttribute('aria-label', box.closest('li')?.textContent.trim() || 'Task');
  }
}

/** Makes what can be scrolled, such as long lines of code, focusable by Tab, so that the arrow keys scroll it. */
function openScrollers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.reveal .slides section.present pre code')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (!scrolls || box.hasAttribute('tabindex')) continue;
    box.tabIndex = 0;
    // Otherwise reveal.js would navigate.
    box.addEventListener('keydown', (event) => {
      if (event.key.startsWith('Arrow')) event.stopPropagation();
    });
  }
}

/** Exposes the slides of the print view to screen readers: reveal.js leaves `aria-hidden` on all of them. */
function showPages(): void {
  for (const slide of document.querySelectorAll('.pdf-page section')) slide.removeAttribute('aria-hidden');
}

/** Moves the focus to the new slide if it was inside the old one; otherwise Tab would start at the top of the page. */
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

/** Number of animation frames; longer than any transition of reveal.js. */
const MOST_FRAMES = 150;

/** Focuses a slide as soon as it is visible: in a stack, it stays hidden for some frames of the transition. */
function focusWhenShown(slide: HTMLElement, isWanted: () => boolean, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    if (!isWanted() || slide.contains(document.activeElement)) return;
    slide.focus({ preventScroll: true });
    if (document.activeElement !== slide && frames > 0) focusWhenShown(slide, isWanted, frames - 1);
  });
}

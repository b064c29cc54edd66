/** The pages of the print view, put right behind reveal.js: its numbers, its notes and its places. */
import type { RevealApi } from 'reveal.js';
import { placeNotes } from './print-notes.ts';
import { numberOf } from './slide-numbers.ts';

/** To be called before reveal.js starts. */
export function setup(deck: RevealApi): void {
  const numbers = new Map<Element, string>();
  const readNumbers = (): void => {
    if (numbers.size > 0) return;
    for (const slide of deck.getSlidesElement()?.querySelectorAll<HTMLElement>('section:not(.stack)') ?? [])
      numbers.set(slide, numberOf(deck, slide));
  };
  // When reveal.js has shown its first slide, it knows all of them, and has not taken any to a page of its own.
  deck.on('beforeslidechange', () => queueMicrotask(readNumbers));
  deck.on('pdf-ready', () => {
    writeNumbers(numbers);
    showPassingFragments(deck);
    placeNotes(deck);
    centerPages(deck);
    document.documentElement.dataset['deckPages'] = 'ready';
  });
}

/** reveal.js counts pages; these say what the screen says (hakimel/reveal.js #3924, #2166, #1498). */
function writeNumbers(numbers: ReadonlyMap<Element, string>): void {
  let number = '';
  for (const page of document.querySelectorAll('.pdf-page')) {
    const slide = page.querySelector(':scope > section');
    // A page for a step of a slide is a copy, behind the page that it is copied from.
    number = (slide && numbers.get(slide)) ?? number;
    const box = page.querySelector(':scope > .slide-number-pdf');
    if (box) box.innerHTML = number;
  }
}

/** Fragments that are seen only at their step would be on no page at all (hakimel/reveal.js #2781). */
const PASSING = '.fragment:is(.fade-in-then-out, .current-visible, .fade-in-then-semi-out)';

function showPassingFragments(deck: RevealApi): void {
  if (deck.getConfig().pdfSeparateFragments) return;
  for (const fragment of document.querySelectorAll(`.pdf-page ${PASSING}`)) {
    // Of those that lie over one another, the last one is seen.
    const stack = fragment.closest('.r-stack');
    const isCovered = stack && [...stack.querySelectorAll(PASSING)].at(-1) !== fragment;
    if (!isCovered) fragment.classList.add('current-fragment');
  }
}

/**
 * Puts every slide in the middle of its page once more. reveal.js measures slides before it gives them their width, so
 * that a table that is broken over more lines then would stand too low, and lose its last lines at the foot of the page.
 */
function centerPages(deck: RevealApi): void {
  const { center, pdfMaxPagesPerSlide, pdfPageHeightOffset } = deck.getConfig();
  const { height: inner } = deck.getComputedSlideSize(window.innerWidth, window.innerHeight);
  const sheet = Math.floor(inner * (1 + (deck.getConfig().margin ?? 0)));
  for (const page of document.querySelectorAll<HTMLElement>('.pdf-page')) {
    const slide = page.querySelector<HTMLElement>(':scope > section');
    if (!slide) continue;
    const height = slide.scrollHeight;
    const sheets = Math.min(Math.max(Math.ceil(height / sheet), 1), pdfMaxPagesPerSlide ?? Infinity);
    page.style.height = `${(sheet + (pdfPageHeightOffset ?? 0)) * sheets}px`;
    const isCentered = (sheets === 1 && center) || slide.classList.contains('center');
    if (isCentered) slide.style.top = `${Math.max((sheet - height) / 2, 0)}px`;
  }
}

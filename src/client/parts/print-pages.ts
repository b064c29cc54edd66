/** Corrects the pages of the print view after reveal.js: their numbers, notes and vertical position. */
import type { RevealApi } from 'reveal.js';
import { addPrintNotes } from './print-notes.ts';
import { formatNumber } from './slide-numbers.ts';

/** Listens for the pages; call it before reveal.js starts. */
export function setup(deck: RevealApi): void {
  const numbers = new Map<Element, string>();
  const readNumbers = (): void => {
    if (numbers.size > 0) return;
    for (const slide of deck.getSlidesElement()?.querySelectorAll<HTMLElement>('section:not(.stack)') ?? [])
      numbers.set(slide, formatNumber(deck, slide));
  };
  // By then reveal.js knows all slides, and has not moved them to pages yet.
  deck.on('beforeslidechange', () => queueMicrotask(readNumbers));
  deck.on('pdf-ready', () => {
    writeNumbers(numbers);
    showTransientFragments(deck);
    addPrintNotes(deck);
    centerPages(deck);
    document.documentElement.dataset['deckPages'] = 'ready';
  });
}

/** Writes the slide numbers of the screen; reveal.js would count pages (hakimel/reveal.js #3924, #2166, #1498). */
function writeNumbers(numbers: ReadonlyMap<Element, string>): void {
  let number = '';
  for (const page of document.querySelectorAll('.pdf-page')) {
    const slide = page.querySelector(':scope > section');
    // The page of a fragment is a copy after the page of its slide.
    number = (slide && numbers.get(slide)) ?? number;
    const box = page.querySelector(':scope > .slide-number-pdf');
    if (box) box.innerHTML = number;
  }
}

/** Fragments that are visible only at their own step, and would be on no page (hakimel/reveal.js #2781). */
const TRANSIENT = '.fragment:is(.fade-in-then-out, .current-visible, .fade-in-then-semi-out)';

function showTransientFragments(deck: RevealApi): void {
  if (deck.getConfig().pdfSeparateFragments) return;
  for (const fragment of document.querySelectorAll(`.pdf-page ${TRANSIENT}`)) {
    // In a stack, only the last one is visible.
    const stack = fragment.closest('.r-stack');
    const isCovered = stack && [...stack.querySelectorAll(TRANSIENT)].at(-1) !== fragment;
    if (!isCovered) fragment.classList.add('current-fragment');
  }
}

/**
 * Centres every slide on its page again. reveal.js measures slides before it sets their width, so a table whose rows
 * then wrap would be too low, and lose its last rows at the bottom of the page.
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

/** The print view. reveal.js measures each slide once, when it starts, so fonts and pictures have to be there by then. */
import type { RevealApi } from 'reveal.js';
import { loadAllImages } from './images.ts';

const PRINT_RE = /[?&](?:print-pdf|view=print)\b/i;
const MEASURING = 'deck-measuring';

/** Whether this page is to be printed. */
export function isPrintView(): boolean {
  return PRINT_RE.test(window.location.search);
}

/** Waits for fonts and pictures of all slides. */
export async function whenMeasurable(): Promise<void> {
  // A font is loaded only for text that is laid out, and slides are not until reveal.js has started.
  document.documentElement.classList.add(MEASURING);
  document.body.getBoundingClientRect();
  const images = loadAllImages();
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await images;
  await document.fonts.ready;
  document.documentElement.classList.remove(MEASURING);
}

/** Centres the pages as soon as there are pages. */
export function followPages(deck: RevealApi): void {
  deck.on('pdf-ready', () => {
    centerPages(deck);
    document.documentElement.dataset['deckPages'] = 'ready';
  });
}

/** Waits for the pages of the print view, and for nothing in any other. */
export async function whenPaged(deck: RevealApi): Promise<void> {
  if (!isPrintView() || document.documentElement.dataset['deckPages']) return;
  await new Promise((resolve) => deck.on('pdf-ready', resolve));
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

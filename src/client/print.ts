/** The print view. reveal.js measures each slide once, when it starts, so fonts and images must be loaded by then. */
import type { RevealApi } from 'reveal.js';
import { loadAllImages } from './lazy-images.ts';

const PRINT_RE = /[?&](?:print-pdf|view=print)\b/i;
const MEASURING = 'deck-measuring';

/** Whether this page is the print view. */
export function isPrintView(): boolean {
  return PRINT_RE.test(window.location.search);
}

/** Waits until the fonts and images of all slides are loaded. */
export async function untilMeasurable(): Promise<void> {
  // Fonts are loaded only for text that is laid out, and slides are not before reveal.js has started.
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

/** Waits for the pages of the print view; resolves at once in other views. */
export async function untilPaged(deck: RevealApi): Promise<void> {
  if (!isPrintView() || document.documentElement.dataset['deckPages']) return;
  await new Promise((resolve) => deck.on('pdf-ready', resolve));
}

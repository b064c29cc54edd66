/** The print view. */
import type { RevealApi } from 'reveal.js';

const PRINT_RE = /[?&](?:print-pdf|view=print)\b/i;

/** Whether this page is the print view. */
export function isPrintView(): boolean {
  return PRINT_RE.test(window.location.search);
}

/** Waits for the pages of the print view; resolves at once in other views. */
export async function untilPaged(deck: RevealApi): Promise<void> {
  if (!isPrintView() || document.documentElement.dataset['deckPages']) return;
  await new Promise((resolve) => deck.on('pdf-ready', resolve));
}

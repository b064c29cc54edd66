/** Ctrl, Shift and F search the deck: reveal.js's own. */
import type { RevealApi } from 'reveal.js';
import createSearch from 'reveal.js/plugin/search';

export function setup(deck: RevealApi): void {
  deck.registerPlugin(createSearch());
}

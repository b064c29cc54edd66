/** Ctrl, Shift and F search the deck: reveal.js's own. */
import type { RevealApi } from 'reveal.js';
import createSearch from 'reveal.js/plugin/search';
import { addPlugin } from '../features.ts';

export function setup(deck: RevealApi): void {
  addPlugin(deck, createSearch());
}

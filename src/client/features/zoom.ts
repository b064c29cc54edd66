/** Alt and click enlarge what is under the pointer: reveal.js's own. */
import type { RevealApi } from 'reveal.js';
import createZoom from 'reveal.js/plugin/zoom';
import { addPlugin } from '../features.ts';

export function setup(deck: RevealApi): void {
  addPlugin(deck, createZoom());
}

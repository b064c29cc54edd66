/**
 * Notes next to the deck, for `show_notes`: those of the current fragment. reveal.js omits the notes of fragments, or
 * shows all of them at once (hakimel/reveal.js #3759, #3484).
 */
import type { RevealApi } from 'reveal.js';
import { readStepNotes } from './speaker-notes.ts';

/**
 * Events after which reveal.js may overwrite the notes; the first one also fires when the hash is that of the current
 * slide.
 */
const EVENTS = ['beforeslidechange', 'fragmentshown', 'fragmenthidden', 'sync', 'slidesync'];

/** The text of reveal.js for a slide without notes. */
const NONE = '<span class="notes-placeholder">No notes on this slide.</span>';

export function setup(deck: RevealApi): void {
  const box = deck.getRevealElement()?.querySelector(':scope > .speaker-notes');
  const show = (): void => {
    const slide = deck.getCurrentSlide();
    if (!box || !slide || !deck.getConfig().showNotes) return;
    box.innerHTML = readStepNotes(slide) || NONE;
  };
  show();
  for (const event of EVENTS) deck.on(event, () => queueMicrotask(show));
}

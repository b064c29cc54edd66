/**
 * Notes beside the deck, where `show_notes` asks for them, are those of the step that is shown: reveal.js leaves the
 * words of fragments out, or shows all of them at once (hakimel/reveal.js #3759, #3484).
 */
import type { RevealApi } from 'reveal.js';
import { notesOfStep } from './speaker-notes.ts';

/** Behind any of these, reveal.js may write words; the first comes also when the address names the slide that is shown. */
const EVENTS = ['beforeslidechange', 'fragmentshown', 'fragmenthidden', 'sync', 'slidesync'];

/** What reveal.js says of a slide without notes. */
const NONE = '<span class="notes-placeholder">No notes on this slide.</span>';

export function setup(deck: RevealApi): void {
  const box = deck.getRevealElement()?.querySelector(':scope > .speaker-notes');
  const show = (): void => {
    const slide = deck.getCurrentSlide();
    if (!box || !slide || !deck.getConfig().showNotes) return;
    box.innerHTML = notesOfStep(slide) || NONE;
  };
  show();
  for (const event of EVENTS) deck.on(event, () => queueMicrotask(show));
}

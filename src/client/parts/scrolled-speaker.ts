/**
 * Brings a deck that is scrolled to the step that the speaker view asks for: reveal.js goes to its slide alone, tells the
 * speaker view that it is there, and so takes the step back there, too (hakimel/reveal.js #3792).
 */
import type { RevealApi } from 'reveal.js';
import { isScrollView, scrollToStep } from '../scroll-view.ts';

/** What the speaker view says of itself. */
interface SpeakerState {
  readonly indexh: number;
  readonly indexv?: number;
  readonly indexf?: number;
}

/** From then on. */
export function followSpeaker(deck: RevealApi): void {
  window.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string' || !data.includes('"setState"') || !isScrollView(deck)) return;
    const [state] = (JSON.parse(data) as { readonly args: readonly SpeakerState[] }).args;
    if (state) scrollToStep(deck, [state.indexh, state.indexv ?? 0, state.indexf ?? -1]);
  });
}

/**
 * Follows the speaker view in the scroll view: reveal.js goes only to the slide and reports that position, which resets
 * the fragment in the speaker view, too (hakimel/reveal.js #3792).
 */
import type { RevealApi } from 'reveal.js';
import { isScrollView, scrollToStep } from '../scroll-view.ts';

/** The position that the speaker view sends. */
interface SpeakerState {
  readonly indexh: number;
  readonly indexv?: number;
  readonly indexf?: number;
}

/** Follows the speaker view from now on. */
export function followSpeaker(deck: RevealApi): void {
  window.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string' || !data.includes('"setState"') || !isScrollView(deck)) return;
    const [state] = (JSON.parse(data) as { readonly args: readonly SpeakerState[] }).args;
    if (state) scrollToStep(deck, [state.indexh, state.indexv ?? 0, state.indexf ?? -1]);
  });
}

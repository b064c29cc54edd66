/**
 * Keeps the windows of the speaker view up to date: the deck sends its notes and its position whenever one of them may
 * be out of date.
 */
import type { RevealApi } from 'reveal.js';

/** The message of a deck inside the speaker view when it has started or was changed. */
const OUT_OF_DATE = 'deckwright:out-of-date';

/** Whether this page is one of the two decks inside the speaker view. */
export const isReceiver = (): boolean => /[?&]receiver\b/i.test(location.search);

/** Updates the speaker view when one of its decks is out of date. */
export function followReceivers(deck: RevealApi): void {
  window.addEventListener('message', ({ data, origin }) => {
    if (data === OUT_OF_DATE && origin === location.origin) updateSpeaker(deck);
  });
}

/**
 * Brings the speaker view up to date. reveal.js's plugin sends notes and position after several events; the one about a
 * closed overlay has no other effect. The plugin sends the state once, when the first of the two decks is loaded, and
 * the other one would show another slide: so each requests its position when it is ready.
 */
export function updateSpeaker(deck: RevealApi): void {
  if (!isReceiver()) deck.dispatchEvent({ type: 'closeoverlay' });
  else (window.parent.opener as Window | null)?.postMessage(OUT_OF_DATE, location.origin);
}

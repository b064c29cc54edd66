/** The windows of the speaker view: the deck tells them its notes and its place whenever one of them may not know. */
import type { RevealApi } from 'reveal.js';

/** What one of the small decks in the speaker view says to the deck itself when it has begun, or was changed. */
const BEHIND = 'deckwright:behind';

/** Whether this page is one of the two small decks in the speaker view. */
export const isReceiver = (): boolean => /[?&]receiver\b/i.test(location.search);

/** Keeps the speaker view with the deck. */
export function followReceivers(deck: RevealApi): void {
  window.addEventListener('message', ({ data, origin }) => {
    if (data === BEHIND && origin === location.origin) tellSpeaker(deck);
  });
}

/**
 * Brings the speaker view up to date. reveal.js's own plugin sends notes and place after any of its events; the one
 * that tells of a closed overlay means nothing to anybody else. It sends them once when the first of the small decks is
 * there, and whichever is later would show another slide: so each asks for its place when it can take it.
 */
export function tellSpeaker(deck: RevealApi): void {
  if (!isReceiver()) deck.dispatchEvent({ type: 'closeoverlay' });
  else (window.parent.opener as Window | null)?.postMessage(BEHIND, location.origin);
}

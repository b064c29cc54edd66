/** The last resort: the page is loaded again, and shows the same slide when it is back. */
import type { RevealApi, RevealState } from 'reveal.js';
import { isReceiver } from '../speaker-windows.ts';
import { itemOf } from './morph.ts';
import { isNamed } from './place.ts';

const KEY = 'deckwright:place';

interface Kept {
  readonly path: string;
  readonly names: readonly string[];
  readonly state: RevealState;
}

/** Loads the page again, at this place. */
export function reloadHere(deck: RevealApi): void {
  const slide = deck.isReady() ? deck.getCurrentSlide() : undefined;
  // The small decks of the speaker view are told their place by the large one.
  if (slide && !isReceiver()) {
    const kept: Kept = { path: location.pathname, names: itemOf(slide).names, state: deck.getState() };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  }
  location.reload();
}

/** Goes back to the place that was kept, when the deck is ready: to the slide of that name, or else to that number. */
export function returnHere(deck: RevealApi): void {
  if (isReceiver()) return;
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
  sessionStorage.removeItem(KEY);
  if (kept?.path !== location.pathname) return;
  const named = deck.getSlides().find((slide) => isNamed(slide as Element, kept.names));
  const { h, v } = named ? deck.getIndices(named) : { h: kept.state.indexh, v: kept.state.indexv };
  deck.setState({ ...kept.state, indexh: h, indexv: v });
}

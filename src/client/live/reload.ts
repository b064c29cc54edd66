/** The last resort: reloads the page, which then shows the same slide. */
import type { RevealApi, RevealState } from 'reveal.js';
import { isReceiver } from '../speaker-windows.ts';
import { itemOf } from './morph.ts';
import { isNamed } from './place.ts';

const KEY = 'deckwright:position';

interface Kept {
  readonly path: string;
  readonly names: readonly string[];
  readonly state: RevealState;
}

/** Reloads the page and saves the position. */
export function reloadHere(deck: RevealApi): void {
  const slide = deck.isReady() ? deck.getCurrentSlide() : undefined;
  // The decks inside the speaker view get their position from the main deck.
  if (slide && !isReceiver()) {
    const kept: Kept = { path: location.pathname, names: itemOf(slide).names, state: deck.getState() };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  }
  location.reload();
}

/** Restores the saved position when the deck is ready: the slide with the same name, or else with the same number. */
export function returnHere(deck: RevealApi): void {
  if (isReceiver()) return;
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
  sessionStorage.removeItem(KEY);
  if (kept?.path !== location.pathname) return;
  const named = deck.getSlides().find((slide) => isNamed(slide as Element, kept.names));
  const { h, v } = named ? deck.getIndices(named) : { h: kept.state.indexh, v: kept.state.indexv };
  deck.setState({ ...kept.state, indexh: h, indexv: v });
}

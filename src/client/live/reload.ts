/** The last resort: reloads the page, which then shows the same slide. */
import type { RevealApi, RevealState } from 'reveal.js';
import { isReceiver } from '../speaker-windows.ts';
import { createItem } from './morph.ts';
import { isNamed } from './position.ts';

const KEY = 'deckwright:position';

interface SavedPosition {
  readonly path: string;
  readonly names: readonly string[];
  readonly state: RevealState;
}

/** Reloads the page and saves the position. */
export function reloadAtPosition(deck: RevealApi): void {
  const slide = deck.isReady() ? deck.getCurrentSlide() : undefined;
  // The decks inside the speaker view get their position from the main deck.
  if (slide && !isReceiver()) {
    const saved: SavedPosition = {
      path: location.pathname,
      names: createItem(slide).names,
      state: deck.getState(),
    };
    sessionStorage.setItem(KEY, JSON.stringify(saved));
  }
  location.reload();
}

/** Restores the saved position when the deck is ready: the slide with the same name, or else with the same number. */
export function restorePosition(deck: RevealApi): void {
  if (isReceiver()) return;
  const saved = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as SavedPosition | null;
  sessionStorage.removeItem(KEY);
  if (saved?.path !== location.pathname) return;
  const named = deck.getSlides().find((slide) => isNamed(slide as Element, saved.names));
  const { h, v } = named ? deck.getIndices(named) : { h: saved.state.indexh, v: saved.state.indexv };
  deck.setState({ ...saved.state, indexh: h, indexv: v });
}

/** Slides and pictures of comparisons, for tests. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import type { DeckState, SiteState, SlideState } from '../../src/export/diff/take-state.ts';

/** Draws a PNG of 20 by 10 pixels: a square of a colour at a place, on white. */
export function drawPicture(shade: number, at = 2, { width = 20, height = 10 } = {}): Uint8Array {
  const picture = new PNG({ width, height });
  picture.data.fill(255);
  for (let y = 2; y < 8; y++)
    for (let x = at; x < at + 6; x++) picture.data.fill(shade, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return PNG.sync.write(picture);
}

/** Creates a slide from words such as `intro: Welcome`: its id, and its heading and text. */
export function slideState(words: string, more: Partial<SlideState> = {}): SlideState {
  const [, id = '', text = ''] = /^(?:(\w+): )?(.*)$/s.exec(words) ?? [];
  const shade = createHash('sha256').update(text).digest()[0] ?? 0;
  return { number: '1', id, heading: text, text, notes: '', pictures: [drawPicture(shade)], ...more };
}

/** Creates a deck from its slides. */
export const deckState = (slides: readonly (string | SlideState)[], name = '/'): DeckState => ({
  name,
  fileName: name.replaceAll('/', '') || 'slides',
  title: 'A deck',
  slides: slides.map((slide, n) => {
    const state = typeof slide === 'string' ? slideState(slide) : slide;
    return { ...state, number: String(n + 1) };
  }),
});

/** Creates a state of a site. */
export const siteState = (...decks: readonly DeckState[]): SiteState => ({ decks, problems: [] });

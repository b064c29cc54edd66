/** Takes pictures of all slides of a site. */
import { DeckError, type Diagnostic } from '../../diagnostics.ts';
import { eachDeck } from '../each-deck.ts';
import { takePicture } from '../images/take-picture.ts';
import { exportDecks } from '../open-export.ts';
import type { ExportOptions } from '../types.ts';
import { type ShownStep, walkDeck } from '../walk-slides.ts';

/** A site at one time. */
export interface SiteState {
  readonly decks: readonly DeckState[];
  /** Slides that failed. */
  readonly problems: readonly Diagnostic[];
}

/** A deck at one time. */
export interface DeckState {
  /** `/talk/` */
  readonly name: string;
  /** The name of its folder. */
  readonly fileName: string;
  readonly title: string;
  readonly slides: readonly SlideState[];
}

/** A slide at one time. */
export interface SlideState {
  /** As its address counts: `3`, or `3.2`. */
  readonly number: string;
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly notes: string;
  /** A PNG of each step that was asked for; `undefined` for one that failed. */
  readonly pictures: readonly (Uint8Array | undefined)[];
}

/** A state without decks. */
export const NO_STATE: SiteState = { decks: [], problems: [] };

/**
 * Takes a state.
 * @param isWanted which decks, by their names
 * @throws {DeckError} as `exportDecks`
 */
export async function takeState(
  options: ExportOptions,
  isWanted: (name: string) => boolean,
): Promise<SiteState> {
  const decks: DeckState[] = [];
  const needs = { command: 'deckwright diff', packages: ['playwright-core'] as const };
  try {
    const { problems } = await exportDecks({ ...options, decks: [], all: true }, needs, (run) => {
      const wanted = { ...run, decks: run.decks.filter(({ name }) => isWanted(name)) };
      return eachDeck(wanted, async (deck) => {
        const walk = await walkDeck(wanted, deck, { capture: takeAlone });
        const slides = new Map<string, SlideState>();
        for (const { slide, facts, made } of walk.walked) {
          const { number, id, heading } = slide;
          const former = slides.get(number);
          slides.set(number, {
            number,
            id,
            heading,
            text: facts?.text ?? former?.text ?? '',
            notes: (facts?.notes ?? []).map(({ text }) => text).join('\n') || (former?.notes ?? ''),
            pictures: [...(former?.pictures ?? []), made],
          });
        }
        const { name, fileName } = deck;
        decks.push({ name, fileName, title: walk.facts.title, slides: [...slides.values()] });
        return { files: [], problems: walk.problems, warnings: [], slides: slides.size };
      });
    });
    return { decks, problems };
  } catch (error) {
    const isWithoutDecks =
      error instanceof DeckError && error.diagnostics.every(({ code }) => code === 'no-deck');
    if (isWithoutDecks) return NO_STATE;
    throw error;
  }
}

/**
 * Takes a picture of a slide with no other slide in the page: what is next to a slide moves the edges of its letters by
 * parts of a pixel, as browsers draw several of them together. Its number is hidden, which a new slide before it changes.
 */
async function takeAlone(shown: ShownStep): Promise<Uint8Array> {
  const { deckPage, step } = shown;
  await deckPage.run(
    step,
    () => {
      const others = '.reveal :is(.slides section, .slide-background):not(.present)';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `${others} { display: none !important; } .reveal .slide-number { visibility: hidden !important; }`,
      );
      document.adoptedStyleSheets.push(sheet);
    },
    null,
  );
  try {
    return await takePicture(shown, 'png');
  } finally {
    await deckPage.run(step, () => void document.adoptedStyleSheets.pop(), null);
  }
}

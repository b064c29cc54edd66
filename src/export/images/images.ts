/** Exports slides as pictures: a file for each slide, or for each step. */
import path from 'node:path';
import { countOf } from '../../count-of.ts';
import { eachDeck } from '../each-deck.ts';
import { exportDecks, type Exported } from '../open-export.ts';
import { outputFolder, writeOutput } from '../output-files.ts';
import type { ExportDeck, ExportOptions, ExportResult, ExportRun, ExportSlide } from '../types.ts';
import { walkDeck } from '../walk-slides.ts';
import { type PictureFormat, takePicture } from './take-picture.ts';

/** Options of pictures. */
export interface ImageOptions extends ExportOptions {
  readonly format: PictureFormat;
  /** The width of a picture in pixels; that of the deck by default. */
  readonly width?: number;
}

/**
 * Writes a picture of each slide to a folder.
 * @throws {DeckError} as `exportDecks`
 */
export function exportImages(options: ImageOptions): Promise<ExportResult> {
  const needs = { command: `deckwright export ${options.format}`, packages: ['playwright-core'] as const };
  return exportDecks(options, needs, (run) => eachDeck(run, (deck) => exportDeck(run, deck, options)));
}

async function exportDeck(
  run: ExportRun,
  deck: ExportDeck,
  { format, width, steps = false, output }: ImageOptions,
): Promise<Exported> {
  const folder = outputFolder(deck, { output, decks: run.decks.length });
  const { walked, problems, warnings } = await walkDeck(run, deck, {
    ...(width !== undefined && { scale: (size) => width / size.width }),
    // Each is written at once, so that a long deck is never held as a whole.
    capture: async (shown) => {
      const name = pictureName(shown.slide, steps ? shown.step.step : undefined, shown.slides);
      const bytes = await takePicture(shown, format);
      return writeOutput(path.join(folder, `${name}.${EXTENSIONS[format]}`), bytes);
    },
  });
  run.step(`${deck.name}: ${countOf(walked.length, 'picture')}`);
  return {
    files: walked.flatMap(({ made }) => made ?? []),
    problems,
    warnings,
    slides: new Set(walked.map(({ slide }) => slide)).size,
  };
}

/** The usual extensions of the formats. */
export const EXTENSIONS: Readonly<Record<PictureFormat, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' };

/** `slide-03.2-step-1`: sorted by name, pictures are in the order of presentation. */
function pictureName(
  { h, v, isInStack }: ExportSlide,
  step: number | undefined,
  slides: readonly ExportSlide[],
): string {
  const digits = (numbers: readonly number[]): number => String(Math.max(...numbers) + 1).length;
  const pad = (number: number, width: number): string => String(number + 1).padStart(width, '0');
  const first = pad(h, Math.max(digits(slides.map((slide) => slide.h)), 2));
  const inStack = slides.filter((slide) => slide.h === h);
  const second = isInStack ? `.${pad(v, digits(inStack.map((slide) => slide.v)))}` : '';
  const last = step === undefined ? '' : `-step-${pad(step, digits(inStack.map(({ steps }) => steps - 1)))}`;
  return `slide-${first}${second}${last}`;
}

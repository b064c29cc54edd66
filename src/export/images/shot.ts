/** Takes a picture of one slide: `deckwright shot talk#intro`. */
import path from 'node:path';
import { exportDecks } from '../open-export.ts';
import { writeOutput } from '../output-files.ts';
import { selectSlides } from '../range.ts';
import type { ExportOptions, ExportResult } from '../types.ts';
import { walkDeck } from '../walk-slides.ts';
import { EXTENSIONS } from './images.ts';
import { type PictureFormat, takePicture } from './take-picture.ts';

/** Options of a picture. */
export interface ShotOptions extends Omit<ExportOptions, 'decks' | 'all' | 'range' | 'steps'> {
  /** The deck and its slide: `talk#3`, `talk#3.2`, `talk#intro`, or with the hash of its address, `talk#/2/1`. */
  readonly target: string;
  /** The step, from 1; the last one by default. */
  readonly step?: number;
  /** The width of the picture in pixels; that of the deck by default. */
  readonly width?: number;
}

/**
 * Writes a picture of one slide. Its format is that of the name of the file.
 * @throws {DeckError} as `exportDecks`, and if there is no such slide
 */
export function exportShot({ target, ...options }: ShotOptions): Promise<ExportResult> {
  const { deck, slide } = readTarget(target);
  const decks = deck === '' ? [] : [deck];
  const needs = { command: 'deckwright shot', packages: ['playwright-core'] as const };
  return exportDecks({ ...options, decks }, needs, async (run) => {
    const [found] = run.decks;
    if (!found) throw new Error('there is no deck to take a picture of');
    const file = path.resolve(options.output ?? `${found.fileName}-${slide}.png`);
    const { walked, problems, warnings } = await walkDeck(run, found, {
      // Of a stack the first slide.
      select: (slides) => selectSlides(slides, slide, found.name).slice(0, 1),
      ...(options.step !== undefined && { onlyStep: options.step - 1 }),
      ...(options.width !== undefined && { scale: ({ width }) => (options.width ?? width) / width }),
      capture: async (shown) => writeOutput(file, await takePicture(shown, formatOf(file))),
    });
    return { files: walked.flatMap(({ made }) => made ?? []), problems, warnings, slides: walked.length };
  });
}

/** Explains what is wrong with a target; `undefined` for a valid one. */
export function checkTarget(target: string): string | undefined {
  return /#./.test(target) ? undefined : `"${target}" names no slide: use DECK#3, DECK#3.2 or DECK#id`;
}

function readTarget(target: string): { readonly deck: string; readonly slide: string } {
  const [deck = '', hash = ''] = target.split(/#(.*)/s);
  // The address of a deck counts from 0, and messages from 1.
  const [, h, v] = /^\/(\d+)(?:\/(\d+))?$/.exec(hash) ?? [];
  const number = [h, v].flatMap((index) => (index === undefined ? [] : [Number(index) + 1])).join('.');
  return { deck, slide: number || hash.replace(/^\//, '') };
}

/** The format that the name of a file asks for; PNG by default. */
export function formatOf(file: string): PictureFormat {
  const extension = path.extname(file).slice(1).toLowerCase();
  if (extension === 'jpeg') return 'jpeg';
  const known = Object.entries(EXTENSIONS).find(([, one]) => one === extension);
  return (known?.[0] as PictureFormat | undefined) ?? 'png';
}

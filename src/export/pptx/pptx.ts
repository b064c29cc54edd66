/** Exports decks for PowerPoint: a slide with a picture of it, or with shapes that can be edited. */
import { createDiagnostic, type Diagnostic } from '../../diagnostics.ts';
import { eachDeck } from '../each-deck.ts';
import { exportDate } from '../export-date.ts';
import { addressSlides } from '../number-slides.ts';
import type { Link, Look, Shape, SlideModel } from '../ooxml/model.ts';
import { writePptx } from '../ooxml/write-pptx.ts';
import { exportDecks, type Exported } from '../open-export.ts';
import { outputFile, writeOutput } from '../output-files.ts';
import { selectSlides } from '../range.ts';
import type { ExportDeck, ExportOptions, ExportResult, ExportRun, ExportSlide } from '../types.ts';
import { placeOf } from '../place-of.ts';
import { type DeckWalk, type Walked, walkDeck } from '../walk-slides.ts';
import type { DrawnSlide } from './drawn-slide.ts';
import { drawEditable } from './editable.ts';
import { drawPicture } from './picture-slide.ts';
import { mapLinks } from './map-links.ts';
import { measureScript } from './measure-tools.ts';
import type { PageTools } from './page-tools.ts';

/** Options of a PowerPoint file. */
export interface PptxOptions extends ExportOptions {
  /** Writes text boxes, lists, tables and pictures in place of one picture of each slide. */
  readonly editable?: boolean;
}

/** Pixels of the screen for a pixel of the deck. */
const SCALE = 2;

declare const deckShapes: PageTools;

/**
 * Writes a PowerPoint file for each deck.
 * @throws {DeckError} as `exportDecks`
 */
export function exportPptx(options: PptxOptions): Promise<ExportResult> {
  const needs = { command: 'deckwright export pptx', packages: ['playwright-core'] as const };
  return exportDecks(options, needs, (run) => eachDeck(run, (deck) => exportDeck(run, deck, options)));
}

async function exportDeck(run: ExportRun, deck: ExportDeck, options: PptxOptions): Promise<Exported> {
  const draw = options.editable ? drawEditable : drawPicture;
  const walk = await walkDeck<DrawnSlide>(run, deck, {
    scale: () => SCALE,
    scripts: [measureScript],
    // They are in the file, and a show skips them.
    revealOptions: { showHiddenSlides: 'true' },
    select: (slides) => selectByAddress(slides, options.range, deck.name),
    capture: async (shown) => {
      const look = await shown.deckPage.run(
        shown.step,
        (publicUrl) => deckShapes.look(publicUrl),
        deck.publicUrl ?? '',
      );
      return { look, ...(await draw(shown)) };
    },
  });
  run.step(`${deck.name}: writing ${walk.walked.length} slides`);
  const bytes = writePptx({
    ...walk.facts,
    language: canonicalLanguage(walk.facts.language),
    date: exportDate(deck),
    look: walk.walked.find(({ made }) => made)?.made?.look ?? NO_LOOK,
    slides: writeSlides(deck, walk, options),
  });
  const file = outputFile(deck, '.pptx', { output: options.output, decks: run.decks.length });
  return {
    files: [writeOutput(file, bytes)],
    problems: walk.problems,
    warnings: [...walk.warnings, ...walk.walked.flatMap((one) => pictureWarnings(one, deck))],
    slides: new Set(walk.walked.map(({ slide }) => slide)).size,
  };
}

/** Selects slides by the numbers in their addresses, which leave hidden slides out. */
function selectByAddress(
  slides: readonly ExportSlide[],
  range: string | undefined,
  deck: string,
): readonly ExportSlide[] {
  const places = new Set(selectSlides(addressSlides(slides), range, deck).map(({ place }) => place));
  return slides.filter(({ place }) => places.has(place));
}

function writeSlides(
  { rendered }: ExportDeck,
  { slides, walked }: DeckWalk<DrawnSlide>,
  { steps = false }: PptxOptions,
): readonly SlideModel[] {
  // A deck that shows its hidden slides to everybody does so here.
  const isShownAnyway = rendered.params.options['showHiddenSlides'] === true;
  const firstOf = new Map<ExportSlide, number>();
  for (const [index, { slide }] of walked.entries()) if (!firstOf.has(slide)) firstOf.set(slide, index);
  const resolve = (link: Link): Link | undefined => {
    if (link.kind !== 'slide') return link;
    const target = slides[link.index];
    const index = target && firstOf.get(target);
    return index === undefined ? undefined : { kind: 'slide', index };
  };
  return walked.map((one) => {
    const { slide, made, facts, step } = one;
    const notes = (facts?.notes ?? []).filter((note) => !steps || note.step === step);
    return {
      title: made?.title || `Slide ${slide.number}`,
      isHidden: slide.isHidden && !isShownAnyway,
      background: made?.background,
      shapes: made ? made.shapes.map((shape) => mapLinks(shape, resolve)) : [failureShape(one)],
      notes: notes.map(({ text }) => text).join('\n\n'),
    };
  });
}

/** The words of a failure, in place of a slide. */
const failureShape = ({ problem, slide }: Walked<unknown>): Shape => ({
  kind: 'text',
  box: { left: 40, top: 40, width: 600, height: 60 },
  isTitle: true,
  paragraphs: [`Slide ${slide.number}`, ...wrap(problem?.message ?? '')].map((text, index) => ({
    runs: [
      { kind: 'text', text, size: index === 0 ? 32 : 18, font: 'Arial', color: { hex: 'B00020', alpha: 1 } },
    ],
    align: 'l',
    rtl: false,
    level: 0,
    indent: 0,
    before: index === 0 ? 0 : 8,
  })),
});

const wrap = (text: string): readonly string[] => text.match(/.{1,70}(?:\s+|$)/g) ?? [text];

function pictureWarnings({ slide, made }: Walked<DrawnSlide>, deck: ExportDeck): readonly Diagnostic[] {
  return (made?.pictures ?? []).map((what) =>
    createDiagnostic({
      code: 'slide-part-picture',
      severity: 'warning',
      message: `${deck.name} slide ${slide.number}: ${what} is a picture in the file`,
      hint: 'PowerPoint has nothing that looks the same. To change it, change the slide and export it again.',
      // What has words of its own is named with them.
      ...placeOf(deck, slide, /“(.+)”/.exec(what)?.slice(1) ?? []),
    }),
  );
}

/** `en-gb` as `en-GB`; a tag that is none is left out. */
function canonicalLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

/** The look of a file in which all slides have failed. */
const NO_LOOK: Look = {
  background: { hex: 'FFFFFF', alpha: 1 },
  text: { hex: '222222', alpha: 1 },
  heading: { hex: '222222', alpha: 1 },
  link: { hex: '0645AD', alpha: 1 },
  accents: [],
  headingFont: 'Arial',
  textFont: 'Arial',
};

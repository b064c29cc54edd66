/**
 * Goes through the slides of a deck in a browser, and makes something of each. A slide that fails is reported, and the
 * walk goes on with the next one in a new page.
 */
import { availableParallelism } from 'node:os';
import { type DeckPage, openDeck } from '../browser/open-deck.ts';
import type { Step } from '../browser/page-steps.ts';
import { createDiagnostic, DeckError, type Diagnostic } from '../diagnostics.ts';
import { deckWarnings, findMissing, type MissingFile, missingWarnings } from './missing-files.ts';
import { numberSlides } from './number-slides.ts';
import { placeOf } from './place-of.ts';
import { selectSlides } from './range.ts';
import { type SlideTools, slideToolsScript } from './slide-tools.ts';
import type { DeckFacts, ExportDeck, ExportRun, ExportSlide, Size, SlideFacts } from './types.ts';

/** What a walk makes. */
export interface WalkPlan<T> {
  /** Makes something of a slide that is shown. */
  readonly capture: (shown: ShownStep) => Promise<T>;
  /** Pixels of the screen for a pixel of a deck of this size; 1 by default. */
  readonly scale?: (size: Size) => number;
  /** Further scripts that run in the page before its own. */
  readonly scripts?: readonly string[];
  /** Further options of reveal.js. */
  readonly revealOptions?: Readonly<Record<string, string>>;
  /** Selects the slides; those of `--range` by default. */
  readonly select?: (slides: readonly ExportSlide[]) => readonly ExportSlide[];
  /** The only step to show, from 0; by default the last one, or with `--steps` all of them. */
  readonly onlyStep?: number | undefined;
}

/** A slide that is shown at a step, with nothing moving. */
export interface ShownStep {
  readonly deck: ExportDeck;
  readonly deckPage: DeckPage;
  readonly slide: ExportSlide;
  /** All slides of the deck. */
  readonly slides: readonly ExportSlide[];
  readonly step: Step;
  readonly facts: SlideFacts;
}

/** A step of a slide, with what was made of it. */
export interface Walked<T> {
  readonly slide: ExportSlide;
  /** From 0. */
  readonly step: number;
  readonly facts: SlideFacts | undefined;
  /** What could not be loaded, with the reasons. */
  readonly missing: readonly MissingFile[];
  /** Undefined if it failed. */
  readonly made: T | undefined;
  readonly problem: Diagnostic | undefined;
}

/** What was made of a deck. */
export interface DeckWalk<T> {
  readonly facts: DeckFacts;
  /** All slides of the deck, also those that were not asked for. */
  readonly slides: readonly ExportSlide[];
  /** The steps that were asked for, in the order of presentation. */
  readonly walked: readonly Walked<T>[];
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}

declare const deckExport: SlideTools;

/** Slides per page: longer decks are shared among several pages. */
const SLIDES_PER_PAGE = 24;

/** After so many failures in a row, the slides that follow are not tried: each takes the limit of time. */
const MAX_FAILURES = 3;

/** How long the page of a frame may take, in milliseconds. */
const FRAME_LIMIT = 10_000;

/**
 * Walks the slides of a deck.
 * @throws {DeckError} if the deck can't be opened, if a slide of the range does not exist, and if the browser stops
 */
export async function walkDeck<T>(run: ExportRun, deck: ExportDeck, plan: WalkPlan<T>): Promise<DeckWalk<T>> {
  const opened = await openForExport(run, deck, plan);
  let parts: readonly (readonly Stop[])[];
  try {
    parts = splitStops(listStops(opened.slides, run, deck, plan));
  } catch (error) {
    await opened.deckPage.close();
    throw error;
  }
  const total = parts.flat().length;
  let seen = 0;
  const onStop = ({ slide }: Stop): void =>
    run.step(`${deck.name}: slide ${slide.number} (${++seen} of ${total})`);
  const walk = { run, deck, plan, slides: opened.slides, onStop };
  const made = await Promise.all(
    parts.map((stops, index) => walkPart(walk, stops, index === 0 ? opened.deckPage : undefined)),
  );
  if (parts.length === 0) await opened.deckPage.close();
  const walked = made.flat();
  return {
    facts: opened.facts,
    slides: opened.slides,
    walked,
    problems: walked.flatMap(({ problem }) => problem ?? []),
    warnings: [...deckWarnings(opened.deckPage, deck, run), ...missingWarnings(walked, deck)],
  };
}

/** A step of a slide to go to. */
interface Stop {
  readonly slide: ExportSlide;
  readonly step: number;
}

function listStops<T>(
  slides: readonly ExportSlide[],
  { options }: ExportRun,
  deck: ExportDeck,
  plan: WalkPlan<T>,
): readonly Stop[] {
  const selected = plan.select?.(slides) ?? selectSlides(slides, options.range, deck.name);
  return selected.flatMap((slide) => {
    const last = slide.steps - 1;
    if (plan.onlyStep !== undefined) return [{ slide, step: Math.min(plan.onlyStep, last) }];
    const first = options.steps ? 0 : last;
    return Array.from({ length: slide.steps - first }, (_, n) => ({ slide, step: first + n }));
  });
}

/** Whether a slide is shown as it is at one of its steps, and not as a whole. */
const isEachStep = ({ options }: ExportRun, { onlyStep }: WalkPlan<unknown>): boolean =>
  options.steps === true || onlyStep !== undefined;

function splitStops(stops: readonly Stop[]): readonly (readonly Stop[])[] {
  const parts = Math.min(availableParallelism(), Math.ceil(stops.length / SLIDES_PER_PAGE));
  const size = Math.ceil(stops.length / parts);
  return Array.from({ length: parts }, (_, part) => stops.slice(part * size, (part + 1) * size));
}

interface Walk<T> {
  readonly run: ExportRun;
  readonly deck: ExportDeck;
  readonly plan: WalkPlan<T>;
  readonly slides: readonly ExportSlide[];
  readonly onStop: (stop: Stop) => void;
}

async function walkPart<T>(
  walk: Walk<T>,
  stops: readonly Stop[],
  opened: DeckPage | undefined,
): Promise<readonly Walked<T>[]> {
  const walked: Walked<T>[] = [];
  let deckPage = opened;
  let failures = 0;
  try {
    for (const stop of stops) {
      if (failures >= MAX_FAILURES) {
        walked.push(failed(stop, notTried(walk.deck, stop)));
        continue;
      }
      walk.onStop(stop);
      try {
        deckPage ??= (await openForExport(walk.run, walk.deck, walk.plan)).deckPage;
        walked.push(await showStop(walk, deckPage, stop));
        failures = 0;
      } catch (error) {
        walked.push(failed(stop, slideProblem(walk.deck, stop, error)));
        failures++;
        // A page that does not answer is of no use for the next slide.
        await deckPage?.close();
        deckPage = undefined;
      }
    }
  } finally {
    await deckPage?.close();
  }
  return walked;
}

async function showStop<T>(
  { run, deck, plan, slides }: Walk<T>,
  deckPage: DeckPage,
  stop: Stop,
): Promise<Walked<T>> {
  const { slide } = stop;
  const step: Step = { h: slide.h, v: slide.v, step: stop.step };
  await deckPage.show(step);
  if (!isEachStep(run, plan)) await deckPage.run(step, () => deckExport.showPassing(), null);
  await deckPage.run(step, (limit) => deckExport.untilFrames(limit), FRAME_LIMIT);
  await deckPage.run(step, () => deckExport.stillMedia(), null);
  const facts = await deckPage.run(step, () => deckExport.slideFacts(), null);
  const made = await deckPage.within(step, plan.capture({ deck, deckPage, slide, slides, step, facts }));
  const addresses = await deckPage.run(step, () => deckExport.listAddresses(), null);
  const missing = findMissing(deckPage, addresses, run.siteWarnings);
  return { slide, step: stop.step, facts, missing, made, problem: undefined };
}

const failed = <T>({ slide, step }: Stop, problem: Diagnostic): Walked<T> => ({
  slide,
  step,
  facts: undefined,
  missing: [],
  made: undefined,
  problem,
});

/** The problem of a slide. Problems of the browser itself end the export. */
function slideProblem(deck: ExportDeck, { slide }: Stop, error: unknown): Diagnostic {
  const isOfDeck =
    error instanceof DeckError && error.diagnostics.every(({ code }) => code === 'deck-not-ready');
  const isOfPage =
    error instanceof Error && /^(?:page|locator|elementHandle|cdpSession)\./i.test(error.message);
  if (!isOfDeck && !isOfPage) throw error;
  const message = error instanceof DeckError ? error.diagnostics[0]?.message : error.message.split('\n')[0];
  return createDiagnostic({
    code: 'slide-failed',
    message: `${deck.name} slide ${slide.number} has failed: ${reasonOf(message ?? '')}`,
    hint: 'Open the slide in a browser and look for a script that does not end, or for an error in the console. The other slides are exported.',
    ...placeOf(deck, slide),
  });
}

/** `/ is not ready after 60 s: slide 2 does not respond` → `slide 2 does not respond (the limit is 60 s)` */
function reasonOf(message: string): string {
  const [, limit, reason] = / is not ready after (.+?): (.*)$/.exec(message) ?? [];
  if (reason === undefined) return message;
  return limit === '0 s' ? reason : `${reason} (the limit is ${limit})`;
}

const notTried = (deck: ExportDeck, { slide }: Stop): Diagnostic =>
  createDiagnostic({
    code: 'slide-failed',
    message: `${deck.name} slide ${slide.number} was not tried: the ${MAX_FAILURES} slides before it failed`,
    hint: 'Fix the slides before it first, or leave them out with --range.',
    ...placeOf(deck, slide),
  });

/** A deck that is open at its own size. */
interface OpenedDeck {
  readonly deckPage: DeckPage;
  readonly facts: DeckFacts;
  readonly slides: readonly ExportSlide[];
}

async function openForExport(
  run: ExportRun,
  deck: ExportDeck,
  plan: Pick<WalkPlan<unknown>, 'scale' | 'scripts' | 'revealOptions'>,
): Promise<OpenedDeck> {
  const deckPage = await openDeck(run.browser, {
    url: run.url + deck.address,
    name: deck.name,
    viewport: deck.size,
    scale: plan.scale?.(deck.size) ?? 1,
    scripts: [slideToolsScript, ...(plan.scripts ?? [])],
    ...(plan.revealOptions && { revealOptions: plan.revealOptions }),
  });
  const start: Step = { h: 0, v: 0, step: 0 };
  try {
    const size = await deckPage.run(start, () => deckExport.prepare(), null);
    // A script of the author may have set another size.
    if (size && (size.width !== deck.size.width || size.height !== deck.size.height)) {
      await deckPage.close();
      return await openForExport(run, { ...deck, size }, plan);
    }
    const facts = await deckPage.run(start, () => deckExport.deckFacts(), null);
    return { deckPage, facts, slides: numberSlides(deckPage.slides) };
  } catch (error) {
    await deckPage.close();
    throw error;
  }
}

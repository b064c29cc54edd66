/** The problems of a deck as its pages show them: by slide, in the order of presentation. */
import path from 'node:path';
import type { DeckFinding, DeckFindings } from '../client/protocol.ts';
import { offsetIn } from '../diagnostics.ts';
import type { CheckedDeck, CheckedSlide } from '../measured/checked-deck.ts';
import type { SlideProblem } from './measured-decks.ts';
import type { Problem } from './problems.ts';

/** How many findings a page gets: errors and what was measured first, for a deck may have hundreds of a kind. */
const MAX_FINDINGS = 1000;

/** The problems of a deck. */
export interface DeckProblems {
  /** Problems of the deck and its site that were found without a browser. */
  readonly built: readonly Problem[];
  readonly measured: readonly SlideProblem[];
  /** The folder of the site, absolute. */
  readonly root: string;
}

/** Lists problems for the pages of a deck. */
export function listFindings(
  outputPath: string,
  deck: CheckedDeck | undefined,
  { built, measured, root }: DeckProblems,
): DeckFindings {
  const order = new Map(deck?.slides.map((slide, index) => [slide, index]));
  const findSlide = deck ? slideFinder(deck) : () => undefined;
  const placed = [
    ...measured.map((problem) => ({ problem, brief: problem.brief, slide: problem.slide })),
    ...built.map((problem) => ({
      problem,
      brief: problem.message,
      slide: findSlide(problem),
    })),
  ];
  const isError = ({ problem }: { readonly problem: Problem }): boolean => problem.severity === 'error';
  const kept = [...placed.filter(isError), ...placed.filter((one) => !isError(one))].slice(0, MAX_FINDINGS);
  const indexOf = (slide: CheckedSlide | undefined): number => (slide ? (order.get(slide) ?? -1) : -1);
  const findings = kept
    .toSorted((a, b) => indexOf(a.slide) - indexOf(b.slide))
    .map(({ problem, brief, slide }) => toFinding(problem, { brief, slide, root }));
  return { outputPath, findings, more: placed.length - findings.length };
}

/** Creates a function that finds the slide in whose text a problem is: a deck may have hundreds of both. */
function slideFinder(deck: CheckedDeck): (problem: Problem) => CheckedSlide | undefined {
  const byFile = new Map<string, CheckedSlide[]>();
  for (const slide of deck.hasSources ? deck.slides : []) {
    const known = byFile.get(slide.file);
    if (known) known.push(slide);
    else byFile.set(slide.file, [slide]);
  }
  for (const slides of byFile.values()) slides.sort((a, b) => a.start - b.start);
  return ({ file, line, column }) => {
    const slides = byFile.get(file);
    if (line === 0 || !slides) return undefined;
    const offset = offsetIn(deck.read(file), line, column);
    let [low, high] = [0, slides.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((slides[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const slide = slides[low - 1];
    return slide && offset < slide.end ? slide : undefined;
  };
}

interface Shown {
  readonly brief: string;
  readonly slide: CheckedSlide | undefined;
  readonly root: string;
}

function toFinding(
  { code, severity, hint, file, line, column }: Problem,
  { brief, slide, root }: Shown,
): DeckFinding {
  return {
    code,
    severity,
    message: brief,
    hint,
    position: line > 0 ? { file: path.join(root, file), path: file, line, column } : undefined,
    slide: slide && { h: slide.h, v: slide.v, number: slide.number, heading: slide.heading },
  };
}

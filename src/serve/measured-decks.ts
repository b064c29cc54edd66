/**
 * What open pages have measured on the slides of their decks, as problems at the lines of the author. A result is known
 * for as long as its section stays the same, also when no page is open any more.
 */
import { isShownSection } from '../shown-slides.ts';
import type { MeasuredDeck, RuleMeasure } from '../client/protocol.ts';
import { instantRules } from '../client/measure/rules.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import type { Files } from '../files.ts';
import { type CheckedDeck, type CheckedSlide, describeDeck } from '../measured/checked-deck.ts';
import { createFinding, fingerprint, slideKey } from '../measured/create-finding.ts';
import type { RenderedDeck } from '../types.ts';
import type { Problem, Problems } from './problems.ts';

/** A problem on a slide. */
export interface SlideProblem extends Problem {
  /** The message without the slide. */
  readonly brief: string;
  readonly slide: CheckedSlide;
  /** The HTML of its section. */
  readonly section: string;
}

/** What was measured on slides: by the HTML of the section, and by the index of the slide in its stack. */
type Results = ReadonlyMap<string, ReadonlyMap<number, readonly RuleMeasure[]>>;

/** The results of a deck. */
interface Measured {
  readonly results: Results;
  /** Problems on slides that have changed, until these are measured again. */
  readonly outdated: readonly SlideProblem[];
  readonly found: readonly SlideProblem[];
  /** Whether there is a problem, at whatever level. */
  readonly hasAny: boolean;
}

/** What measured decks need. */
export interface MeasuredContext {
  readonly open: Pick<OpenSite, 'pipeline'> & { readonly files: Pick<Files, 'read'> };
  readonly problems: Pick<Problems, 'set'>;
}

/** The owner of problems that were measured, next to the deck that owns the others. */
export const measuredOwner = (outputPath: string): string => `${outputPath} as it is shown`;

/** Keeps what was measured, by deck. */
export class MeasuredDecks {
  readonly #context: MeasuredContext;
  readonly #measured = new Map<string, Measured>();
  readonly #descriptions = new WeakMap<RenderedDeck, CheckedDeck>();

  constructor(context: MeasuredContext) {
    this.#context = context;
  }

  /** Describes the slides of a deck. */
  describe(rendered: RenderedDeck): CheckedDeck {
    const known = this.#descriptions.get(rendered) ?? describeDeck(rendered, this.#context.open);
    this.#descriptions.set(rendered, known);
    return known;
  }

  /** Lists the problems that were measured on slides as they are. */
  of(outputPath: string): readonly SlideProblem[] {
    return this.#measured.get(outputPath)?.found ?? [];
  }

  /** Takes what a page has measured of a deck in this state. */
  take({ slides, isComplete }: Pick<MeasuredDeck, 'slides' | 'isComplete'>, rendered: RenderedDeck): void {
    const { outputPath } = rendered.deck;
    const known = this.#measured.get(outputPath) ?? NOTHING_MEASURED;
    const results = new Map([...known.results].map(([section, own]) => [section, new Map(own)]));
    const sections = listShown(rendered);
    for (const { h, v, measures } of slides) {
      const section = sections[h];
      if (section !== undefined) results.set(section, (results.get(section) ?? new Map()).set(v, measures));
    }
    this.#update(rendered, results, isComplete ? [] : known.outdated);
  }

  /**
   * Follows a change of a deck: problems move with their lines.
   * @param isOpen whether a page shows the deck, and measures what has changed
   */
  follow(rendered: RenderedDeck, isOpen: boolean): void {
    const { outputPath } = rendered.deck;
    const known = this.#measured.get(outputPath);
    if (!known || (!known.hasAny && known.outdated.length === 0)) return;
    const sections = new Set(listShown(rendered));
    const gone = known.found.filter(({ section }) => !sections.has(section));
    this.#update(rendered, known.results, isOpen ? (gone.length > 0 ? gone : known.outdated) : []);
  }

  #update(rendered: RenderedDeck, results: Measured['results'], outdated: readonly SlideProblem[]): void {
    const all = this.#find(rendered, results);
    const found = this.#context.open.pipeline.applyLevels(rendered, all);
    const { outputPath } = rendered.deck;
    const sections = new Set(listShown(rendered));
    const current = new Map([...results].filter(([section]) => sections.has(section)));
    this.#measured.set(outputPath, { results: current, outdated, found, hasAny: all.length > 0 });
    this.#context.problems.set(measuredOwner(outputPath), [...found, ...outdated]);
  }

  #find(rendered: RenderedDeck, results: Results): readonly SlideProblem[] {
    const sections = listShown(rendered);
    const deck = this.describe(rendered);
    return deck.slides.flatMap((slide) => {
      const section = sections[slide.h];
      if (section === undefined) return [];
      const measures = results.get(section)?.get(slide.v) ?? [];
      return measures.flatMap((measure) => createProblem(deck, { slide, section, measure }));
    });
  }
}

const NOTHING_MEASURED: Measured = { results: new Map(), outdated: [], found: [], hasAny: false };

/** Lists the sections that reveal.js shows, by their horizontal index. */
const listShown = ({ sections }: RenderedDeck): readonly string[] =>
  sections.filter(({ facts }) => isShownSection(facts)).map(({ html }) => html);

interface MeasuredPlace {
  readonly slide: CheckedSlide;
  readonly section: string;
  readonly measure: RuleMeasure;
}

/** Creates a problem; none for codes of rules that are not measured here. */
function createProblem(
  deck: CheckedDeck,
  { slide, section, measure }: MeasuredPlace,
): readonly SlideProblem[] {
  const rule = instantRules.find(({ code }) => code === measure.code);
  if (!rule) return [];
  const { message, hint } = rule.report(measure);
  const { place, detail } = measure;
  const finding = createFinding(deck, {
    code: rule.code,
    message,
    hint,
    slide,
    searches: place.searches,
  });
  const element = rule.isOncePerSlide ? '' : place.path;
  const key = fingerprint([rule.code, deck.name, slideKey(slide), element, detail]);
  return [{ ...finding, fingerprint: key, brief: message, slide, section }];
}

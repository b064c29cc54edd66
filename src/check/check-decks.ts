/** Opens decks side by side in one browser, and measures all of their slides. */
import { availableParallelism } from 'node:os';
import type { OpenBrowser } from '../browser/open-browser.ts';
import { type DeckPage, openDeck } from '../browser/open-deck.ts';
import { DeckError, type Diagnostic } from '../diagnostics.ts';
import { resolveContrast } from './contrast-pixels.ts';
import type { DeckResult } from './findings.ts';
import { toolsScript } from './page-tools.ts';
import type { Viewport } from './check-finding.ts';
import type { CheckedDeck, CheckRule, PageRule, RuleOptions } from './types.ts';
import { type Measured, rulesScript, walkSlide } from './walk.ts';

/** What is needed to check decks. */
export interface CheckRun {
  readonly browser: OpenBrowser;
  /** The URL of the site. */
  readonly url: string;
  readonly viewports: readonly Viewport[];
  readonly rules: readonly CheckRule[];
  readonly options: RuleOptions;
  /** The script of axe-core; empty if contrast is not checked. */
  readonly axe: string;
  /** Called before each slide. */
  readonly onSlide?: (deck: CheckedDeck) => void;
}

/** What was seen of a deck, and why it could not be opened. */
export interface CheckedDeckResult {
  readonly results: readonly DeckResult[];
  readonly problems: readonly Diagnostic[];
}

/** A part of a deck, which one page measures. */
interface Job {
  readonly deck: CheckedDeck;
  readonly viewport: Viewport;
  /** Indexes of the first slide, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Slides per page: longer decks are shared among several pages. */
const SLIDES_PER_PAGE = 24;

/**
 * Checks decks.
 * @throws {DeckError} if the browser stops
 */
export async function checkDecks(
  decks: readonly CheckedDeck[],
  run: CheckRun,
): Promise<ReadonlyMap<CheckedDeck, CheckedDeckResult>> {
  const cores = availableParallelism();
  const jobs = decks.flatMap((deck) => run.viewports.flatMap((viewport) => splitDeck(deck, viewport, cores)));
  const results = new Map<CheckedDeck, CheckedDeckResult>(
    decks.map((deck) => [deck, { results: [], problems: [] }]),
  );
  const waiting = jobs.values();
  const work = async (): Promise<void> => {
    for (const job of waiting) {
      const known = results.get(job.deck) ?? { results: [], problems: [] };
      // A deck that can't be opened is not opened again.
      if (known.problems.length > 0) continue;
      const { result, problems } = await checkPart(job, run);
      const now = results.get(job.deck) ?? known;
      results.set(job.deck, {
        results: result ? [...now.results, result] : now.results,
        problems: [...now.problems, ...(now.problems.length > 0 ? [] : problems)],
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(cores, jobs.length) }, work));
  return results;
}

function splitDeck(deck: CheckedDeck, viewport: Viewport, cores: number): readonly Job[] {
  const { length } = deck.slides;
  const parts = Math.max(1, Math.min(cores, Math.ceil(length / SLIDES_PER_PAGE)));
  const size = Math.ceil(length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    deck,
    viewport,
    from: part * size,
    // A page may have more slides than are known: scripts and templates can add some.
    to: part === parts - 1 ? Infinity : (part + 1) * size,
  }));
}

interface PartResult {
  readonly result?: DeckResult;
  readonly problems: readonly Diagnostic[];
}

async function checkPart(job: Job, run: CheckRun): Promise<PartResult> {
  const { deck, viewport } = job;
  const pageRules = run.rules.filter((rule): rule is PageRule => rule.kind === 'page');
  const scripts = [toolsScript, rulesScript(pageRules), ...(run.axe === '' ? [] : [run.axe])];
  let deckPage: DeckPage | undefined;
  try {
    deckPage = await openDeck(run.browser, {
      url: run.url + deck.address,
      name: deck.name,
      viewport,
      scripts,
    });
    const measured: Measured[] = [];
    const slides = deckPage.slides.slice(job.from, job.to);
    for (const slide of slides) {
      run.onSlide?.(deck);
      const found = await walkSlide(deckPage, slide, pageRules, run.options);
      measured.push(...(await resolveContrast(deckPage, found)));
    }
    const steps = new Map(deckPage.slides.map(({ h, v, steps }) => [`${h}/${v}`, steps]));
    const name = `${viewport.width}x${viewport.height}`;
    return { result: { deck, viewport: name, measured, events: deckPage.events, steps }, problems: [] };
  } catch (error) {
    const isOfDeck =
      error instanceof DeckError && error.diagnostics.every(({ code }) => code === 'deck-not-ready');
    if (!isOfDeck) throw error;
    return { problems: error.diagnostics };
  } finally {
    await deckPage?.close();
  }
}

/** Checks the decks of a site in a browser: builds them, opens each one, and measures every step of every slide. */
import path from 'node:path';
import { type OpenBrowser, openBrowser } from '../browser/open-browser.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { Limits } from '../browser/limits.ts';
import { readPackageScript, requirePackages } from '../browser/load-packages.ts';
import { type BuiltSite, makeSite } from '../bundle/make-site.ts';
import { type DeckwrightOptions, openAtRoot, type OpenSite } from '../bundle/open-site.ts';
import { selectDecks } from '../bundle/select-decks.ts';
import { readMinFont } from '../check-limits.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { serveBuilt } from '../serve/built-server.ts';
import { type Baseline, compareFindings, readBaseline, writeBaseline } from './baseline.ts';
import { checkDecks } from './check-decks.ts';
import type { CheckFinding, Viewport } from './check-finding.ts';
import { describeDeck } from '../measured/checked-deck.ts';
import { createFindings, type PlacedFinding } from './findings.ts';
import { selectRules } from './select.ts';
import { takeShots } from './shots.ts';
import { dropRepeated, joinWarnings } from './join-warnings.ts';
import type { CheckedDeck, CheckRule, RuleOptions } from './types.ts';

/** Options of a check; all are optional. */
export interface CheckOptions extends DeckwrightOptions {
  /** Decks by address or path; all of them by default. */
  readonly decks?: readonly string[];
  /** Codes of the rules to run, such as `overflow`; all of them by default. */
  readonly only?: readonly string[];
  /** The sizes of windows, in pixels; 1280 × 720 by default. */
  readonly viewports?: readonly Viewport[];
  /** The size below which text is too small, in pixels at the size of the deck; that of the site by default, or 18. */
  readonly minFont?: number;
  /** Reports slides without speaker notes. */
  readonly requireNotes?: boolean;
  /** A file with findings that are not reported again; relative to the current folder. */
  readonly baseline?: string;
  /** Writes the findings to the file of the baseline, instead of comparing them. */
  readonly updateBaseline?: boolean;
  /** A folder for a picture of each finding; relative to the current folder. */
  readonly shots?: string;
  /**
   * Limits of time; those of `browser/limits.ts` by default.
   * @internal
   */
  readonly limits?: Partial<Limits>;
  /** Called when a step begins, and before each slide, with a line that says what is done. */
  readonly onStep?: (step: string) => void;
}

/** The result of a check. */
export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  /** How many findings are in the baseline, and so not in `findings`. */
  readonly known: number;
  /** How many findings of the baseline are gone. */
  readonly gone: number;
  /** Decks that could not be opened, and so were not checked. */
  readonly problems: readonly Diagnostic[];
  /** Where a rule could not decide: no findings. */
  readonly unsure: readonly CheckFinding[];
  /** Warnings of the build, without those of what a finding is about. */
  readonly warnings: readonly Diagnostic[];
  readonly decks: number;
  readonly slides: number;
  readonly milliseconds: number;
}

export const defaults = {
  requireNotes: false,
  viewports: [{ width: 1280, height: 720 }],
} as const satisfies Partial<CheckOptions>;

/**
 * Checks decks of a site in Chromium, Chrome or Edge. Nothing is printed, and nothing is written to the destination.
 * Needs the packages playwright-core, and axe-core for the rule `contrast`.
 * @throws {DeckError} if the site has errors, if there is no such deck, rule or baseline, if a package is missing, and if
 * there is no browser or it stops
 * @example
 * const { findings } = await check({ source: 'talks', decks: ['boats'], only: ['overflow', 'contrast'] });
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const startedAt = performance.now();
  const step = options.onStep ?? (() => undefined);
  const rules = selectRules(options.only);
  step('reading the site');
  const open = openAtRoot(options);
  const wanted = selectDecks(open.site.decks, options.decks ?? [], open.root);
  const axe = loadPackages(rules, open.root);
  // What is missing is reported before the long work.
  const executable = findBrowser();
  step('building');
  const built = await makeSite(open, { needed: wanted });
  const decks = built.decks
    .filter(({ rendered }) => wanted.includes(rendered.deck))
    .map(({ rendered }) => describeDeck(rendered, open));
  const viewports = options.viewports ?? defaults.viewports;
  const work = {
    open,
    built,
    decks,
    rules,
    viewports,
    options: { ...defaults, minFont: readMinFont(open.site.config), ...options },
    axe,
    executable,
    step,
  };
  return {
    ...(await inBrowser(work)),
    decks: decks.length,
    slides: decks.reduce((sum, { slides }) => sum + slides.length, 0),
    milliseconds: performance.now() - startedAt,
  };
}

/** Verifies that the packages are installed, and reads the script of axe-core if it is needed. */
function loadPackages(rules: readonly CheckRule[], root: string): string {
  const hasContrast = rules.some(({ code }) => code === 'contrast');
  requirePackages(
    ['playwright-core', ...(hasContrast ? (['axe-core'] as const) : [])],
    root,
    'deckwright check',
  );
  return hasContrast ? readPackageScript('axe-core', 'axe.min.js', root) : '';
}

interface BrowserWork {
  readonly open: OpenSite;
  readonly built: BuiltSite;
  readonly decks: readonly CheckedDeck[];
  readonly rules: readonly CheckRule[];
  readonly viewports: readonly Viewport[];
  readonly options: CheckOptions & RuleOptions;
  readonly axe: string;
  /** The executable of the browser. */
  readonly executable: string;
  readonly step: (step: string) => void;
}

type Found = Omit<CheckResult, 'decks' | 'slides' | 'milliseconds'>;

async function inBrowser(work: BrowserWork): Promise<Found> {
  const { open, built, decks, options, step } = work;
  // Read before the long work: a wrong name is reported at once.
  const { baseline: file, updateBaseline } = options;
  const before: Baseline = file !== undefined && !updateBaseline ? readBaseline(file) : new Map();
  step('starting the browser');
  const browser = await openBrowser({
    root: open.root,
    executable: work.executable,
    ...(options.limits && { limits: options.limits }),
  });
  try {
    const server = await serveBuilt(open, built);
    try {
      const results = await measureDecks(work, browser, server.url);
      const told = results.flatMap(({ findings }) => findings);
      const { findings: all, warnings } = joinWarnings(told, built.warnings, decks);
      const certain = all.filter(({ isUnsure }) => !isUnsure);
      if (file !== undefined && updateBaseline) writeBaseline(file, certain);
      const baseline = file !== undefined && updateBaseline ? readBaseline(file) : before;
      const { fresh, known, gone } = compareFindings(certain, baseline);
      return {
        findings: (await addShots(work, dropRepeated(fresh), { browser, url: server.url })).map(toFinding),
        unsure: all.filter(({ isUnsure }) => isUnsure).map(toFinding),
        problems: results.flatMap(({ problems }) => problems),
        warnings,
        known,
        // A check of some decks or rules does not see the others.
        gone: options.only === undefined && (options.decks ?? []).length === 0 ? gone : 0,
      };
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

/** Drops what a user does not need. */
function toFinding(finding: PlacedFinding): CheckFinding {
  const { measured: _measured, isUnsure: _unsure, warning: _warning, ...own } = finding;
  return own;
}

interface DeckFindings {
  readonly findings: readonly PlacedFinding[];
  readonly problems: readonly Diagnostic[];
}

async function measureDecks(
  work: BrowserWork,
  browser: OpenBrowser,
  url: string,
): Promise<readonly DeckFindings[]> {
  const { open, decks, rules, viewports, axe, step } = work;
  const { minFont, requireNotes } = work.options;
  const options: RuleOptions = { minFont, requireNotes };
  const all = decks.reduce((sum, { slides }) => sum + slides.length, 0) * viewports.length;
  let seen = 0;
  const onSlide = ({ name }: CheckedDeck): void => step(`checking ${name}: slide ${++seen} of ${all}`);
  const results = await checkDecks(decks, { browser, url, viewports, rules, options, axe, onSlide });
  return decks.map((deck) => {
    const { results: parts = [], problems = [] } = results.get(deck) ?? {};
    return {
      findings: open.pipeline.applyLevels(deck.rendered, createFindings(parts, rules, options)),
      problems,
    };
  });
}

async function addShots(
  { decks, viewports, options, step }: BrowserWork,
  findings: readonly PlacedFinding[],
  { browser, url }: { readonly browser: OpenBrowser; readonly url: string },
): Promise<readonly PlacedFinding[]> {
  if (options.shots === undefined) return findings;
  const folder = path.resolve(options.shots);
  const shot: PlacedFinding[] = [];
  for (const deck of decks) {
    step(`taking pictures of ${deck.name}`);
    const own = findings.filter((finding) => finding.deck === deck.name);
    shot.push(...(await takeShots(deck, own, { browser, url, viewports, folder })));
  }
  return shot;
}

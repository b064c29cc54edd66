/** Checks the decks of a site in a browser: builds them, opens each one, and measures every step of every slide. */
import path from 'node:path';
import { type OpenBrowser, openBrowser } from '../browser/open-browser.ts';
import { findBrowser } from '../browser/find-browser.ts';
import type { Limits } from '../browser/limits.ts';
import { readPackageScript, requirePackages } from '../browser/load-packages.ts';
import { type BuiltSite, makeSite } from '../bundle/make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from '../bundle/open-site.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { serveBuilt } from '../serve/built-server.ts';
import { type Baseline, compareFindings, readBaseline, writeBaseline } from './baseline.ts';
import { checkDecks } from './check-decks.ts';
import { describeDeck } from './checked-deck.ts';
import { createFindings, type PlacedFinding } from './findings.ts';
import { selectDecks, selectRules } from './select.ts';
import { takeShots } from './shots.ts';
import type { CheckedDeck, CheckFinding, CheckRule, RuleOptions, Viewport } from './types.ts';

/** Options of a check. */
export interface CheckOptions extends DeckwrightOptions {
  /** Decks by address or path; all of them by default. */
  readonly decks?: readonly string[];
  /** Codes of the rules to run, separated by commas; all of them by default. */
  readonly only?: string;
  /** The sizes of windows, in pixels; 1280 × 720 by default. */
  readonly viewports?: readonly Viewport[];
  /** The size below which text is too small, in pixels at the size of the deck; 18 by default. */
  readonly minFont?: number;
  /** Reports slides without speaker notes. */
  readonly requireNotes?: boolean;
  /** A file with findings that are not reported again. */
  readonly baseline?: string;
  /** Writes the findings to the file of the baseline, instead of comparing them. */
  readonly updateBaseline?: boolean;
  /** A folder for a picture of each finding. */
  readonly shots?: string;
  /** Limits of time; those of `browser/limits.ts` by default. */
  readonly limits?: Partial<Limits>;
  /** Called when a step begins. */
  readonly onStep?: (step: string) => void;
}

/** The result of a check. */
export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  /** How many findings are in the baseline, and how many of the baseline are gone. */
  readonly known: number;
  readonly gone: number;
  /** Decks that could not be opened, and so were not checked. */
  readonly problems: readonly Diagnostic[];
  /** Where a rule could not decide: no findings. */
  readonly unsure: readonly CheckFinding[];
  /** Warnings of the build. */
  readonly warnings: readonly Diagnostic[];
  readonly decks: number;
  readonly slides: number;
  readonly milliseconds: number;
}

export const defaults = {
  minFont: 18,
  requireNotes: false,
  viewports: [{ width: 1280, height: 720 }],
} as const satisfies Partial<CheckOptions>;

/**
 * Checks decks of a site.
 * @throws {DeckError} if the site has errors, and if there is no browser or it stops
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
  const built = await makeSite(open, { strict: false });
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
    options: { ...defaults, ...options },
    axe,
    executable,
    step,
  };
  const { findings, problems, unsure, known, gone } = await inBrowser(work);
  return {
    findings,
    unsure,
    problems,
    known,
    gone,
    warnings: built.warnings,
    decks: decks.length,
    slides: decks.reduce((sum, { slides }) => sum + slides.length, 0),
    milliseconds: performance.now() - startedAt,
  };
}

/** Opens a site as if it were published on this machine: its own addresses lead to no other host then. */
function openAtRoot(options: CheckOptions): OpenSite {
  const open = openSite(options);
  const { baseURL, basePath } = open.site.config;
  return baseURL.startsWith('/') ? open : openSite({ ...options, baseURL: basePath });
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

type Found = Pick<CheckResult, 'findings' | 'problems' | 'unsure' | 'known' | 'gone'>;

async function inBrowser(work: BrowserWork): Promise<Found> {
  const { open, built, options, step } = work;
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
      const all = results.flatMap(({ findings }) => findings);
      const certain = all.filter(({ isUnsure }) => !isUnsure);
      if (file !== undefined && updateBaseline) writeBaseline(file, certain);
      const baseline = file !== undefined && updateBaseline ? readBaseline(file) : before;
      const { fresh, known, gone } = compareFindings(certain, baseline);
      return {
        findings: (await addShots(work, fresh, { browser, url: server.url })).map(toFinding),
        unsure: all.filter(({ isUnsure }) => isUnsure).map(toFinding),
        problems: results.flatMap(({ problems }) => problems),
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

/** Drops what only pictures need. */
function toFinding(finding: PlacedFinding): CheckFinding {
  const own = Object.entries(finding).filter(([name]) => name !== 'measured' && name !== 'isUnsure');
  return Object.fromEntries(own) as unknown as CheckFinding;
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

/**
 * A page that is no deck never stops a deck: what fails there is a warning, and the page is left out. What is wrong in
 * a page of a deck stays an error.
 */
import {
  createDiagnostic,
  DeckError,
  type Diagnostic,
  formatDiagnostic,
  nearestName,
} from '../diagnostics.ts';
import { readPath } from '../site/formats.ts';
import type { Deck, Page } from '../types.ts';

/** A finding, and what it was found in. */
export interface FoundIn {
  readonly diagnostic: Diagnostic;
  /** The path of a page below the site's root, or the name of an output that no file stands for. */
  readonly where: string;
}

/** What is told of the pages of a site. */
export interface SeparatedMistakes {
  readonly diagnostics: readonly Diagnostic[];
  /** The files of the pages that are left out. */
  readonly leftOut: ReadonlySet<string>;
}

/** A finding in the words of a page. */
export interface FoundInPage {
  readonly diagnostic: Diagnostic;
  readonly page: Page;
}

/**
 * Tells mistakes that stop a build from those that leave a page out. `decks` are published or may be one day; `wanted`
 * is the file of a page that is to be one.
 */
export function separateMistakes(
  all: readonly FoundInPage[],
  decks: readonly Deck[],
  wanted?: string,
): SeparatedMistakes {
  // Where there is no deck, a page that can't be read may have been meant as one.
  if (decks.length === 0)
    return { diagnostics: onceEach(all.map(({ diagnostic }) => diagnostic)), leftOut: new Set() };
  const pages = decks.flatMap((deck) => deck.pages);
  const ofDecks = new Set(
    pages.flatMap(({ source, resources }) => [source.path, ...resources.map((file) => file.source)]),
  );
  const isOfDeck = ({ diagnostic, page }: FoundInPage): boolean =>
    ofDecks.has(page.source.path) ||
    page.source.path === wanted ||
    mayReachDecks(diagnostic, page, pages) ||
    isMeantAsDeck(diagnostic, page);
  const fatal = new Set(all.filter(isOfDeck).map(({ diagnostic }) => formatDiagnostic(diagnostic)));
  const isFatal = ({ diagnostic }: FoundInPage): boolean => fatal.has(formatDiagnostic(diagnostic));
  const others = all
    .filter((found) => !isFatal(found))
    .map(({ diagnostic, page }) => ({ diagnostic, where: page.source.path }));
  const errors = others.filter(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    diagnostics: [...onceEach(all.filter(isFatal).map(({ diagnostic }) => diagnostic)), ...leaveOut(others)],
    leftOut: new Set(errors.map(({ where }) => where)),
  };
}

/** Whether a page asks for slides by a name that is nearly right. */
function isMeantAsDeck({ code }: Diagnostic, { outputs = [] }: Page): boolean {
  return code === 'output-unknown' && outputs.some((output) => nearestName(output, ['reveal']) !== undefined);
}

const CASCADE_RE = /^\s*["']?cascade\b|^\s*\[+cascade\b/m;
const REVEAL_RE = /\breveal\b/i;

/** A cascade that can't be read may say that pages below are decks, or what those look like. */
function mayReachDecks({ code }: Diagnostic, section: Page, pages: readonly Page[]): boolean {
  const { kind, place, params, source, path } = section;
  if (kind === 'page' || !code.startsWith('front-matter-')) return false;
  // Where front matter has no end, all of the text may be a part of it.
  const words = source.text.slice(place.start, place.end || undefined);
  if (!CASCADE_RE.test(words) || readPath(params, ['cascade']) !== undefined) return false;
  const isBelow = (page: Page): boolean => path === '' || page.path.startsWith(`${path}/`);
  return REVEAL_RE.test(words) || pages.some(isBelow);
}

/** Errors become warnings that name what is left out; one mistake is told once, with all pages that it is in. */
export function leaveOut(found: readonly FoundIn[]): readonly Diagnostic[] {
  const places = new Map<string, { diagnostic: Diagnostic; where: Set<string> }>();
  for (const { diagnostic, where } of found) {
    const key = formatDiagnostic(diagnostic);
    const known = places.get(key) ?? { diagnostic, where: new Set<string>() };
    known.where.add(where);
    places.set(key, known);
  }
  return [...places.values()].map(({ diagnostic, where }) =>
    diagnostic.severity === 'error' ? asLeftOut(diagnostic, [...where]) : diagnostic,
  );
}

function asLeftOut(diagnostic: Diagnostic, where: readonly string[]): Diagnostic {
  const isOwn = where.length === 1 && where[0] === diagnostic.file;
  const told =
    where.length > LONGEST ? [...where.slice(0, LONGEST), `${where.length - LONGEST} more`] : where;
  const [last = '', ...others] = [...told].reverse();
  const names = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  const left = where.length === 1 ? 'is no deck, so it is left out' : 'are no decks, so they are left out';
  return {
    ...diagnostic,
    severity: 'warning',
    message: `${diagnostic.message} (${isOwn ? 'this page' : names} ${left})`,
  };
}

/** So many pages are named. */
const LONGEST = 12;

const onceEach = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((one) => [formatDiagnostic(one), one])).values(),
];

/** What stopped the work on a page that is no deck: mistakes of the author, or a fault of ours. */
export function failuresOf(error: unknown, where: string): readonly Diagnostic[] {
  return error instanceof DeckError ? error.diagnostics : [ourFault(error, where)];
}

function ourFault(error: unknown, file: string): Diagnostic {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return createDiagnostic({
    code: 'deckwright-fault',
    message: `deckwright itself failed here: ${said.split('\n', 1)[0]}`,
    hint: 'This is a fault of deckwright and not of your site. Please report it with this page and its template: npm bugs deckwright opens the place.',
    source: { path: file, text: '' },
  });
}

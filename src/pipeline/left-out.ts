/**
 * A page that is not a deck never stops a build: its errors become warnings, and the page is left out. Errors in the
 * page of a deck stay errors.
 */
import {
  createDiagnostic,
  DeckError,
  type Diagnostic,
  formatDiagnostic,
  nearestName,
} from '../diagnostics.ts';
import { readPath } from '../site/formats/formats.ts';
import type { Deck, Page } from '../types.ts';

/** A diagnostic, and the page or output that it concerns. */
export interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** The path of a page relative to the site's root, or the name of an output without a source file. */
  readonly location: string;
}

/** The diagnostics of the pages of a site. */
export interface SeparatedErrors {
  readonly diagnostics: readonly Diagnostic[];
  /** The files of the pages that are left out. */
  readonly leftOut: ReadonlySet<string>;
}

/** A diagnostic in the source of a page. */
export interface PageDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly page: Page;
}

/**
 * Separates errors that stop a build from those that only leave a page out.
 * @param decks published decks, and pages that may become decks
 * @param wantedDeck the file of a page that the user wants as a deck
 */
export function separateErrors(
  all: readonly PageDiagnostic[],
  decks: readonly Deck[],
  wantedDeck?: string,
): SeparatedErrors {
  // Without any deck, a page that can't be read may have been meant as one.
  if (decks.length === 0)
    return { diagnostics: removeDuplicates(all.map(({ diagnostic }) => diagnostic)), leftOut: new Set() };
  const pages = decks.flatMap((deck) => deck.pages);
  const ofDecks = new Set(
    pages.flatMap(({ source, resources }) => [source.path, ...resources.map((file) => file.source)]),
  );
  const concernsDeck = ({ diagnostic, page }: PageDiagnostic): boolean =>
    ofDecks.has(page.source.path) ||
    page.source.path === wantedDeck ||
    mayAffectDecks(diagnostic, page, pages) ||
    isMeantAsDeck(diagnostic, page);
  const fatal = new Set(all.filter(concernsDeck).map(({ diagnostic }) => formatDiagnostic(diagnostic)));
  const isFatal = ({ diagnostic }: PageDiagnostic): boolean => fatal.has(formatDiagnostic(diagnostic));
  const others = all
    .filter((found) => !isFatal(found))
    .map(({ diagnostic, page }) => ({ diagnostic, location: page.source.path }));
  const errors = others.filter(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    diagnostics: [
      ...removeDuplicates(all.filter(isFatal).map(({ diagnostic }) => diagnostic)),
      ...demoteErrors(others),
    ],
    leftOut: new Set(errors.map(({ location }) => location)),
  };
}

/** Whether a page asks for slides with a misspelt output format. */
function isMeantAsDeck({ code }: Diagnostic, { outputs = [] }: Page): boolean {
  return code === 'output-unknown' && outputs.some((output) => nearestName(output, ['reveal']) !== undefined);
}

const CASCADE_RE = /^\s*["']?cascade\b|^\s*\[+cascade\b/m;
const REVEAL_RE = /\breveal\b/i;

/** Whether front matter that can't be read has a cascade that may turn the pages below into decks, or configure them. */
function mayAffectDecks({ code }: Diagnostic, section: Page, pages: readonly Page[]): boolean {
  const { kind, location, params, source, path } = section;
  if (kind === 'page' || !code.startsWith('front-matter-')) return false;
  // If front matter is not closed, the whole text may be part of it.
  const frontMatter = source.text.slice(location.start, location.end || undefined);
  if (!CASCADE_RE.test(frontMatter) || readPath(params, ['cascade']) !== undefined) return false;
  const isBelow = (page: Page): boolean => path === '' || page.path.startsWith(`${path}/`);
  return REVEAL_RE.test(frontMatter) || pages.some(isBelow);
}

/** Turns errors into warnings that name what is left out; the same error in several pages is reported once. */
export function demoteErrors(found: readonly LocatedDiagnostic[]): readonly Diagnostic[] {
  const byText = new Map<string, { diagnostic: Diagnostic; locations: Set<string> }>();
  for (const { diagnostic, location } of found) {
    const key = formatDiagnostic(diagnostic);
    const known = byText.get(key) ?? { diagnostic, locations: new Set<string>() };
    known.locations.add(location);
    byText.set(key, known);
  }
  return [...byText.values()].map(({ diagnostic, locations: location }) =>
    diagnostic.severity === 'error' ? toWarning(diagnostic, [...location]) : diagnostic,
  );
}

function toWarning(diagnostic: Diagnostic, locations: readonly string[]): Diagnostic {
  const isOwn = locations.length === 1 && locations[0] === diagnostic.file;
  const named =
    locations.length > MAX_NAMED_PAGES
      ? [...locations.slice(0, MAX_NAMED_PAGES), `${locations.length - MAX_NAMED_PAGES} more`]
      : locations;
  const [last = '', ...others] = [...named].reverse();
  const names = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  const left =
    locations.length === 1 ? 'is not a deck, so it is skipped' : 'are not decks, so they are skipped';
  return {
    ...diagnostic,
    severity: 'warning',
    message: `${diagnostic.message} (${isOwn ? 'this page' : names} ${left})`,
  };
}

/** The number of pages that a warning names at most. */
const MAX_NAMED_PAGES = 12;

const removeDuplicates = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((one) => [formatDiagnostic(one), one])).values(),
];

/** The diagnostics of an error that stopped a page: mistakes of the author, or an internal error. */
export function toDiagnostics(error: unknown, file: string): readonly Diagnostic[] {
  return error instanceof DeckError ? error.diagnostics : [internalError(error, file)];
}

function internalError(error: unknown, file: string): Diagnostic {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return createDiagnostic({
    code: 'deckwright-fault',
    message: `internal error in deckwright: ${message.split('\n', 1)[0]}`,
    hint: 'This is a bug in deckwright, not in your site. Please report it (npm bugs deckwright) with this page and its template.',
    source: { path: file, text: '' },
  });
}

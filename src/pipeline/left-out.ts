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
import { readPath } from '../site/formats/formats.ts';
import type { Deck, Page } from '../types.ts';

/** A finding, and what it was found in. */
export interface LocatedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** The path of a page below the site's root, or the name of an output that no file stands for. */
  readonly location: string;
}

/** What is told of the pages of a site. */
export interface SeparatedErrors {
  readonly diagnostics: readonly Diagnostic[];
  /** The files of the pages that are left out. */
  readonly leftOut: ReadonlySet<string>;
}

/** A finding in the words of a page. */
export interface PageDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly page: Page;
}

/**
 * Tells mistakes that stop a build from those that leave a page out. `decks` are published or may be one day; `wanted`
 * is the file of a page that is to be one.
 */
export function separateErrors(
  all: readonly PageDiagnostic[],
  decks: readonly Deck[],
  wantedDeck?: string,
): SeparatedErrors {
  // Where there is no deck, a page that can't be read may have been meant as one.
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

/** Whether a page asks for slides by a name that is nearly right. */
function isMeantAsDeck({ code }: Diagnostic, { outputs = [] }: Page): boolean {
  return code === 'output-unknown' && outputs.some((output) => nearestName(output, ['reveal']) !== undefined);
}

const CASCADE_RE = /^\s*["']?cascade\b|^\s*\[+cascade\b/m;
const REVEAL_RE = /\breveal\b/i;

/** A cascade that can't be read may say that pages below are decks, or what those look like. */
function mayAffectDecks({ code }: Diagnostic, section: Page, pages: readonly Page[]): boolean {
  const { kind, location, params, source, path } = section;
  if (kind === 'page' || !code.startsWith('front-matter-')) return false;
  // Where front matter has no end, all of the text may be a part of it.
  const frontMatter = source.text.slice(location.start, location.end || undefined);
  if (!CASCADE_RE.test(frontMatter) || readPath(params, ['cascade']) !== undefined) return false;
  const isBelow = (page: Page): boolean => path === '' || page.path.startsWith(`${path}/`);
  return REVEAL_RE.test(frontMatter) || pages.some(isBelow);
}

/** Errors become warnings that name what is left out; one mistake is told once, with all pages that it is in. */
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
    locations.length === 1 ? 'is no deck, so it is left out' : 'are no decks, so they are left out';
  return {
    ...diagnostic,
    severity: 'warning',
    message: `${diagnostic.message} (${isOwn ? 'this page' : names} ${left})`,
  };
}

/** So many pages are named. */
const MAX_NAMED_PAGES = 12;

const removeDuplicates = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((one) => [formatDiagnostic(one), one])).values(),
];

/** What stopped the work on a page that is no deck: mistakes of the author, or a fault of ours. */
export function toDiagnostics(error: unknown, file: string): readonly Diagnostic[] {
  return error instanceof DeckError ? error.diagnostics : [internalError(error, file)];
}

function internalError(error: unknown, file: string): Diagnostic {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return createDiagnostic({
    code: 'deckwright-fault',
    message: `deckwright itself failed here: ${message.split('\n', 1)[0]}`,
    hint: 'This is a fault of deckwright and not of your site. Please report it with this page and its template: npm bugs deckwright opens the place.',
    source: { path: file, text: '' },
  });
}

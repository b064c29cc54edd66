/** Finds the decks among the pages of a site, and leaves out pages that can't be published. */
import type { Diagnostic } from '../diagnostics.ts';
import { deckLayoutPaths } from '../render/lookup-order.ts';
import { resolveDecks } from '../site/decks.ts';
import { isPublished } from '../site/pages/publishing.ts';
import { applySectionSlugs } from '../site/pages/section-slugs.ts';
import { createGeneratedPages } from '../site/pages/generated-pages.ts';
import type { Deck, Page } from '../types.ts';
import { type PageDiagnostic, separateErrors } from './left-out.ts';
import { createTitleWriter } from './list-titles.ts';
import type { PageIdentity } from './cache/page-identity.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The pages that are published, the decks among them, and what was reported. */
interface ArrangedPages {
  /** Includes the generated pages of folders that have no page file. */
  readonly pages: readonly Page[];
  readonly decks: readonly Deck[];
  /** Decks with the output path of an earlier one. */
  readonly skippedDecks: readonly Deck[];
  /** The files of the pages that are left out. */
  readonly leftOut: readonly string[];
  readonly reported: readonly Diagnostic[];
}

/** Arranges the pages of a site; a page with a mistake that belongs to no deck is left out. @internal */
export function arrangePages(
  all: readonly Page[],
  inPages: readonly PageDiagnostic[],
  environment: SiteEnvironment,
  identity: PageIdentity,
): ArrangedPages {
  const { config, now, wantedDeck } = environment;
  const moment = now();
  const titleOf = createTitleWriter(config);
  const isDeckLayout = (page: Page): boolean => hasDeckLayout(page, environment);
  const isShown = (page: Page): boolean => isPublished(page, config, moment);
  const hidden = all.filter((page) => !isShown(page));
  const withGeneratedPages = (own: readonly Page[]): readonly Page[] => [
    ...own,
    ...createGeneratedPages(own, config, titleOf, hidden),
  ];
  const { decks: possibleDecks } = resolveDecks(
    withGeneratedPages(all),
    config,
    () => undefined,
    isDeckLayout,
  );
  const separated = separateErrors(inPages, possibleDecks, wantedDeck);
  const isIncluded = ({ source }: Page): boolean => !separated.leftOut.has(source.path);
  const published = applySectionSlugs(all.filter(isShown), config);
  const complete = withGeneratedPages(published);
  const included = separated.leftOut.size === 0 ? complete : withGeneratedPages(published.filter(isIncluded));
  const reused = identity.reusePages([...new Set([...complete, ...included])]);
  const byKey = new Map(reused.map((page) => [pageKey(page), page]));
  const reusePages = (pages: readonly Page[]): readonly Page[] =>
    pages.map((page) => byKey.get(pageKey(page)) ?? page);
  const reported: Diagnostic[] = [];
  // A section that is left out still separates the pages below it from the deck above.
  const { decks, skipped } = resolveDecks(
    reusePages(complete),
    config,
    (one) => void reported.push(one),
    isDeckLayout,
  );
  return {
    pages: reusePages(included),
    decks: identity.reuseDecks(decks),
    skippedDecks: skipped,
    leftOut: [...separated.leftOut],
    reported: [...separated.diagnostics, ...reported],
  };
}

const pageKey = ({ source, language, kind, path }: Page): string =>
  [source.path, language, kind, path].join('\n');

/** A layout that fills the block of a base template shows slides; a whole page of its own may show anything. */
function hasDeckLayout(page: Page, { templateFiles }: SiteEnvironment): boolean {
  const layout = templateFiles.find(deckLayoutPaths(page));
  return layout !== undefined && /\{\{-?\s*define\s+"main"/.test(layout.text);
}

/** Finds the decks among the pages of a site, and leaves out what can't be published. */
import type { Diagnostic } from '../diagnostics.ts';
import { deckLayoutPaths } from '../render/lookup.ts';
import { resolveDecks } from '../site/decks.ts';
import { isPublished } from '../site/publishing.ts';
import { placePages } from '../site/section-slugs.ts';
import { standInPages } from '../site/stand-ins.ts';
import type { Deck, Page } from '../types.ts';
import { deckAddresses, takenAliases } from './deck-addresses.ts';
import { type FoundInPage, separateMistakes } from './left-out.ts';
import { listTitles } from './list-titles.ts';
import type { SamePages } from './memory/same-pages.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The pages that are published, as decks and beside them, and what was found. */
interface Arranged {
  /** Those that stand for a folder without one among them. */
  readonly pages: readonly Page[];
  readonly decks: readonly Deck[];
  /** The files of the pages that are left out. */
  readonly leftOut: readonly string[];
  readonly reported: readonly Diagnostic[];
}

/** Arranges them; those that have a mistake and belong to no deck are left out. @internal */
export function arrangePages(
  all: readonly Page[],
  inPages: readonly FoundInPage[],
  environment: SiteEnvironment,
  same: SamePages,
): Arranged {
  const { config, now, wantedDeck } = environment;
  const moment = now();
  const titleOf = listTitles(config);
  const isDeckLayout = (page: Page): boolean => hasDeckLayout(page, environment);
  const isShown = (page: Page): boolean => isPublished(page, config, moment);
  const hidden = all.filter((page) => !isShown(page));
  const withStandIns = (own: readonly Page[]): readonly Page[] => [
    ...own,
    ...standInPages(own, config, titleOf, hidden),
  ];
  const mayBeDecks = resolveDecks(withStandIns(all), config, () => undefined, isDeckLayout);
  const separated = separateMistakes(inPages, mayBeDecks, wantedDeck);
  const isLeft = ({ source }: Page): boolean => !separated.leftOut.has(source.path);
  const published = placePages(all.filter(isShown), config);
  const complete = withStandIns(published);
  const kept = separated.leftOut.size === 0 ? complete : withStandIns(published.filter(isLeft));
  const objects = same.pages([...new Set([...complete, ...kept])]);
  const byPlace = new Map(objects.map((page) => [placeOf(page), page]));
  const sameOf = (pages: readonly Page[]): readonly Page[] =>
    pages.map((page) => byPlace.get(placeOf(page)) ?? page);
  const reported: Diagnostic[] = [];
  // A section that is left out still parts what is below it from the deck above.
  const decks = resolveDecks(sameOf(complete), config, (one) => void reported.push(one), isDeckLayout);
  const addresses = deckAddresses(decks);
  reported.push(...decks.flatMap(({ head }) => takenAliases(head, addresses)));
  return {
    pages: sameOf(kept),
    decks: same.decks(decks),
    leftOut: [...separated.leftOut],
    reported: [...separated.diagnostics, ...reported],
  };
}

const placeOf = ({ source, language, kind, path }: Page): string =>
  [source.path, language, kind, path].join('\n');

/** A layout that is the inside of a frame shows slides; one that is a page of its own shows what it likes. */
function hasDeckLayout(page: Page, { templateFiles }: SiteEnvironment): boolean {
  const layout = templateFiles.find(deckLayoutPaths(page));
  return layout !== undefined && /\{\{-?\s*define\s+"main"/.test(layout.text);
}

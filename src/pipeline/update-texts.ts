/**
 * The most frequent change is an edit of a text. A site whose pages have changed only below their front matter has the
 * same pages, decks and files as before, so it is not read again, however large it is.
 */
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import { checkEncoding } from '../text-encoding.ts';
import { readFrontMatter } from '../site/pages/front-matter.ts';
import type { Deck, Page } from '../types.ts';
import type { Site, SiteCache } from './find-site.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** Returns a site with the new texts of changed files; `undefined` if anything else may have changed. */
export function updateTexts(
  previous: { readonly site: Site; readonly environment: SiteEnvironment },
  changedFiles: readonly string[],
  environment: SiteEnvironment,
  cache: SiteCache,
): Site | undefined {
  if (environment !== previous.environment) return undefined;
  const { site } = previous;
  const { files, now } = environment;
  if (cache.nextPublishing !== undefined && now() >= cache.nextPublishing) return undefined;
  const sources = new Map<string, SourceFile>();
  for (const file of new Set(changedFiles)) {
    const before = cache.readPages.get(file);
    const text = before && files.read(file);
    if (!before || text === undefined || before.diagnostics.length > 0) return undefined;
    if (text === before.page.source.text) continue;
    const source = { path: file, text };
    if (!hasSameFrontMatter(before.page, source) || checkEncoding(files, source).length > 0) return undefined;
    sources.set(file, source);
  }
  // The lines around a mistake are part of its diagnostic.
  if (site.diagnostics.some(({ file }) => sources.has(file))) return undefined;
  return sources.size === 0 ? site : replaceTexts(site, sources, cache);
}

/** Whether a text starts with the front matter of a page, and reports nothing about it. */
function hasSameFrontMatter({ source, bodyOffset }: Page, changed: SourceFile): boolean {
  const reported: Diagnostic[] = [];
  const found = readFrontMatter(changed, (diagnostic) => reported.push(diagnostic));
  return (
    reported.length === 0 &&
    found.bodyOffset === bodyOffset &&
    changed.text.slice(0, bodyOffset) === source.text.slice(0, bodyOffset)
  );
}

function replaceTexts(site: Site, sources: ReadonlyMap<string, SourceFile>, cache: SiteCache): Site {
  const replaced = new Map<Page, Page>();
  const replacePage = (page: Page): Page => {
    const source = sources.get(page.source.path);
    if (!source) return page;
    const next = replaced.get(page) ?? { ...page, source, location: { ...page.location, source } };
    replaced.set(page, next);
    return next;
  };
  for (const file of sources.keys()) {
    const read = cache.readPages.get(file);
    if (read) cache.readPages.set(file, { ...read, page: replacePage(read.page) });
  }
  const hiddenDecks = site.hiddenDecks.map((hidden) => ({ ...hidden, page: replacePage(hidden.page) }));
  for (const page of cache.identity.pagesOf(sources.keys())) replacePage(page);
  const decks = site.decks.map((deck) => replaceInDeck(deck, replaced));
  const replacedDecks = new Map<Deck, Deck>();
  for (const [n, deck] of decks.entries()) {
    const before = site.decks[n];
    if (before && before !== deck) replacedDecks.set(before, deck);
  }
  cache.identity.replace(replaced, decks);
  return {
    ...site,
    decks,
    hiddenDecks,
    listedDecks: replaceIn(site.listedDecks, replacedDecks),
    pages: replaceIn(site.pages, replaced),
    otherPages: replaceIn(site.otherPages, replaced),
  };
}

function replaceInDeck(deck: Deck, replaced: ReadonlyMap<Page, Page>): Deck {
  const pages = replaceIn(deck.pages, replaced);
  return pages === deck.pages ? deck : { ...deck, head: replaced.get(deck.head) ?? deck.head, pages };
}

/** Replaces a few elements of a long list, without a look into the others. */
function replaceIn<T>(list: readonly T[], replaced: ReadonlyMap<T, T>): readonly T[] {
  let next: readonly T[] = list;
  for (const [one, other] of replaced) {
    const at = list.indexOf(one);
    if (at >= 0) next = next.with(at, other);
  }
  return next;
}

/** Reads a site from its folder: reads the front matter of every page, finds the decks, and lists the files to publish. */
import { applyLevels } from '../check-levels.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { checkEncoding } from '../text-encoding.ts';
import { findUnsupportedContent } from '../site/pages/content-formats.ts';
import type { ContentFile } from '../site/pages/content.ts';
import { disabledDecks, type HiddenDeck, hiddenDecks, noDeck, otherPages } from '../site/decks.ts';
import { checkSharedOptions } from '../site/params/unknown-options.ts';
import { checkKeys } from '../site/params/unknown-keys.ts';
import { resourceFiles } from '../site/pages/page-resources.ts';
import { cascadePages, readPage } from '../site/pages/page.ts';
import { checkPermalinks } from '../site/config/permalinks.ts';
import { isListed, nextPublishing } from '../site/pages/publishing.ts';
import type { Deck, Page, SiteConfig, StaticFile } from '../types.ts';
import { arrangePages } from './arrange-pages.ts';
import type { PageDiagnostic } from './left-out.ts';
import { createOptionReader } from './option-reader.ts';
import type { PageIdentity } from './cache/page-identity.ts';
import type { SiteEnvironment } from './site-environment.ts';
import type { SiteLists } from './site-lists.ts';

/** The decks, pages and files of a site, and what was reported while they were read. */
export interface Site {
  readonly config: SiteConfig;
  readonly decks: readonly Deck[];
  /** Decks that lists may contain: all but those that `build.list` excludes. */
  readonly listedDecks: readonly Deck[];
  /** Decks that are not published, such as drafts. */
  readonly hiddenDecks: readonly HiddenDeck[];
  /** All published pages, including those of decks and the generated pages of folders that have no page file. */
  readonly pages: readonly Page[];
  /** Published pages that belong to no deck. */
  readonly otherPages: readonly Page[];
  /** The files of pages that belong to no deck and have a mistake in their front matter. */
  readonly leftOut: readonly string[];
  /** Files that are published unchanged. */
  readonly staticFiles: readonly StaticFile[];
  /** Their sources by output path. @internal */
  readonly staticSources: ReadonlyMap<string, string>;
  /** Files in `assets/`, which are published only if a template or page uses them. */
  readonly assets: readonly StaticFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A page that has been read, cached until its file changes. @internal */
export interface CachedPage {
  /** The file as it was listed, with the resources of its bundle: a new resource changes the page. */
  readonly listed: ContentFile;
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** State from the previous run: the pages that were read, by their files, and their identities. @internal */
export interface SiteCache {
  readonly readPages: Map<string, CachedPage>;
  readonly identity: PageIdentity;
  readonly lists: SiteLists;
  /** The next time at which another page is published, or one no longer. */
  nextPublishing: Date | undefined;
}

/** Reads a site; pages whose files have not changed come from the cache. @internal */
export function findSite(environment: SiteEnvironment, cache: SiteCache): Site {
  const { files, config, now } = environment;
  const content = cache.lists.content(environment);
  const read = readPages(content.pages, environment, cache);
  const inPages: PageDiagnostic[] = read.flatMap(({ page, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ diagnostic, page })),
  );
  const all = cascadePages(
    read.map(({ page }) => page),
    content,
    config,
    (diagnostic, page) => void inPages.push({ diagnostic, page }),
  );
  const arranged = arrangePages(all, inPages, environment, cache.identity);
  cache.nextPublishing = nextPublishing(all, now());
  const { pages, decks, skippedDecks, leftOut, reported } = arranged;
  const resources = [...content.resources, ...resourceFiles(pages, config)];
  const found = [
    ...environment.diagnostics,
    ...checkPermalinks(
      config,
      decks.map(({ head }) => head),
    ),
    ...reported,
    ...checkOptions(all, decks, environment),
    ...disabledDecks(pages, config),
    ...findUnsupportedContent(files, resources, decks),
  ];
  const { staticFiles, staticSources } = cache.lists.static(environment, resources);
  return {
    config,
    decks,
    listedDecks: decks.filter(({ head }) => isListed(head, 'site')),
    hiddenDecks: hiddenDecks(all, config, now()),
    pages,
    otherPages: otherPages(pages, [...decks, ...skippedDecks]),
    leftOut,
    staticFiles,
    staticSources,
    assets: cache.lists.assets(environment),
    diagnostics: withoutDecks(applyLevels(found, config.checks), decks, () => noDeck(all, config)),
  };
}

/** Reports unknown options and misspelt keys. */
function checkOptions(
  pages: readonly Page[],
  decks: readonly Deck[],
  environment: SiteEnvironment,
): readonly Diagnostic[] {
  const { config } = environment;
  const isRead = createOptionReader(environment);
  return [...checkSharedOptions(pages, config, isRead), ...checkKeys(pages, decks, config, isRead)];
}

/** Adds that there is no deck, unless an error explains why. */
function withoutDecks(
  found: readonly Diagnostic[],
  decks: readonly Deck[],
  noDecks: () => Diagnostic,
): readonly Diagnostic[] {
  const isExplained = decks.length > 0 || found.some(({ severity }) => severity === 'error');
  return isExplained ? found : [...found, noDecks()];
}

function readPages(
  listed: readonly ContentFile[],
  { files, config }: SiteEnvironment,
  { readPages: cached }: SiteCache,
): readonly CachedPage[] {
  const read = listed.map((file) => {
    const known = cached.get(file.source);
    return known && (known.listed === file || JSON.stringify(known.listed) === JSON.stringify(file))
      ? known
      : readCachedPage(file, files, config);
  });
  cached.clear();
  for (const one of read) cached.set(one.page.source.path, one);
  return read;
}

function readCachedPage(file: ContentFile, files: Files, config: SiteConfig): CachedPage {
  const text = files.read(file.source) ?? '';
  const diagnostics = [...checkEncoding(files, { path: file.source, text })];
  const page = readPage({ ...file, text }, config, (diagnostic) => diagnostics.push(diagnostic));
  return { listed: file, page, diagnostics };
}

/** The site as it stands in its folder: the front matter of every page read, the decks found, the files told apart. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { refusedContent } from '../site/content-formats.ts';
import { type ContentFile, listContent } from '../site/content.ts';
import { disabledDecks, type HiddenDeck, hiddenDecks, noDeck, otherPages } from '../site/decks.ts';
import { listMounted } from '../site/mounts.ts';
import { checkSharedOptions } from '../site/option-slips.ts';
import { resourceFiles } from '../site/page-resources.ts';
import { cascadePages, readPage } from '../site/page.ts';
import { checkPermalinks } from '../site/permalinks.ts';
import { isListed } from '../site/publishing.ts';
import type { Deck, Page, SiteConfig, StaticFile } from '../types.ts';
import { arrangePages } from './arrange-pages.ts';
import type { FoundInPage } from './left-out.ts';
import { createOptionReader } from './option-reader.ts';
import type { SamePages } from './memory/same-pages.ts';
import type { SiteEnvironment } from './site-environment.ts';

/** The decks of a site, and what was found while they were looked for. */
export interface Site {
  readonly config: SiteConfig;
  readonly decks: readonly Deck[];
  /** Those that a reader may be led to: all but those that `build.list` keeps out of lists. */
  readonly listedDecks: readonly Deck[];
  /** Those that are not published, such as drafts. */
  readonly hiddenDecks: readonly HiddenDeck[];
  /** All published pages, those of decks among them, and those that stand for a folder without one. */
  readonly pages: readonly Page[];
  /** Published pages that belong to no deck. */
  readonly otherPages: readonly Page[];
  /** Pages of no deck that have a mistake in their front matter, by their files. */
  readonly leftOut: readonly string[];
  /** Files that are published as they are. */
  readonly staticFiles: readonly StaticFile[];
  /** Files in `assets/`, which are published where something asks for them. */
  readonly assets: readonly StaticFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A page that was read, kept until its file changes. @internal */
export interface KnownPage {
  /** The file as it was listed, its bundle included: what stands beside a page is a part of it. */
  readonly listed: string;
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a site from before: pages by their files, and the objects that stand for them. @internal */
export interface SiteMemory {
  readonly readPages: Map<string, KnownPage>;
  readonly same: SamePages;
}

/** Reads the site. @internal */
export function findSite(environment: SiteEnvironment, { readPages, same }: SiteMemory): Site {
  const { files, config, now } = environment;
  const content = listContent(files, config);
  const read = content.pages.map((file) => {
    const known = readPages.get(file.source);
    if (known?.listed === JSON.stringify(file)) return known;
    const fresh = readOne(file, files.read(file.source) ?? '', config);
    readPages.set(file.source, fresh);
    return fresh;
  });
  const inPages: FoundInPage[] = read.flatMap(({ page, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ diagnostic, page })),
  );
  const all = cascadePages(
    read.map(({ page }) => page),
    content,
    config,
    (diagnostic, page) => void inPages.push({ diagnostic, page }),
  );
  const { pages, decks, leftOut, reported } = arrangePages(all, inPages, environment, same);
  const resources = [...content.resources, ...resourceFiles(pages, config)];
  const found = [
    ...environment.diagnostics,
    ...checkPermalinks(
      config,
      decks.map(({ head }) => head),
    ),
    ...reported,
    ...checkSharedOptions(all, config, createOptionReader(environment)),
    ...disabledDecks(pages, config),
    ...refusedContent(files, resources, decks),
  ];
  const isExplained = found.some(({ severity }) => severity === 'error');
  return {
    config,
    decks,
    listedDecks: decks.filter(({ head }) => isListed(head, 'site')),
    hiddenDecks: hiddenDecks(all, config, now()),
    pages,
    otherPages: otherPages(pages, decks),
    leftOut,
    staticFiles: listStaticFiles(files, config, resources),
    assets: listMounted(files, config.mounts, 'assets').map(({ path, source }) => ({
      outputPath: path,
      source,
    })),
    diagnostics: decks.length > 0 || isExplained ? found : [...found, noDeck(all, config)],
  };
}

function readOne(file: ContentFile, text: string, config: SiteConfig): KnownPage {
  const diagnostics: Diagnostic[] = [];
  const page = readPage({ ...file, text }, config, (diagnostic) => diagnostics.push(diagnostic));
  return { listed: JSON.stringify(file), page, diagnostics };
}

/** Where two files want the same place, a static file wins over one beside a page. */
function listStaticFiles(
  files: Files,
  { mounts }: SiteConfig,
  resources: readonly StaticFile[],
): readonly StaticFile[] {
  const found = new Map<string, StaticFile>(resources.map((file) => [file.outputPath, file]));
  for (const { path, source } of listMounted(files, mounts, 'static')) {
    found.set(path, { outputPath: path, source });
  }
  return [...found.values()];
}

/** The site as it stands in its folder: the front matter of every page read, the decks found, the files told apart. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { deckLayoutPaths } from '../render/lookup.ts';
import { refusedContent } from '../site/content-formats.ts';
import { type ContentFile, listContent } from '../site/content.ts';
import {
  disabledDecks,
  type HiddenDeck,
  hiddenDecks,
  noDeck,
  otherPages,
  resolveDecks,
} from '../site/decks.ts';
import { listMounted } from '../site/mounts.ts';
import { checkSharedOptions } from '../site/option-slips.ts';
import { resourceFiles } from '../site/page-resources.ts';
import { cascadePages, readPage } from '../site/page.ts';
import { checkPermalinks } from '../site/permalinks.ts';
import { isPublished } from '../site/publishing.ts';
import { standInPages } from '../site/stand-ins.ts';
import type { Deck, Page, Report, SiteConfig, StaticFile } from '../types.ts';
import { listTitles } from './list-titles.ts';
import { createOptionReader } from './option-reader.ts';
import type { SamePages } from './memory/same-pages.ts';
import type { Stages } from './stages.ts';

/** The decks of a site, and what was found while they were looked for. */
export interface Site {
  readonly config: SiteConfig;
  readonly decks: readonly Deck[];
  /** Those that are not published, such as drafts. */
  readonly hiddenDecks: readonly HiddenDeck[];
  /** All published pages, those of decks among them, and those that stand for a folder without one. */
  readonly pages: readonly Page[];
  /** Published pages that belong to no deck. */
  readonly otherPages: readonly Page[];
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
export function findSite(stages: Stages, { readPages, same }: SiteMemory): Site {
  const { files, config, now } = stages;
  const content = listContent(files, config);
  const read = content.pages.map((file) => {
    const known = readPages.get(file.source);
    if (known?.listed === JSON.stringify(file)) return known;
    const fresh = readOne(file, files.read(file.source) ?? '', config);
    readPages.set(file.source, fresh);
    return fresh;
  });
  const reported: Diagnostic[] = [];
  const report: Report = (diagnostic) => reported.push(diagnostic);
  const all = cascadePages(
    read.map(({ page }) => page),
    content,
    config,
    report,
  );
  const moment = now();
  const published = all.filter((page) => isPublished(page, config, moment));
  const pages = same.pages([...published, ...standInPages(published, config, listTitles(config))]);
  const decks = same.decks(resolveDecks(pages, config, report, (page) => hasDeckLayout(page, stages)));
  const resources = [...content.resources, ...resourceFiles(pages, config)];
  const found = [
    ...stages.diagnostics,
    ...checkPermalinks(config),
    ...read.flatMap(({ diagnostics }) => diagnostics),
    ...reported,
    ...checkSharedOptions(all, config, createOptionReader(stages)),
    ...disabledDecks(pages, config),
    ...refusedContent(files, resources, decks),
  ];
  const isExplained = found.some(({ severity }) => severity === 'error');
  return {
    config,
    decks,
    hiddenDecks: hiddenDecks(all, config, moment),
    pages,
    otherPages: otherPages(pages, decks),
    staticFiles: listStaticFiles(files, config, resources),
    assets: listMounted(files, config.mounts, 'assets').map(({ path, source }) => ({
      outputPath: path,
      source,
    })),
    diagnostics: decks.length > 0 || isExplained ? found : [...found, noDeck(all, config)],
  };
}

/** A layout that is the inside of a frame shows slides; one that is a page of its own shows what it likes. */
function hasDeckLayout(page: Page, { templateFiles }: Stages): boolean {
  const layout = templateFiles.find(deckLayoutPaths(page));
  return layout !== undefined && /\{\{-?\s*define\s+"main"/.test(layout.text);
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

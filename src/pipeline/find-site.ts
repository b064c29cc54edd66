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
import { isListed, isPublished } from '../site/publishing.ts';
import { standInPages } from '../site/stand-ins.ts';
import type { Deck, Page, SiteConfig, StaticFile } from '../types.ts';
import { type FoundInPage, siftMistakes } from './left-out.ts';
import { listTitles } from './list-titles.ts';
import { createOptionReader } from './option-reader.ts';
import type { SamePages } from './memory/same-pages.ts';
import type { Stages } from './stages.ts';

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
  const inPages: FoundInPage[] = read.flatMap(({ page, diagnostics }) =>
    diagnostics.map((diagnostic) => ({ diagnostic, page })),
  );
  const all = cascadePages(
    read.map(({ page }) => page),
    content,
    config,
    (diagnostic, page) => void inPages.push({ diagnostic, page }),
  );
  const { pages, decks, leftOut, reported } = arrangePages(all, inPages, stages, same);
  const resources = [...content.resources, ...resourceFiles(pages, config)];
  const found = [
    ...stages.diagnostics,
    ...checkPermalinks(config),
    ...reported,
    ...checkSharedOptions(all, config, createOptionReader(stages)),
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

/** The pages that are published, as decks and beside them, and what was found. */
interface Arranged extends Pick<Site, 'pages' | 'decks' | 'leftOut'> {
  readonly reported: readonly Diagnostic[];
}

/** Finds the decks among all pages, and leaves out those pages that have a mistake and belong to none. */
function arrangePages(
  all: readonly Page[],
  inPages: readonly FoundInPage[],
  stages: Stages,
  same: SamePages,
): Arranged {
  const { config, now } = stages;
  const moment = now();
  const titleOf = listTitles(config);
  const isDeckLayout = (page: Page): boolean => hasDeckLayout(page, stages);
  const reported: Diagnostic[] = [];
  const withStandIns = (own: readonly Page[]): readonly Page[] => [
    ...own,
    ...standInPages(
      own,
      config,
      titleOf,
      all.filter((page) => !own.includes(page)),
    ),
  ];
  const mayBeDecks = resolveDecks(withStandIns(all), config, () => undefined, isDeckLayout);
  const sifted = siftMistakes(inPages, mayBeDecks);
  const published = all.filter((page) => isPublished(page, config, moment));
  const isLeft = ({ source }: Page): boolean => !sifted.leftOut.has(source.path);
  const complete = withStandIns(published);
  const kept = sifted.leftOut.size === 0 ? complete : withStandIns(published.filter(isLeft));
  const objects = same.pages([...new Set([...complete, ...kept])]);
  const byPlace = new Map(objects.map((page) => [placeOf(page), page]));
  const sameOf = (pages: readonly Page[]): readonly Page[] =>
    pages.map((page) => byPlace.get(placeOf(page)) ?? page);
  // A section that is left out still parts what is below it from the deck above.
  const decks = resolveDecks(sameOf(complete), config, (one) => void reported.push(one), isDeckLayout);
  return {
    pages: sameOf(kept),
    decks: same.decks(decks),
    leftOut: [...sifted.leftOut],
    reported: [...sifted.diagnostics, ...reported],
  };
}

const placeOf = ({ source, language, kind, path }: Page): string =>
  [source.path, language, kind, path].join('\n');

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

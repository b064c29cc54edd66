/**
 * The story: an author's folder becomes decks, a deck becomes slides, slides become a page. This is the only place
 * where the stages meet. Build renders every deck, the dev server the one that is asked for; both call the same
 * functions. Caches live here, in the instance, and nowhere else.
 */
import { DeckError, type Diagnostic, type SourceFile } from './diagnostics.ts';
import type { Files } from './files.ts';
import { createMarkdown } from './markup/markdown.ts';
import { renderPage } from './markup/page.ts';
import { renderDeck } from './render/deck.ts';
import { createLayouts, foreignLayouts, type Layouts } from './render/layouts.ts';
import { renderOutputs } from './render/targets.ts';
import { createShortcodes } from './shortcodes/list.ts';
import { readSiteConfig } from './site/config.ts';
import { type ContentFiles, isPublished, listContent, noDeck, readPage } from './site/content.ts';
import { pendingDecks, resolveDecks } from './site/decks.ts';
import { resolveDeckParams } from './site/params.ts';
import { compileTemplate, type Template } from './templates/handlebars.ts';
import type {
  Client,
  Deck,
  Output,
  Page,
  RenderedDeck,
  Report,
  SiteConfig,
  SiteOverrides,
  StaticFile,
  Table,
} from './types.ts';

/** What a pipeline works with. */
export interface PipelineOptions {
  /** The author's folder. */
  readonly files: Files;
  /** Our own folder: its `layouts/` is the layer under the author's. */
  readonly builtIn: Files;
  readonly overrides?: SiteOverrides;
  /** The moment that drafts and dates are judged by; the moment of the call when left out. */
  readonly now?: () => Date;
}

/** The decks of a site, and what was found while they were looked for. */
export interface Site {
  readonly config: SiteConfig;
  readonly decks: readonly Deck[];
  /** Files that are published as they are. */
  readonly staticFiles: readonly StaticFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The way from a folder to pages. */
export interface Pipeline {
  /** Reads the configuration and the front matter of every page. */
  decks(): Site;
  /** Renders one deck. What is wrong in it is in its diagnostics; what is valid beside it is rendered. */
  render(deck: Deck): RenderedDeck;
  /**
   * Writes a rendered deck with the addresses of the client.
   * @throws {DeckError} when a layout fails
   */
  publish(rendered: RenderedDeck, client: Client): readonly Output[];
  /** Forgets what depends on these files, given as paths below the site's root. */
  update(changedFiles: readonly string[]): void;
}

/** Opens a site: reads its configuration, and all else when it is asked for. */
export function createPipeline(options: PipelineOptions): Pipeline {
  let stages = createStages(options);
  const pages = new Map<string, ReadPage>();
  const rendered = new Map<string, RenderedDeck>();
  let site: Site | undefined;
  return {
    decks: () => (site ??= findDecks(stages, pages, options.now?.() ?? new Date())),
    render(deck) {
      const known = rendered.get(deck.outputPath);
      if (known?.deck === deck) return known;
      const fresh = render(deck, stages);
      rendered.set(deck.outputPath, fresh);
      return fresh;
    },
    publish: (deck, client) =>
      renderOutputs(deck, client, stages.config, (path, data) => stages.renderLayout(path, data)),
    update(changedFiles) {
      site = undefined;
      const isContent = (file: string): boolean => file.startsWith(`${stages.config.contentDir}/`);
      for (const file of changedFiles) pages.delete(file);
      if (!changedFiles.every(isContent)) {
        // Configuration and layouts reach into every page.
        stages = createStages(options);
        pages.clear();
      }
    },
  };
}

interface ReadPage {
  readonly page: Page;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the stages share, made anew when the configuration or a layout changes. */
interface Stages {
  readonly files: Files;
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly layouts: Layouts;
  readonly markdown: ReturnType<typeof createMarkdown>;
  readonly compile: (path: string) => Template | undefined;
  renderLayout(path: string, data: Table): string;
}

function createStages({ files, builtIn, overrides }: PipelineOptions): Stages {
  const diagnostics: Diagnostic[] = [];
  const config = readSiteConfig(files, overrides ?? {}, (diagnostic) => diagnostics.push(diagnostic));
  const own = { files, folder: config.layoutDir };
  const layouts = createLayouts([own, { files: builtIn, folder: 'layouts' }]);
  const templates = new Map<string, Template | undefined>();
  const compile = (path: string): Template | undefined => {
    if (!templates.has(path)) {
      const source = layouts.find(path);
      templates.set(path, source && compileTemplate(source, (name) => layouts.find(`partials/${name}`)));
    }
    return templates.get(path);
  };
  return {
    files,
    config,
    diagnostics: [...diagnostics, ...foreignLayouts(own)],
    layouts,
    markdown: createMarkdown(config.markup),
    compile,
    renderLayout(path, data) {
      const template = compile(path);
      if (!template) throw new Error(`the built-in layout ${path} is missing`);
      return template.render(data);
    },
  };
}

function findDecks(stages: Stages, cache: Map<string, ReadPage>, now: Date): Site {
  const { files, config } = stages;
  const content = listContent(files, config);
  const read = content.pages.map((file) => {
    const known = cache.get(file) ?? readOne({ path: file, text: files.read(file) ?? '' }, config);
    cache.set(file, known);
    return known;
  });
  const pages = read.map(({ page }) => page);
  const decks = resolveDecks(
    pages.filter((page) => isPublished(page, config, now)),
    config,
  );
  const found = [
    ...stages.diagnostics,
    ...read.flatMap(({ diagnostics }) => diagnostics),
    ...pendingDecks(pages),
  ];
  const isExplained = found.some(({ severity }) => severity === 'error');
  const diagnostics = decks.length > 0 || isExplained ? found : [...found, noDeck(pages, config)];
  return { config, decks, staticFiles: listStaticFiles(files, config, content), diagnostics };
}

function readOne(source: SourceFile, config: SiteConfig): ReadPage {
  const diagnostics: Diagnostic[] = [];
  return { page: readPage(source, config, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
}

/** Where two files want the same place, the first static folder wins, and a static file over one beside a page. */
function listStaticFiles(
  files: Files,
  { staticDirs }: SiteConfig,
  { resources }: ContentFiles,
): readonly StaticFile[] {
  const found = new Map<string, StaticFile>(resources.map((file) => [file.outputPath, file]));
  for (const folder of staticDirs.toReversed()) {
    for (const source of files.list(folder)) {
      const outputPath = source.slice(folder.length + 1);
      found.set(outputPath, { outputPath, source });
    }
  }
  return [...found.values()];
}

function render(deck: Deck, stages: Stages): RenderedDeck {
  const { config, layouts, markdown, compile } = stages;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const layoutFiles = new Set<string>();
  const shortcodes = createShortcodes(
    {
      find: (name) => {
        const template = compile(`shortcodes/${name}`);
        for (const file of template?.usedFiles ?? []) layoutFiles.add(file);
        return template;
      },
      isAuthors: (name) => layouts.isAuthors(`shortcodes/${name}`),
      names: layouts.names('shortcodes'),
    },
    config,
    report,
  );
  const pages = deck.pages.map((page) =>
    attempt(() => renderPage(page, { markdown, shortcodes, report }), report),
  );
  const params = resolveDeckParams(config, deck.head, report);
  const slides = pages.flatMap((page) => page?.slides ?? []);
  const features = pages.flatMap((page) => page?.features ?? []);
  const usedFiles = [...config.usedFiles, ...deck.pages.map(({ source }) => source.path), ...layoutFiles];
  return { ...renderDeck({ deck, params, slides, features }, config), usedFiles, diagnostics };
}

/** An author's mistake that stops a page does not stop its neighbours. */
function attempt<T>(work: () => T, report: Report): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) report(diagnostic);
    return undefined;
  }
}

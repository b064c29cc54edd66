/** Renders the pages of one state of a site, with the shortcodes and templates of its author. */
import { attempt, DeckError, type Diagnostic } from '../diagnostics.ts';
import { renderHtml, renderPage, renderText } from '../markup/page.ts';
import type { MarkupTools } from '../markup/page-text.ts';
import { renderContent, renderSection } from '../render/sections.ts';
import { createShortcodes } from '../shortcodes/list.ts';
import { resolveRef } from '../shortcodes/page-refs.ts';
import { pageOrder } from '../site/order.ts';
import { hasAddress, hasPublishedResources, isListed } from '../site/publishing.ts';
import { GoResource } from '../templates/functions/resource.ts';
import { type GoObject, TemplateFailure } from '../templates/gotemplate/values.ts';
import { createSiteModel, type SiteModel } from '../templates/model/site-object.ts';
import type { ModelSource } from '../templates/model/source.ts';
import { Pagination } from '../templates/model/pagination.ts';
import { Store } from '../templates/model/store.ts';
import type { Feature, Page, Report, SiteConfig, Slide } from '../types.ts';
import { withEmbeddedHooks } from './templates/embedded-hooks.ts';
import { type Errand, placeIn, type RunningCall } from './templates/errand.ts';
import { createFileReader } from './file-reader.ts';
import type { Site } from './find-site.ts';
import type { Kept } from './memory/kept.ts';
import { PageContents } from './page-contents.ts';
import { missingPartial } from './templates/missing-partial.ts';
import type { PageTemplates } from './templates/page-templates.ts';
import type { PassageMemory } from './memory/passage-memory.ts';
import { allowsInline, createShortcodeTools, renderNoted, shortcodeName } from './shortcode-tools.ts';
import { SiteAddresses } from './site-addresses.ts';
import type { Stages } from './stages.ts';
import { createSharedTools } from './templates/shared-tools.ts';
import type { MarkdownRequest } from './templates/template-host.ts';
import { reachOf } from './memory/template-reach.ts';
import { createTemplates, type Templates } from './templates/templates.ts';
import { SharedMemory } from './memory/uses.ts';

/** A page as slides, with all that was found and used on the way. */
export interface RenderedSlides {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
  /** Layouts and templates that had a part in it, below the site's root. */
  readonly usedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What nothing has changed since it was rendered. */
export interface KeptSlides {
  readonly pages: Kept<Page, RenderedSlides>;
  readonly passages: PassageMemory;
}

type Made = ReturnType<typeof renderPage>;

/** Texts that render texts; none that ends is as deep as this. */
const DEEPEST = 40;

/** Renders the pages of a site; each is rendered once. */
export class Renderer {
  readonly #stages: Stages;
  readonly #site: Site;
  readonly #model: SiteModel;
  readonly #templates: Templates;
  readonly #kept: KeptSlides;
  readonly #contents = new PageContents((page, report) => this.#content(page, report));
  readonly #stores = new Map<Page, Store>();
  readonly #paginations = new Map<Page, Pagination>();
  readonly #addresses: SiteAddresses;
  readonly #shortcodeNames: readonly string[];
  /** The shortcodes that are running, on whatever page. */
  readonly #calls: RunningCall[] = [];
  /** What the templates that are running report to, the innermost last. */
  readonly #running: Report[] = [];
  #depth = 0;
  /** Pages of decks, whose content is a run of slides. */
  readonly #deckPages: ReadonlySet<Page>;

  constructor(stages: Stages, site: Site, kept: KeptSlides) {
    this.#stages = stages;
    this.#site = site;
    this.#kept = kept;
    this.#addresses = new SiteAddresses(stages, site);
    const { layouts, templateFiles } = stages;
    this.#shortcodeNames = [...layouts.names('shortcodes'), ...templateFiles.names.flatMap(shortcodeName)];
    this.#deckPages = new Set(site.decks.flatMap(({ pages }) => pages));
    this.#model = createSiteModel(this.#modelSource());
    this.#templates = createTemplates({
      templateFiles: stages.templateFiles,
      config: (page) => this.config(page.language),
      model: this.#model,
      tools: createSharedTools(stages, {
        renderMarkdown: (page, text, request) => this.#renderString(page, text, request),
        resolveRef: (page, ref, isAbsolute) => this.#addresses.find(page, ref, isAbsolute),
      }),
      ran: ({ survey }) => stages.uses.kinds(reachOf(survey)),
      within: (errand, run) => this.#within(errand, run),
      memory: new SharedMemory(stages.uses),
      renderSections: (pages, errand) => this.#renderSections(pages, errand),
      missingPartial: (failure, report) => missingPartial(failure, stages.config, report),
    });
  }

  /** The site in a language. */
  config(language: string): SiteConfig {
    return this.#addresses.config(language);
  }

  /** The site's templates, on behalf of a page. */
  templates(errand: Errand): PageTemplates {
    return this.#templates.of(errand);
  }

  /** Which part of its list a page shows while it is written. */
  pagination(page: Page): Pagination {
    const known = this.#paginations.get(page) ?? new Pagination();
    this.#paginations.set(page, known);
    return known;
  }

  /** A page as slides. What is wrong in it is among its diagnostics, and what is valid beside it is there. */
  slides(page: Page): RenderedSlides {
    const { pages, passages } = this.#kept;
    return pages.get(page, () => {
      const { errand, diagnostics } = this.#errand(page);
      const render = (): Made => renderPage(page, this.#tools(errand), passages.of(page));
      const { made, uses } = this.#stages.uses.during(() =>
        attempt(
          this.#deckPages.has(page) ? () => this.forDeck(errand.report, render) : render,
          errand.report,
        ),
      );
      const { slides = [], features = [] } = made ?? {};
      return { slides, features, usedFiles: [...uses.parts], diagnostics };
    });
  }

  /** Slides that a layout asks for; what is wrong in those of decks is told with their deck. */
  #renderSections(pages: readonly Page[], { report, used }: Errand): string {
    return pages
      .flatMap((page) => {
        const { slides, diagnostics, usedFiles } = this.slides(page);
        for (const file of [page.source.path, ...usedFiles]) used(file);
        if (!this.#deckPages.has(page)) for (const diagnostic of diagnostics) report(diagnostic);
        return slides.map(renderSection);
      })
      .join('\n');
  }

  /** What was found in a page that is no deck while its text was rendered; nothing before that. */
  contentDiagnostics(page: Page): readonly Diagnostic[] {
    return this.#contents.diagnostics(page);
  }

  /** Does something for a deck, which is told what fails in the pages that it shows. */
  forDeck<T>(report: Report, work: () => T): T {
    return this.#contents.forDeck(report, work);
  }

  #content(page: Page, report: Report): string {
    if (this.#deckPages.has(page)) return renderContent(this.slides(page).slides);
    return renderHtml(page, this.#tools(this.#errandFor(page, report))).html;
  }

  /** @throws {DeckError} with the mistakes of the text */
  #renderString(page: Page, text: string, { display, report }: MarkdownRequest): string {
    if (this.#depth >= DEEPEST)
      throw new TemplateFailure('this renders itself again and again', ENDLESS_HINT);
    const { errand, diagnostics } = this.#errand(page);
    const request = { text, display, offset: placeIn(page, this.#calls) };
    const html = this.#oneDeeper(() => renderText(request, page, this.#tools(errand)).html);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new DeckError(errors);
    for (const diagnostic of diagnostics) report(diagnostic);
    return html;
  }

  #within<T>({ report }: Errand, run: () => T): T {
    this.#running.push(report);
    try {
      return run();
    } finally {
      this.#running.pop();
    }
  }

  #oneDeeper(work: () => string): string {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }

  #errand(page: Page): { errand: Errand; diagnostics: Diagnostic[] } {
    const diagnostics: Diagnostic[] = [];
    return { errand: this.#errandFor(page, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
  }

  #errandFor(page: Page, report: Report): Errand {
    const used = (path: string): void => this.#stages.uses.part(path);
    return { page, report, used, calls: this.#calls };
  }

  #tools(errand: Errand): MarkupTools {
    const { layouts, compile, markdown, highlightRawCode, templateFiles } = this.#stages;
    const { page, report, used } = errand;
    const isInlineAllowed = allowsInline(this.#stages.config);
    const hasTemplates = templateFiles.names.length > 0 || isInlineAllowed;
    const templates = hasTemplates ? this.#templates.of(errand) : undefined;
    const shortcodes = createShortcodes(
      {
        find(name) {
          const template = compile(`shortcodes/${name}`);
          return template && { ...template, render: (data) => renderNoted(template, data, used) };
        },
        isAuthors: (name) => layouts.isAuthors(`shortcodes/${name}`),
        findOther: (name) => templates?.shortcode(name),
        runInline: isInlineAllowed ? templates?.runInline : undefined,
        names: this.#shortcodeNames,
      },
      createShortcodeTools(
        { ...this.#stages, config: this.config(page.language), pages: this.#site.pages },
        report,
      ),
    );
    return {
      markdown,
      shortcodes,
      report,
      highlightRawCode,
      readFile: createFileReader(page, this.#site, this.#stages),
      hooks: withEmbeddedHooks(templates?.hooks, page, this.#addresses.linksOf(page)),
    };
  }

  #modelSource(): ModelSource {
    const { pages } = this.#site;
    const { config, isServer, data } = this.#stages;
    return {
      pages,
      isListed,
      hasAddress,
      config: (language) => this.config(language),
      compare: (language) => pageOrder(this.config(language).languageCode),
      data: () => data,
      content: (page) => this.#contents.of(page),
      renderString: (page, text, display) =>
        this.#renderString(page, text, { display, report: this.#running.at(-1) ?? unexpected }),
      findPage: (ref, from) => resolveRef(ref, { pages, from })?.page,
      resolveRef: (page, ref, isAbsolute) => this.#addresses.demand(page, ref, isAbsolute),
      resources: (page) => this.#resources(page),
      store: (page) => {
        const store = this.#stores.get(page) ?? new Store();
        this.#stores.set(page, store);
        return store;
      },
      pagination: (page) => this.pagination(page),
      renderView: (page, view) => this.#templates.of(this.#errand(page).errand).view(view),
      environment: config.environment,
      isServer,
    };
  }

  #resources(page: Page): readonly GoObject[] {
    const host = this.#templates.host(this.#errand(page).errand);
    const isPublished = hasPublishedResources(page);
    return page.resources.map((resource) => {
      const part = this.#site.pages.find(({ source }) => source.path === resource.source);
      return part
        ? this.#model.page(part)
        : new GoResource(this.#stages.assets.ofPage(resource, isPublished), host, resource);
    });
  }
}

/** Only templates ask for texts to be rendered. */
const unexpected: Report = ({ message }) => {
  throw new Error(`no template runs that can report: ${message}`);
};

const ENDLESS_HINT = 'Leave out of the text what brings it again, or put an {{ if }} around it.';

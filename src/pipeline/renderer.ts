/** Renders the pages of a site, with the shortcodes and templates of its author. */
import { attempt, DeckError, type Diagnostic } from '../diagnostics.ts';
import { renderHtml, renderPage, renderText } from '../markup/render-page.ts';
import { findIcon } from '../render/icon.ts';
import { renderContent, renderSection } from '../render/sections.ts';
import type { Pagination } from '../templates/model/pagination.ts';
import { TemplateFailure } from '../templates/gotemplate/values.ts';
import { createSiteModel, type SiteModel } from '../templates/model/site-object.ts';
import type { ModelSource } from '../templates/model/source.ts';
import type { Feature, Page, Report, SiteConfig, Slide } from '../types.ts';
import type { Site } from './find-site.ts';
import type { Cache } from './cache/cache.ts';
import type { SegmentCaches } from './cache/segment-caches.ts';
import { readTemplateDependencies } from './cache/template-dependencies.ts';
import { TrackedMap } from './cache/dependencies.ts';
import { createModelSource, pageResources } from './model-source.ts';
import { PageContents } from './page-contents.ts';
import { type CreateMarkupServices, createMarkupServices } from './markup-services.ts';
import { SiteAddresses } from './site-addresses.ts';
import type { SiteEnvironment } from './site-environment.ts';
import type { RenderContext } from './templates/render-context.ts';
import { missingPartial } from './templates/missing-partial.ts';
import type { PageTemplates } from './templates/page-templates.ts';
import { Running } from './templates/running.ts';
import { createSharedServices } from './shared-services.ts';
import type { MarkdownRequest } from './templates/template-host.ts';
import { createTemplates, type Templates } from './templates/site-templates.ts';

/** A page rendered as slides, with its diagnostics and dependencies. */
export interface RenderedSlides {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
  /** The layouts and templates that were used, relative to the site's root. */
  readonly usedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Slides and segments of the previous run that are still valid. */
export interface SlideCaches {
  readonly pages: Cache<Page, RenderedSlides>;
  readonly segments: SegmentCaches;
}

type PageResult = ReturnType<typeof renderPage>;

/** The longest Markdown that a template can render, in UTF-16 code units: it takes some seconds. */
const MAX_TEXT = 2_000_000;

/** A sign without a width. A line that begins with it is no list and no heading: `2026. A talk`. */
const JOINER = '\u2060';

/** Renders the pages of one state of a site, each once. */
export class Renderer {
  readonly #environment: SiteEnvironment;
  readonly #site: Site;
  readonly #caches: SlideCaches;
  readonly #addresses: SiteAddresses;
  readonly #running: Running;
  readonly #contents = new PageContents((page, report) => this.#renderContent(page, report));
  readonly #source: ModelSource;
  readonly #model: SiteModel;
  readonly #templates: Templates;
  readonly #createMarkupServices: CreateMarkupServices;
  #icon: { readonly path: string | undefined } | undefined;
  /** Pages of decks: their content is slides. */
  readonly #deckPages: ReadonlySet<Page>;

  constructor(environment: SiteEnvironment, site: Site, caches: SlideCaches) {
    this.#environment = environment;
    this.#site = site;
    this.#caches = caches;
    this.#addresses = new SiteAddresses(environment, site);
    this.#running = new Running((path) => environment.dependencies.addUsedFile(path));
    this.#deckPages = new Set(site.decks.flatMap(({ pages }) => pages));
    this.#source = this.#createSource();
    this.#model = createSiteModel(this.#source);
    this.#templates = this.#createTemplates();
    this.#createMarkupServices = createMarkupServices({
      environment,
      site,
      addresses: this.#addresses,
      templates: this.#templates,
    });
  }

  /** The output path of the site's icon; `undefined` if there is none. */
  get icon(): string | undefined {
    return (this.#icon ??= { path: findIcon(this.#site.staticSources) }).path;
  }

  /** The configuration of the site in a language. */
  config(language: string): SiteConfig {
    return this.#addresses.config(language);
  }

  /** The site's templates in the context of a page. */
  templates(context: RenderContext): PageTemplates {
    return this.#templates.forContext(context);
  }

  /** The pagination of a page, with the pager that is being written. */
  pagination(page: Page): Pagination {
    return this.#source.pagination(page);
  }

  /** Renders a page as slides. Mistakes are in its diagnostics; everything else is rendered. */
  slides(page: Page): RenderedSlides {
    const { pages, segments } = this.#caches;
    return pages.get(page, () => {
      const { context, diagnostics } = this.#running.collect(page);
      const render = (): PageResult =>
        renderPage(page, this.#createMarkupServices(context), segments.forPage(page));
      const { value, dependencies } = this.#environment.dependencies.track(() =>
        attempt(
          this.#deckPages.has(page) ? () => this.forDeck(context.report, render) : render,
          context.report,
        ),
      );
      const { slides = [], features = [] } = value ?? {};
      return { slides, features, usedFiles: [...dependencies.usedFiles], diagnostics };
    });
  }

  /** What was reported while the content of a page was rendered; empty before that. */
  contentDiagnostics(page: Page): readonly Diagnostic[] {
    return this.#contents.diagnostics(page);
  }

  /** Runs `work` for a deck: errors in the pages that it shows are reported as errors of the deck. */
  forDeck<T>(report: Report, work: () => T): T {
    return this.#contents.forDeck(report, work);
  }

  /** Renders a line of a deck's options: its Markdown is inline, and its HTML is text. */
  inline(page: Page, text: string, report: Report): string {
    const request = { text: JOINER + text.replaceAll('<', '&lt;'), display: 'inline', offset: 0 } as const;
    const services = this.#createMarkupServices(this.#running.context(page, report));
    return renderText(request, page, services).html.replace(JOINER, '').trim();
  }

  #renderContent(page: Page, report: Report): string {
    if (this.#deckPages.has(page)) return renderContent(this.slides(page).slides);
    return renderHtml(page, this.#createMarkupServices(this.#running.context(page, report))).html;
  }

  /** Renders the slides that a layout asks for; mistakes in pages of decks are reported with their deck. */
  #renderSections(pages: readonly Page[], { report, onDependency }: RenderContext): string {
    return pages
      .flatMap((page) => {
        const { slides, diagnostics, usedFiles } = this.slides(page);
        for (const file of [page.source.path, ...usedFiles]) onDependency(file);
        if (!this.#deckPages.has(page)) for (const diagnostic of diagnostics) report(diagnostic);
        return slides.map(renderSection);
      })
      .join('\n');
  }

  /** @throws {DeckError} with the errors in the text */
  #renderString(page: Page, text: string, { display, report }: MarkdownRequest): string {
    if (text.length > MAX_TEXT)
      throw new TemplateFailure(
        `the Markdown is longer than ${MAX_TEXT} characters`,
        'Render shorter parts of it.',
      );
    const { context, diagnostics } = this.#running.collect(page);
    const request = { text, display, offset: this.#running.offsetIn(page) };
    const html = this.#running.deeper(
      () => renderText(request, page, this.#createMarkupServices(context)).html,
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new DeckError(errors);
    for (const diagnostic of diagnostics) report(diagnostic);
    return html;
  }

  #createSource(): ModelSource {
    const facts = { environment: this.#environment, site: this.#site, addresses: this.#addresses };
    const running = this.#running;
    return createModelSource(facts, {
      content: (page) => this.#contents.get(page),
      renderString: (page, text, display) =>
        this.#renderString(page, text, { display, report: running.report }),
      renderView: (page, view) => this.#templates.forContext(running.collect(page).context).view(view),
      resources: (page) => {
        const host = this.#templates.host(running.collect(page).context);
        return pageResources(page, { ...facts, model: this.#model, host });
      },
    });
  }

  #createTemplates(): Templates {
    const environment = this.#environment;
    return createTemplates({
      templateFiles: environment.templateFiles,
      budget: environment.budget,
      config: (page) => this.config(page.language),
      model: this.#model,
      services: createSharedServices(environment, {
        renderMarkdown: (page, text, request) => this.#renderString(page, text, request),
        resolveRef: (page, ref, isAbsolute) => this.#addresses.find(page, ref, isAbsolute),
      }),
      onRun: ({ survey }) => environment.dependencies.addKinds(['page', ...readTemplateDependencies(survey)]),
      within: (context, run) => this.#running.within(context, run),
      cache: new TrackedMap(environment.dependencies),
      renderSections: (pages, context) => this.#renderSections(pages, context),
      missingPartial: (failure, report) => missingPartial(failure, environment.config, report),
    });
  }
}

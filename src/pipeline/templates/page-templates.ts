/** The site's own templates in the context of one page: shortcodes, render hooks, layouts and base templates. */
import {
  basePaths,
  deckLayoutPaths,
  hookPaths,
  layoutPaths,
  siteFilePaths,
  slotPartials,
  viewPaths,
} from '../../render/lookup-order.ts';
import type { GoTemplate } from '../../templates/gotemplate/template.ts';
import { formatValue } from '../../templates/gotemplate/print.ts';
import { type GoObject, SafeText, TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { Library, RunContext } from '../../templates/library.ts';
import { HookObject } from '../../templates/model/hook-object.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { SourceFile } from '../../diagnostics.ts';
import type { PageObject } from '../../templates/model/page-object.ts';
import type { Deck, Page, RenderHooks } from '../../types.ts';
import type { RenderContext } from './render-context.ts';
import { createAuthorShortcodes, type AuthorShortcodes } from './author-shortcodes.ts';

/** HTML that a site adds to fixed slots of a deck. */
export interface DeckSlots {
  readonly head: string;
  readonly body: string;
  readonly end: string;
}

/** The partial through which a base template of the author gets the slides. */
export const SECTIONS_PARTIAL = 'deckwright/sections';

/** The site's own templates in the context of one page. */
export interface PageTemplates extends AuthorShortcodes {
  readonly hooks: RenderHooks;
  /** Renders `partials/reveal-hugo/head.html`, `body.html` and `end.html`. */
  slots(): DeckSlots;
  /** Renders the sections of a deck; `undefined` if the site has no template for them. */
  sections(deck: Deck): string | undefined;
  /** Whether a base template of the site writes the whole page of a deck. */
  hasDocument(): boolean;
  /** Renders the whole page of a deck; `undefined` if the site has no base template for it. */
  document(): string | undefined;
  /** Renders a page that is not a deck; `undefined` if the site has no layout for it. */
  html(): string | undefined;
  /**
   * Renders a content view of the page, for `.Render`.
   * @throws {TemplateFailure} when there is no such view
   */
  view(name: string): string;
  /** Renders `sitemap.xml` or `robots.txt`; `undefined` if the site has no template for it. */
  siteFile(kind: 'sitemap' | 'robotsTXT'): string | undefined;
  /** Runs a text as a template, such as SCSS with actions in it. Its data is the page, unless `data` is given. */
  runText(source: SourceFile, data?: GoObject): string;
  /** Returns the page as templates see it. */
  object(): PageObject;
}

/** The block of a base template that contains the slides. */
const MAIN = { path: 'main', text: `{{ define "main" }}{{ partial "${SECTIONS_PARTIAL}" . }}{{ end }}` };

interface PageTemplatesSetup {
  readonly context: RenderContext;
  readonly library: Library;
  readonly model: SiteModel;
  readonly getRunContext: () => RunContext;
  /** Templates of render hooks by page and name: a page looks them up at every link. */
  readonly knownHooks: KnownHooks;
}

export type KnownHooks = WeakMap<Page, Map<string, GoTemplate | undefined>>;

export function createPageTemplates(setup: PageTemplatesSetup): PageTemplates {
  const { context, library, model, knownHooks, getRunContext: createRunContext } = setup;
  const { page } = context;
  const formats = context.formats ?? ['html'];
  let runContext: RunContext | undefined;
  const getRunContext = (): RunContext => (runContext ??= createRunContext());
  const run = (template: GoTemplate, data: unknown): string => library.run(template, data, getRunContext());
  const object = (): ReturnType<SiteModel['page']> => model.page(page);
  const renderLayout = (format: 'html' | 'reveal'): string | undefined => {
    const template = library.find(layoutPaths(page, format));
    if (!template) return undefined;
    const base = hasBaseTemplate(template) ? library.find(basePaths(page, format)) : undefined;
    return run(base ? library.combine(base, template) : template, object());
  };
  return {
    hooks: createHooks({
      library,
      page,
      knownHooks,
      run: (template, element) => run(template, new HookObject(element, object())),
    }),
    ...createAuthorShortcodes({ context, library, model, getRunContext }),
    slots: () => renderSlots({ library, page, model, run, getRunContext }),
    sections: (deck) => renderDeckSections({ library, page, model, run, getRunContext }, deck),
    hasDocument: () => findDocument(library, page) !== undefined,
    document() {
      const template = findDocument(library, page);
      return template && run(template, object());
    },
    html: () => formats.map(renderLayout).find((text) => text !== undefined),
    view(name) {
      const template = library.find(viewPaths(name, page));
      if (template) return run(template, object());
      throw new TemplateFailure(
        `template "${name}" not found`,
        `Create layouts/_default/${name}.html or layouts/${page.type}/${name}.html.`,
      );
    },
    siteFile(kind) {
      const template = library.find(siteFilePaths(kind));
      // As in Hugo, plain text is not escaped, but XML is.
      if (template && kind === 'robotsTXT')
        return library.runText(template.source, object(), getRunContext());
      return template && run(template, object());
    },
    runText: (source, data) => library.runText(source, data ?? object(), getRunContext()),
    object,
  };
}

/** Finds the template for the whole page of a deck. */
function findDocument(library: Library, page: Page): GoTemplate | undefined {
  const template = library.find(layoutPaths(page, 'reveal'));
  const base = library.find(basePaths(page, 'reveal'));
  // A layout without a base template is the whole page.
  if (template && !base && template.defines.size === 0) return template;
  return base && library.combine(base, library.compile(MAIN));
}

/** As in Hugo, a layout whose first action is a definition fills a base template. */
const hasBaseTemplate = ({ source }: GoTemplate): boolean => BASE_TEMPLATE_RE.test(source.text);
const BASE_TEMPLATE_RE = /^(?:\s|\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}|<!--[\s\S]*?-->)*\{\{-?\s*define\b/;

const toHtml = (value: unknown): string =>
  value instanceof SafeText ? value.text : formatValue(value ?? '');

function renderSlots({ library, page, model, getRunContext }: DeckTemplateContext): DeckSlots {
  const slot = (name: keyof DeckSlots): string =>
    slotPartials(name, page)
      .filter((partial) => library.hasPartial(partial))
      .map((partial) => toHtml(library.partial(partial, model.page(page), getRunContext())))
      .join('\n');
  return { head: slot('head'), body: slot('body'), end: slot('end') };
}

interface DeckTemplateContext {
  readonly library: Library;
  readonly page: Page;
  readonly model: SiteModel;
  readonly run: (template: GoTemplate, data: unknown) => string;
  readonly getRunContext: () => RunContext;
}

/** Renders the slides with the site's `list.reveal.html`, `bundle.reveal.html` …, or `partials/reveal-hugo/slides.html`. */
function renderDeckSections(
  { library, page, model, run, getRunContext }: DeckTemplateContext,
  deck: Deck,
): string | undefined {
  const main = library.find(deckLayoutPaths(page))?.defines.get('main');
  if (main) return run(main, model.page(page));
  if (!library.hasPartial(SLIDES_PARTIAL)) return undefined;
  // As in the theme, the head page is rendered alone, then the pages that follow it.
  const [head, ...followers] = deck.pages.map((own) => model.page(own));
  return [[head], followers]
    .map((pages) => toHtml(library.partial(SLIDES_PARTIAL, pages, getRunContext())))
    .join('\n');
}

/** The theme's partial for slides, which a site may shadow. */
export const SLIDES_PARTIAL = 'reveal-hugo/slides';

interface HookContext {
  readonly library: Library;
  readonly page: Page;
  readonly knownHooks: KnownHooks;
  readonly run: (template: GoTemplate, element: object) => string;
}

function createHooks({ library, page, knownHooks, run }: HookContext): RenderHooks {
  const formats = ['reveal', 'html', ''];
  const known = knownHooks.get(page) ?? new Map<string, GoTemplate | undefined>();
  knownHooks.set(page, known);
  const hook = (name: string, element: object): string | undefined => {
    if (!known.has(name)) known.set(name, library.find(hookPaths(name, page, formats)));
    const template = known.get(name);
    return template && run(template, element);
  };
  return {
    link: (link) => hook('link', link),
    image: (image) => hook('image', image),
    heading: (heading) => hook('heading', heading),
    table: (table) => hook('table', table),
    passthrough: (text) => hook(`passthrough-${text.Type}`, text) ?? hook('passthrough', text),
    blockquote: (quote) => hook(`blockquote-${quote.Type}`, quote) ?? hook('blockquote', quote),
    codeBlock: (code) =>
      (code.Type ? hook(`codeblock-${code.Type}`, code) : undefined) ?? hook('codeblock', code),
  };
}

/** Prepares the author's Go templates to run in the context of any page. */
import { partialPaths } from '../../render/lookup-order.ts';
import { createFunctions } from '../../templates/functions/table.ts';
import type { Budget } from '../../templates/gotemplate/budget.ts';
import { SafeText, type TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { GoTemplate } from '../../templates/gotemplate/template.ts';
import type { TemplateHost } from '../../templates/host.ts';
import { createLibrary, type Library, type RunContext } from '../../templates/library.ts';
import { PageObject } from '../../templates/model/page-object.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { Page, Report, SiteConfig } from '../../types.ts';
import type { RenderContext } from './render-context.ts';
import {
  createPageTemplates,
  type KnownHooks,
  type PageTemplates,
  SLIDES_PARTIAL,
} from './page-templates.ts';
import type { TemplateFiles } from './template-files.ts';
import { createTemplateHost, type HostServices, noHost } from './template-host.ts';

/** The services that are the same in every context. */
export type SharedServices = Omit<HostServices, 'library' | 'model'>;

/** The sources of the templates of a site. */
export interface TemplatesSetup {
  readonly templateFiles: TemplateFiles;
  /** Limits what templates cost. */
  readonly budget: Budget;
  /** The configuration of the site in the language of a page. */
  config(page: Page): SiteConfig;
  readonly model: SiteModel;
  readonly services: SharedServices;
  /** Renders the sections of pages as the theme's partial does. */
  renderSections(pages: readonly Page[], context: RenderContext): string;
  /** Called for each template or template text that is run. */
  onRun(template: GoTemplate): void;
  /** Runs a template in the context of a page. */
  within<T>(context: RenderContext, run: () => T): T;
  /** Values that templates cache for the whole site, such as results of `partialCached`. */
  readonly cache: Map<string, unknown>;
  /** Called for a partial that does not exist: returns a replacement for its result, or throws the failure. */
  missingPartial(failure: TemplateFailure, report: Report): unknown;
}

export interface Templates {
  forContext(context: RenderContext): PageTemplates;
  /** Creates the host of the templates that run for a page. */
  host(context: RenderContext): TemplateHost;
}

/** Partials of the theme that are empty unless a site shadows them. */
const EMPTY_PARTIALS: ReadonlySet<string> = new Set(
  ['head', 'body', 'end'].map((slot) => `reveal-hugo/${slot}`),
);

export function createTemplates(setup: TemplatesSetup): Templates {
  const { model, services, cache } = setup;
  const knownHooks: KnownHooks = new WeakMap();
  const library = createSiteLibrary(setup);
  const createHost = (context: RenderContext, getRunContext: () => RunContext): TemplateHost =>
    createTemplateHost(context, setup.config(context.page), {
      ...services,
      model,
      library: {
        partial: (name, data) => library.partial(name, data, getRunContext()),
        hasTemplate: (name) => library.hasPartial(name),
        runText: (name, text, data) => library.runText({ path: name, text }, data, getRunContext()),
      },
    });
  const createRunContext = (context: RenderContext): RunContext => {
    const runContext: RunContext = {
      functions: createFunctions(
        createHost(context, () => runContext),
        cache,
      ),
      onDependency: (path) => context.onDependency(path),
      onRun: (template) => setup.onRun(template),
      within: (run) => setup.within(context, run),
      report: (warning) => context.report(warning),
      missingPartial(name, data, failure) {
        const plain = name.replace(/\.html$/, '');
        if (Object.hasOwn(VALUE_PARTIALS, plain)) return VALUE_PARTIALS[plain];
        const html = renderBuiltInPartial(plain, data, context, setup);
        return html === undefined
          ? setup.missingPartial(failure, context.report)
          : new SafeText('html', html);
      },
    };
    return runContext;
  };
  return {
    host: (context) => createHost(context, () => createRunContext(context)),
    forContext: (context) =>
      createPageTemplates({
        context,
        library,
        model,
        knownHooks,
        getRunContext: () => createRunContext(context),
      }),
  };
}

const PARTIAL_RE = /^_?partials\/(.+)\.html$/;

function createSiteLibrary({ templateFiles, budget, cache }: TemplatesSetup): Library {
  return createLibrary({
    find: (paths) => templateFiles.find(paths),
    embedded: (name) => templateFiles.embedded(name),
    partialPaths,
    all: () => templateFiles.names.flatMap((name) => templateFiles.find([name]) ?? []),
    partialNames: () => templateFiles.names.flatMap((name) => PARTIAL_RE.exec(name)?.[1] ?? []),
    // Compiling needs only the names.
    functions: createFunctions(noHost, cache),
    budget,
  });
}

/** Values of the theme's partials that return one. Our client is bundled, so there are no plugins to list. */
const VALUE_PARTIALS: Readonly<Record<string, unknown>> = {
  'internal/plugins': [],
  'internal/func/cleanParams': {},
  'internal/func/normalizePath': '',
};

/** Renders the replacement of a theme's partial as HTML; `undefined` if the theme has no such partial. */
function renderBuiltInPartial(
  name: string,
  data: unknown,
  context: RenderContext,
  setup: TemplatesSetup,
): string | undefined {
  const partial = context.builtInPartials?.[name] ?? (EMPTY_PARTIALS.has(name) ? '' : undefined);
  if (partial !== undefined || name !== SLIDES_PARTIAL) return partial;
  const pages = Array.isArray(data) ? data.filter((one: unknown) => one instanceof PageObject) : [];
  return setup.renderSections(
    pages.map(({ page }) => page),
    context,
  );
}

/** The author's templates in Go's language, made ready to run on behalf of any page of a site. */
import { partialPaths } from '../../render/lookup.ts';
import { createFunctions } from '../../templates/functions/table.ts';
import { SafeText, type TemplateFailure } from '../../templates/gotemplate/values.ts';
import type { GoTemplate } from '../../templates/gotemplate/template.ts';
import type { TemplateHost } from '../../templates/host.ts';
import { createLibrary, type RunContext } from '../../templates/library.ts';
import { PageObject } from '../../templates/model/page-object.ts';
import type { SiteModel } from '../../templates/model/site-object.ts';
import type { Page, Report, SiteConfig } from '../../types.ts';
import type { Errand } from './errand.ts';
import {
  createPageTemplates,
  type KnownHooks,
  type PageTemplates,
  SLIDES_PARTIAL,
} from './page-templates.ts';
import type { TemplateFiles } from './template-files.ts';
import { createTemplateHost, type HostTools, nobody } from './template-host.ts';

/** The tools that do not depend on what runs. */
export type SharedTools = Omit<HostTools, 'library' | 'model'>;

/** What templates are made from. */
export interface TemplatesSetup {
  readonly templateFiles: TemplateFiles;
  /** The site in the language of a page. */
  config(page: Page): SiteConfig;
  readonly model: SiteModel;
  readonly tools: SharedTools;
  /** The sections of pages, as the theme's own partial writes them. */
  renderSections(pages: readonly Page[], errand: Errand): string;
  /** Takes each template that is run, and each text that is one. */
  ran(template: GoTemplate): void;
  /** Runs a template on behalf of a page. */
  within<T>(errand: Errand, run: () => T): T;
  /** Keeps what templates remember for the whole site, such as `partialCached`. */
  readonly memory: Map<string, unknown>;
  /** What is done about a partial that is not there: gives what it stands for, or throws the failure. */
  missingPartial(failure: TemplateFailure, report: Report): unknown;
}

export interface Templates {
  of(errand: Errand): PageTemplates;
  /** What templates can do on behalf of a page. */
  host(errand: Errand): TemplateHost;
}

/** Partials of the theme that are there to be shadowed, and write nothing. */
const EMPTY_PARTIALS: ReadonlySet<string> = new Set(
  ['head', 'body', 'end'].map((slot) => `reveal-hugo/${slot}`),
);

export function createTemplates(setup: TemplatesSetup): Templates {
  const { templateFiles, model, tools, memory } = setup;
  const knownHooks: KnownHooks = new WeakMap();
  const library = createLibrary({
    find: (paths) => templateFiles.find(paths),
    embedded: (name) => templateFiles.embedded(name),
    partialPaths,
    all: () => templateFiles.names.flatMap((name) => templateFiles.find([name]) ?? []),
    partialNames: () => templateFiles.names.flatMap((name) => PARTIAL_RE.exec(name)?.[1] ?? []),
    // Compiling looks at the names alone.
    functions: createFunctions(nobody, memory),
  });
  const hostOf = (errand: Errand, context: () => RunContext): TemplateHost =>
    createTemplateHost(errand, setup.config(errand.page), {
      ...tools,
      model,
      library: {
        partial: (name, data) => library.partial(name, data, context()),
        hasTemplate: (name) => library.hasPartial(name),
        runText: (name, text, data) => library.runText({ path: name, text }, data, context()),
      },
    });
  const contextOf = (errand: Errand): RunContext => {
    const context: RunContext = {
      functions: createFunctions(
        hostOf(errand, () => context),
        memory,
      ),
      used: (path) => errand.used(path),
      ran: (template) => setup.ran(template),
      within: (run) => setup.within(errand, run),
      missingPartial(name, data, failure) {
        const plain = name.replace(/\.html$/, '');
        if (Object.hasOwn(VALUE_PARTIALS, plain)) return VALUE_PARTIALS[plain];
        const part = builtInPart(plain, data, errand, setup);
        return part === undefined ? setup.missingPartial(failure, errand.report) : new SafeText('html', part);
      },
    };
    return context;
  };
  return {
    host: (errand) => hostOf(errand, () => contextOf(errand)),
    of: (errand) =>
      createPageTemplates({ errand, library, model, knownHooks, context: () => contextOf(errand) }),
  };
}

const PARTIAL_RE = /^_?partials\/(.+)\.html$/;

/** Partials of the theme that return values: our scripts come in one piece, so there are no plugins to be listed. */
const VALUE_PARTIALS: Readonly<Record<string, unknown>> = {
  'internal/plugins': [],
  'internal/func/cleanParams': {},
  'internal/func/normalizePath': '',
};

/** What a partial of the theme stands for here, as HTML; `undefined` for one that the theme does not have. */
function builtInPart(name: string, data: unknown, errand: Errand, setup: TemplatesSetup): string | undefined {
  const part = errand.parts?.[name] ?? (EMPTY_PARTIALS.has(name) ? '' : undefined);
  if (part !== undefined || name !== SLIDES_PARTIAL) return part;
  const pages = Array.isArray(data) ? data.filter((one: unknown) => one instanceof PageObject) : [];
  return setup.renderSections(
    pages.map(({ page }) => page),
    errand,
  );
}

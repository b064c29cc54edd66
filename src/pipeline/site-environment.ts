/**
 * The parts of a site that all pages share: configuration, layouts, data and tools. The environment is created again
 * when anything but content changes; a part that is equal to the previous one is the same object, so that a change
 * shows by identity.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { createLayouts, type Layouts } from '../render/layouts.ts';
import { readSiteConfig } from '../site/config/config.ts';
import { readData } from '../site/data.ts';
import { withoutFiltered } from '../site/mounts/mounts.ts';
import { readTranslations, type Translations } from '../site/translations.ts';
import { Budget } from '../templates/gotemplate/budget.ts';
import { TemplateFailure } from '../templates/gotemplate/values.ts';
import type { TemplateHost } from '../templates/host.ts';
import type { Report, SiteConfig, SiteOverrides, Table } from '../types.ts';
import { type ConfigServices, createConfigServices, type OptionalPackages } from './config-services.ts';
import { createLayoutRenderer, type LayoutRenderer } from './layout-renderer.ts';
import { createTemplateFiles, type TemplateFiles } from './templates/template-files.ts';
import type { DependencyTracker } from './cache/dependencies.ts';
import { trackFiles } from './cache/tracked-files.ts';

/** Options of a pipeline. */
export interface PipelineOptions extends OptionalPackages {
  /** The author's folder. */
  readonly files: Files;
  /** Our own folder: its `layouts/` are used where the author has none. */
  readonly builtIn: Files;
  readonly overrides?: SiteOverrides;
  /** The path of a page that the user wants as a deck: its errors stop the build even if the page can't be read. */
  readonly wantedDeck?: string;
  /** Whether pages are served rather than built: `hugo.IsServer`. */
  readonly isServer?: boolean;
  /** The current time, which decides on future and expired pages; the system clock by default. */
  readonly now?: () => Date;
  /** Compiles SCSS for templates; without this function, a template that asks for SCSS fails. */
  readonly compileSass?: TemplateHost['compileSass'];
}

function rejectSass(): never {
  throw new TemplateFailure("SCSS can't be compiled here");
}

/** The environment in which the steps of the pipeline run. @internal */
export interface SiteEnvironment extends ConfigServices, LayoutRenderer {
  readonly files: Files;
  readonly config: SiteConfig;
  readonly wantedDeck: string | undefined;
  readonly isServer: boolean;
  readonly now: () => Date;
  readonly variables: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Layouts in Handlebars: the author's, then ours. */
  readonly layouts: Layouts;
  /** Go templates: the author's, and those of the installed themes. */
  readonly templateFiles: TemplateFiles;
  readonly compileSass: TemplateHost['compileSass'];
  /** Limits what templates and layouts cost. */
  readonly budget: Budget;
  /** `data/`; mistakes in it are among the diagnostics. */
  readonly data: Table;
  /** `i18n/`; mistakes in it are among the diagnostics. */
  readonly translations: Translations;
  /** The paths of all layouts: a layout that is added or deleted may shadow another one. */
  readonly layoutPaths: readonly string[];
  /** The tools that are kept until the configuration changes. */
  readonly services: ConfigServices;
  /** Records what each rendered part depends on. */
  readonly dependencies: DependencyTracker;
  /** Whether a change of a file affects only pages. */
  readonly isContent: (file: string) => boolean;
}

/** Creates the environment of a site; `before` is the environment before a change. @internal */
export function createEnvironment(
  options: PipelineOptions,
  dependencies: DependencyTracker,
  before?: SiteEnvironment,
): SiteEnvironment {
  const { builtIn, overrides = {}, isServer = false, now = () => new Date() } = options;
  const files = trackFiles(options.files, dependencies);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const config = reuseIfEqual(before?.config, readSiteConfig(files, overrides, report));
  const layoutFiles = withoutFiltered(files, config.mounts, 'layouts');
  const layouts = createLayouts([
    { files: layoutFiles, folder: config.layoutDir },
    { files: builtIn, folder: 'layouts' },
  ]);
  const templateFiles = createTemplateFiles({ files, builtIn, config, dependencies });
  const { timeout } = config;
  const budget = new Budget(timeout === undefined ? {} : { time: timeout });
  const services = before?.config === config ? before.services : createConfigServices(files, config, options);
  return {
    files,
    config,
    wantedDeck: options.wantedDeck,
    isServer,
    now: () => {
      dependencies.addKind('site');
      return now();
    },
    variables: overrides.variables ?? {},
    layouts,
    templateFiles,
    budget,
    ...createLayoutRenderer(layouts, budget),
    services,
    ...services,
    compileSass: options.compileSass ?? rejectSass,
    data: reuseIfEqual(before?.data, readData(files, config, report)),
    translations: reuseIfEqual(before?.translations, readTranslations(files, config, report)),
    layoutPaths: reuseIfEqual(before?.layoutPaths, [
      ...templateFiles.names,
      ...layoutFiles.list(config.layoutDir),
    ]),
    dependencies,
    diagnostics,
    isContent: (file) =>
      config.mounts.some(({ component, source }) => component === 'content' && file.startsWith(`${source}/`)),
  };
}

/**
 * The environment after a change of files: configuration, layouts and data are read again unless only content changed.
 * @internal
 */
export function updateEnvironment(
  before: SiteEnvironment,
  changedFiles: readonly string[],
  { options, dependencies }: { readonly options: PipelineOptions; readonly dependencies: DependencyTracker },
): SiteEnvironment {
  before.assets.invalidate(changedFiles);
  const isContentAlone = changedFiles.every((file) => before.isContent(file));
  return isContentAlone ? before : createEnvironment(options, dependencies, before);
}

/** The previous value if the new one is equal to it. */
function reuseIfEqual<T>(previous: T | undefined, current: T): T {
  return previous !== undefined && isDeepStrictEqual(previous, current) ? previous : current;
}

/**
 * What is the same for all pages of a site: its configuration, layouts, data and tools. It is created again when
 * anything but content changes. What is equal to what was there before is the same object, so a change can be seen.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { createLayouts, type Layouts } from '../render/layouts.ts';
import { readSiteConfig } from '../site/config/config.ts';
import { readData } from '../site/data.ts';
import { withoutFiltered } from '../site/mounts/mounts.ts';
import { readTranslations, type Translations } from '../site/translations.ts';
import { TemplateFailure } from '../templates/gotemplate/values.ts';
import type { TemplateHost } from '../templates/host.ts';
import type { Report, SiteConfig, SiteOverrides, Table } from '../types.ts';
import { type ConfigServices, createConfigTools, type OptionalPackages } from './config-tools.ts';
import { createLayoutRenderer, type LayoutRenderer } from './layout-renderer.ts';
import { createTemplateFiles, type TemplateFiles } from './templates/template-files.ts';
import type { DependencyTracker } from './cache/dependencies.ts';
import { trackFiles } from './cache/tracked-files.ts';

/** What a pipeline works with. */
export interface PipelineOptions extends OptionalPackages {
  /** The author's folder. */
  readonly files: Files;
  /** Our own folder: its `layouts/` is the layer under the author's. */
  readonly builtIn: Files;
  readonly overrides?: SiteOverrides;
  /** The path of a page that is to be a deck: its mistakes are mistakes of a deck, even where it can't be read. */
  readonly wantedDeck?: string;
  /** Whether pages are served and not built: `hugo.IsServer`. */
  readonly isServer?: boolean;
  /** The moment that drafts and dates are judged by; the moment of the call when left out. */
  readonly now?: () => Date;
  /** Compiles SCSS for templates that ask for it. */
  readonly compileSass?: TemplateHost['compileSass'];
}

function rejectSass(): never {
  throw new TemplateFailure('SCSS is not compiled here');
}

/** What the chapters of the pipeline work with. @internal */
export interface SiteEnvironment extends ConfigServices, LayoutRenderer {
  readonly files: Files;
  readonly config: SiteConfig;
  readonly wantedDeck: string | undefined;
  readonly isServer: boolean;
  readonly now: () => Date;
  readonly variables: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Layouts in Handlebars: the author's, and ours under them. */
  readonly layouts: Layouts;
  /** Templates in Go's language: the author's, and those of the themes that are there. */
  readonly templateFiles: TemplateFiles;
  readonly compileSass: TemplateHost['compileSass'];
  /** `data/`; what is wrong in it is among the diagnostics. */
  readonly data: Table;
  /** `i18n/`; what is wrong in it is among the diagnostics. */
  readonly translations: Translations;
  /** The paths of all layouts: one that comes or goes may stand before another. */
  readonly layoutPaths: readonly string[];
  /** All tools that stay while the configuration does. */
  readonly tools: ConfigServices;
  /** What is used while something is rendered is noted here. */
  readonly uses: DependencyTracker;
  /** Whether a change of a file is a change of pages alone. */
  readonly isContent: (file: string) => boolean;
}

/** Creates the environment of a site; `before` is the one before a change. @internal */
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
  const templateFiles = createTemplateFiles({ files, builtIn, config, uses: dependencies });
  const services = before?.config === config ? before.tools : createConfigTools(files, config, options);
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
    ...createLayoutRenderer(layouts),
    tools: services,
    ...services,
    compileSass: options.compileSass ?? rejectSass,
    data: reuseIfEqual(before?.data, readData(files, config, report)),
    translations: reuseIfEqual(before?.translations, readTranslations(files, config, report)),
    layoutPaths: reuseIfEqual(before?.layoutPaths, [
      ...templateFiles.names,
      ...layoutFiles.list(config.layoutDir),
    ]),
    uses: dependencies,
    diagnostics,
    isContent: (file) =>
      config.mounts.some(({ component, source }) => component === 'content' && file.startsWith(`${source}/`)),
  };
}

/**
 * The environment after a change of files: configuration, layouts and data are read again where it may be in them.
 * @internal
 */
export function updateEnvironment(
  before: SiteEnvironment,
  changedFiles: readonly string[],
  { options, uses }: { readonly options: PipelineOptions; readonly uses: DependencyTracker },
): SiteEnvironment {
  before.assets.invalidate(changedFiles);
  const isContentAlone = changedFiles.every((file) => before.isContent(file));
  return isContentAlone ? before : createEnvironment(options, uses, before);
}

/** The value from before, where the new one is equal to it. */
function reuseIfEqual<T>(previous: T | undefined, current: T): T {
  return previous !== undefined && isDeepStrictEqual(previous, current) ? previous : current;
}

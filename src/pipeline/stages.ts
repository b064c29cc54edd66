/**
 * What the stages share, made anew when anything but content changes. What says the same as before is the same object
 * as before, so that it can be seen what has changed.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { createHighlight } from '../markup/code/highlight.ts';
import { createHighlightRawCode, type HighlightRawCode } from '../markup/code/raw-code.ts';
import { createMarkdown } from '../markup/markdown.ts';
import { createMath } from '../markup/math.ts';
import { createMermaid } from '../markup/mermaid.ts';
import { createLayouts, type Layouts } from '../render/layouts.ts';
import { readSiteConfig } from '../site/config.ts';
import { readData } from '../site/data.ts';
import { findMounted, listMounted, withoutFiltered } from '../site/mounts.ts';
import { readTranslations, type Translations } from '../site/translations.ts';
import { TemplateFailure } from '../templates/gotemplate/values.ts';
import { compileTemplate, type Template } from '../templates/handlebars.ts';
import type { TemplateHost } from '../templates/host.ts';
import type { Katex, Report, SiteConfig, SiteOverrides, Table } from '../types.ts';
import { type Assets, createAssets } from './assets.ts';
import type { TemplateFiles } from './templates/templates.ts';
import type { UseRecorder } from './memory/uses.ts';
import { watchFiles } from './memory/watched-files.ts';

/** What a pipeline works with. */
export interface PipelineOptions {
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
  /** Loads KaTeX for the first formula, `undefined` where it is not installed; by default what stands beside us. */
  readonly loadKatex?: () => Katex | undefined;
  /** Whether mermaid is installed; by default it is taken to be. */
  readonly hasMermaid?: () => boolean;
}

function noSass(): never {
  throw new TemplateFailure('SCSS is not compiled here');
}

/** What the stages share. @internal */
export interface Stages {
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
  readonly markdown: ReturnType<typeof createMarkdown>;
  readonly highlight: ReturnType<typeof createHighlight>;
  readonly highlightRawCode: HighlightRawCode;
  readonly math: ReturnType<typeof createMath>;
  readonly mermaid: ReturnType<typeof createMermaid>;
  readonly compileSass: TemplateHost['compileSass'];
  readonly assets: Assets;
  /** `data/`; what is wrong in it is among the diagnostics. */
  readonly data: Table;
  /** `i18n/`; what is wrong in it is among the diagnostics. */
  readonly translations: Translations;
  /** The paths of all layouts: one that comes or goes may stand before another. */
  readonly layoutPaths: readonly string[];
  /** Where all of them say what they have used. */
  readonly uses: UseRecorder;
  /** Whether a change of a file is a change of pages alone. */
  readonly isContent: (file: string) => boolean;
  readonly compile: (path: string) => Template | undefined;
  readonly renderLayout: (path: string, data: Table) => string;
}

/** Makes them; `before` are those that stood before a change. @internal */
export function createStages(options: PipelineOptions, uses: UseRecorder, before?: Stages): Stages {
  const { builtIn, overrides = {}, isServer = false, now = () => new Date() } = options;
  const files = watchFiles(options.files, uses);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const config = sameAs(before?.config, readSiteConfig(files, overrides, report));
  const layoutFiles = withoutFiltered(files, config.mounts, 'layouts');
  const layouts = createLayouts([
    { files: layoutFiles, folder: config.layoutDir },
    { files: builtIn, folder: 'layouts' },
  ]);
  const compile = createCompiler(layouts);
  const templateFiles = findTemplates({ files, builtIn, config, uses });
  return {
    files,
    config,
    wantedDeck: options.wantedDeck,
    isServer,
    now: () => {
      uses.kind('site');
      return now();
    },
    variables: overrides.variables ?? {},
    layouts,
    templateFiles,
    ...(before?.config === config ? toolsOf(before) : createTools(files, config, options)),
    compileSass: options.compileSass ?? noSass,
    data: sameAs(before?.data, readData(files, config, report)),
    translations: sameAs(before?.translations, readTranslations(files, config, report)),
    layoutPaths: sameAs(before?.layoutPaths, [...templateFiles.names, ...layoutFiles.list(config.layoutDir)]),
    uses,
    diagnostics,
    isContent: (file) =>
      config.mounts.some(({ component, source }) => component === 'content' && file.startsWith(`${source}/`)),
    compile,
    renderLayout(path, values) {
      const template = compile(path);
      if (!template) throw new Error(`the built-in layout ${path} is missing`);
      return template.render(values);
    },
  };
}

/**
 * They as they are after a change of files: configuration, layouts and data are read again where it may be in them.
 * @internal
 */
export function updateStages(
  before: Stages,
  changedFiles: readonly string[],
  { options, uses }: { readonly options: PipelineOptions; readonly uses: UseRecorder },
): Stages {
  before.assets.forget(changedFiles);
  const isContentAlone = changedFiles.every((file) => before.isContent(file));
  return isContentAlone ? before : createStages(options, uses, before);
}

/** What depends on the configuration alone. */
type ConfigTools = Pick<
  Stages,
  'markdown' | 'highlight' | 'highlightRawCode' | 'math' | 'mermaid' | 'assets'
>;

function createTools(
  files: Files,
  config: SiteConfig,
  { loadKatex, hasMermaid }: PipelineOptions,
): ConfigTools {
  const math = createMath(loadKatex);
  const mermaid = createMermaid(hasMermaid);
  return {
    markdown: createMarkdown(config.markup, { math, mermaid }),
    highlight: createHighlight(config.markup.highlight),
    highlightRawCode: createHighlightRawCode(),
    math,
    mermaid,
    assets: createAssets(files, config.mounts),
  };
}

const toolsOf = ({ markdown, highlight, highlightRawCode, math, mermaid, assets }: Stages): ConfigTools => ({
  markdown,
  highlight,
  highlightRawCode,
  math,
  mermaid,
  assets,
});

/** What was there before, where the new one says the same. */
function sameAs<T>(before: T | undefined, fresh: T): T {
  return before !== undefined && isDeepStrictEqual(before, fresh) ? before : fresh;
}

function createCompiler(layouts: Layouts): Stages['compile'] {
  const templates = new Map<string, Template | undefined>();
  return (path) => {
    if (!templates.has(path)) {
      const source = layouts.find(path);
      templates.set(path, source && compileTemplate(source, (name) => layouts.find(`partials/${name}`)));
    }
    return templates.get(path);
  };
}

interface TemplatesInput extends Pick<PipelineOptions, 'files' | 'builtIn'> {
  readonly config: SiteConfig;
  readonly uses: UseRecorder;
}

/** Templates in Go's language; those in Handlebars are found by `layouts`. */
function findTemplates({ files, builtIn, config: { mounts }, uses }: TemplatesInput): TemplateFiles {
  const names = listMounted(files, mounts, 'layouts')
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('.hbs'));
  const known = new Set(names);
  const read = (path: string): SourceFile | undefined => {
    const source = findMounted(files, mounts, 'layouts', path);
    return source === undefined ? undefined : { path: source, text: files.read(source) ?? '' };
  };
  const sources = new Map<string, SourceFile | undefined>();
  return {
    names,
    embedded(name) {
      const text = builtIn.read(`layouts/embedded/${name}.html`);
      return text === undefined ? undefined : { path: `_internal/${name}.html`, text };
    },
    find(paths) {
      const path = paths.find((candidate) => known.has(candidate));
      if (path === undefined) return undefined;
      if (!sources.has(path)) sources.set(path, read(path));
      const source = sources.get(path);
      if (source) uses.file(source.path);
      return source;
    },
  };
}

/** Prepares decks for publishing: finds the stylesheets, plugins and scripts of their authors. */
import path from 'node:path';
import { applyLevels } from '../check-levels.ts';
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';
import {
  type Deck,
  type DeckFiles,
  type Feature,
  isOwnTheme,
  type ReadyDeck,
  type RenderedDeck,
  type Report,
  type StyleRequest,
} from '../types.ts';
import { findLayouts, findLookParts } from './styles/look-parts.ts';
import {
  isBuiltInPlugin,
  resolvePlugins,
  type ResolvedPlugins,
  resolveScript,
  type ResolvedScript,
} from './authors-scripts.ts';
import type { StyleContext } from './styles/authors-styles.ts';
import { findCodeStyles, needsHighlightTheme } from './styles/chroma-styles.ts';
import { findStyles, type FoundStyles } from './styles/deck-styles.ts';
import { canInlineCriticalCss } from './styles/critical-css.ts';
import { locateParam } from './locate-param.ts';
import { missingPackages } from './packages.ts';
import { cacheCompiled } from './styles/scss-cache.ts';
import { createScssThread, type RunScss } from './styles/scss-thread.ts';
import { createScssCompiler } from './styles/scss.ts';
import { withStarter } from './starter.ts';
import { createSiteFiles, type SiteFiles } from './site-files.ts';

/** Runs the template actions in a stylesheet of a deck. */
export type RunTemplate = (deck: Deck, source: SourceFile, report: Report) => string;

/** The files of a site. */
export interface DeckFilesOptions {
  /** The folder of the site; absolute. */
  readonly root: string;
  readonly files: Files;
  readonly runTemplate?: RunTemplate | undefined;
  /** Compiles SCSS; by default, on a thread of its own. */
  readonly runScss?: RunScss;
}

/** Prepares a rendered deck of a site for publishing. */
export type FindDeckFiles = (rendered: RenderedDeck, site: Site) => ReadyDeck;

/** Creates the function that finds the files of decks. Compiled stylesheets are cached until they change. */
export function createDeckFiles({
  root,
  files,
  runTemplate,
  runScss: run = createScssThread(),
}: DeckFilesOptions): FindDeckFiles {
  const withCache = cacheCompiled(files);
  const known = new WeakMap<Site, SiteFiles>();
  const filesOf = (site: Site): SiteFiles => {
    const siteFiles = known.get(site) ?? createSiteFiles(files, site);
    known.set(site, siteFiles);
    return siteFiles;
  };
  return (rendered, site) => {
    const diagnostics: Diagnostic[] = [];
    const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
    const siteFiles = filesOf(site);
    const context: StyleContext = {
      files: siteFiles,
      scss: withCache(createScssCompiler({ root, files: siteFiles, run }), site),
      runTemplate: (source) => runTemplate?.(rendered.deck, source, report) ?? source.text,
      report,
    };
    const styles = findStyles(rendered, context);
    const plugins = findPlugins(rendered, context);
    const own = deckFiles(styles, plugins, findScripts(rendered, context));
    const needs = missingPackages(rendered, root);
    // Browsers load no modules from disk.
    const isClassic = site.config.relativeURLs || rendered.hasScripts || bringsScripts(own);
    const found = isClassic && own.plugins.length > 0 ? withStarter(own) : own;
    const ready = {
      rendered,
      features: resolveFeatures(rendered, plugins).filter((feature) => !needs.features.includes(feature)),
      files: found,
      scripts: isClassic ? 'classic' : 'module',
      usedFiles: [...rendered.usedFiles, ...sheetsOf(styles).flatMap(({ usedFiles }) => usedFiles)],
      diagnostics: [
        ...rendered.diagnostics,
        ...applyLevels([...diagnostics, ...needs.diagnostics], site.config.checks),
      ],
    } as const;
    return { ...ready, style: styleRequest(ready, styles) };
  };
}

function deckFiles(
  styles: FoundStyles,
  plugins: ResolvedPlugins,
  scripts: readonly ResolvedScript[],
): DeckFiles {
  return {
    styles: styles.all.map(({ address }) => address),
    pluginStyles: styles.pluginStyles.map(({ address }) => address),
    plugins: plugins.plugins,
    scripts: scripts.map(({ address }) => address),
    published: [...sheetsOf(styles), plugins, ...scripts].flatMap(({ published }) => published),
  };
}

const sheetsOf = ({ all, pluginStyles }: FoundStyles): FoundStyles['all'] => [...all, ...pluginStyles];

/** The stylesheet that a deck needs: its theme, and only the code styles that it uses. */
function styleRequest(ready: Omit<ReadyDeck, 'style'>, { theme, highlightTheme }: FoundStyles): StyleRequest {
  const { rendered, scripts } = ready;
  // Scripts of the author may add code.
  const hasCode = scripts === 'classic' || needsHighlightTheme(rendered);
  return {
    theme,
    highlightTheme: hasCode ? highlightTheme : undefined,
    codeStyles: findCodeStyles(rendered),
    math: rendered.features.includes('math'),
    ...(isOwnTheme(theme) && rendered.params.accent !== undefined && { accent: rendered.params.accent }),
    look: findLookParts(rendered),
    layouts: findLayouts(rendered),
    hasCriticalCss: theme !== 'custom' && canInlineCriticalCss(ready),
  };
}

const deckFolder = ({ deck }: RenderedDeck): string => path.posix.dirname(deck.outputPath);

function bringsScripts({ plugins, scripts }: DeckFiles): boolean {
  return scripts.length > 0 || plugins.some((plugin) => !isBuiltInPlugin(plugin));
}

function resolveFeatures(
  rendered: RenderedDeck,
  { requested, replaced }: ResolvedPlugins,
): readonly Feature[] {
  const kept = rendered.features.filter((feature) => !replaced.includes(feature));
  return [...new Set([...kept, ...requested])].sort();
}

function findPlugins(rendered: RenderedDeck, context: StyleContext): ResolvedPlugins {
  return resolvePlugins(rendered.params.plugins, locateParam(rendered, 'plugins'), {
    ...context,
    folder: deckFolder(rendered),
  });
}

function findScripts(rendered: RenderedDeck, context: StyleContext): readonly ResolvedScript[] {
  const location = locateParam(rendered, 'custom_js');
  const scriptContext = { ...context, folder: deckFolder(rendered) };
  return rendered.params.customJs.flatMap(
    (wanted) => resolveScript(wanted, 'custom_js', location, scriptContext) ?? [],
  );
}

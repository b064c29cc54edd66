/** Makes decks ready to be published: finds the files that their authors bring, and what follows from them. */
import path from 'node:path';
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';
import type {
  Deck,
  DeckFiles,
  Feature,
  Place,
  ReadyDeck,
  RenderedDeck,
  Report,
  StyleRequest,
} from '../types.ts';
import {
  isOwnPlugin,
  resolvePlugins,
  type ResolvedPlugins,
  resolveScript,
  type ResolvedScript,
} from './authors-scripts.ts';
import type { StyleTools } from './styles/authors-styles.ts';
import { codeStylesOf, needsHighlightTheme } from './styles/chroma-styles.ts';
import { findStyles, type FoundStyles } from './styles/deck-styles.ts';
import { isPainted, rememberFrames } from './styles/first-paint.ts';
import { missingPackages } from './packages.ts';
import { rememberCompiled } from './styles/scss-cache.ts';
import { createScssCompiler } from './styles/scss.ts';
import { createSiteFiles } from './site-files.ts';

/** Runs a stylesheet with actions of a template, on behalf of a deck. */
export type RunTemplate = (deck: Deck, source: SourceFile, report: Report) => string;

/** Where the files of a site are. */
export interface DeckFilesOptions {
  /** Absolute. */
  readonly root: string;
  readonly files: Files;
  readonly runTemplate?: RunTemplate | undefined;
}

/** Makes a rendered deck of a site ready to be published. */
export type FindDeckFiles = (rendered: RenderedDeck, site: Site) => ReadyDeck;

/** Finds the files of decks. Stylesheets that have not changed are compiled once. */
export function createDeckFiles({ root, files, runTemplate }: DeckFilesOptions): FindDeckFiles {
  const remember = rememberCompiled(files);
  const isFramed = rememberFrames(files);
  return (rendered, site) => {
    const diagnostics: Diagnostic[] = [];
    const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
    const siteFiles = createSiteFiles(files, site);
    const tools: StyleTools = {
      files: siteFiles,
      scss: remember(createScssCompiler(root, siteFiles)),
      runTemplate: (source) => runTemplate?.(rendered.deck, source, report) ?? source.text,
      report,
    };
    const styles = findStyles(rendered, tools);
    const plugins = findPlugins(rendered, tools);
    const found = deckFiles(styles, plugins, findScripts(rendered, tools));
    const needs = missingPackages(rendered, root);
    const ready = {
      rendered,
      features: featuresOf(rendered, plugins).filter((feature) => !needs.features.includes(feature)),
      files: found,
      // From a folder, browsers load no modules.
      scripts: site.config.relativeURLs || rendered.hasScripts || bringsScripts(found) ? 'classic' : 'module',
      usedFiles: [...rendered.usedFiles, ...sheetsOf(styles).flatMap(({ usedFiles }) => usedFiles)],
      diagnostics: [...rendered.diagnostics, ...diagnostics, ...needs.diagnostics],
    } as const;
    return { ...ready, style: styleRequest(ready, styles, isFramed(site)) };
  };
}

function deckFiles(
  styles: FoundStyles,
  plugins: ResolvedPlugins,
  scripts: readonly ResolvedScript[],
): DeckFiles {
  return {
    styles: styles.all.map(({ address }) => address),
    pluginStyles: styles.ofPlugins.map(({ address }) => address),
    plugins: plugins.plugins,
    scripts: scripts.map(({ address }) => address),
    published: [...sheetsOf(styles), plugins, ...scripts].flatMap(({ published }) => published),
  };
}

const sheetsOf = ({ all, ofPlugins }: FoundStyles): FoundStyles['all'] => [...all, ...ofPlugins];

/** What a deck asks of the bundle: the styles of its code and no others. */
function styleRequest(
  ready: Omit<ReadyDeck, 'style'>,
  { theme, highlightTheme }: FoundStyles,
  isFramed: boolean,
): StyleRequest {
  const { rendered, scripts } = ready;
  // Scripts of the author may bring code.
  const hasCode = scripts === 'classic' || needsHighlightTheme(rendered);
  return {
    theme,
    highlightTheme: hasCode ? highlightTheme : undefined,
    codeStyles: codeStylesOf(rendered),
    math: rendered.features.includes('math'),
    isPainted: theme !== 'custom' && !isFramed && isPainted(ready),
  };
}

const folderOf = ({ deck }: RenderedDeck): string => path.posix.dirname(deck.outputPath);

const placeOf = ({ params, deck }: RenderedDeck, param: string): Place =>
  params.places[param] ?? { source: deck.head.source, offset: 0 };

function bringsScripts({ plugins, scripts }: DeckFiles): boolean {
  return scripts.length > 0 || plugins.some((plugin) => !isOwnPlugin(plugin));
}

function featuresOf(rendered: RenderedDeck, { wanted, replaced }: ResolvedPlugins): readonly Feature[] {
  const kept = rendered.features.filter((feature) => !replaced.includes(feature));
  return [...new Set([...kept, ...wanted])].sort();
}

function findPlugins(rendered: RenderedDeck, tools: StyleTools): ResolvedPlugins {
  return resolvePlugins(rendered.params.plugins, placeOf(rendered, 'plugins'), {
    ...tools,
    folder: folderOf(rendered),
  });
}

function findScripts(rendered: RenderedDeck, tools: StyleTools): readonly ResolvedScript[] {
  const place = placeOf(rendered, 'custom_js');
  const scriptTools = { ...tools, folder: folderOf(rendered) };
  return rendered.params.customJs.flatMap(
    (wanted) => resolveScript(wanted, 'custom_js', place, scriptTools) ?? [],
  );
}

/** What a deck needs besides its page: the files that its author brings, the look and the features that follow from them. */
import path from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';
import type { Deck, DeckFiles, Place, RenderedDeck, StyleRequest } from '../types.ts';
import { isOwnPlugin, resolvePlugins, type ResolvedPlugins, resolveScript } from './authors-scripts.ts';
import type { StyleTools } from './styles/authors-styles.ts';
import { codeStylesOf, needsHighlightTheme } from './styles/chroma-styles.ts';
import { findStyles } from './styles/deck-styles.ts';
import { isPainted, rememberFrames } from './styles/first-paint.ts';
import { missingPackages } from './packages.ts';
import { rememberCompiled } from './styles/scss-cache.ts';
import { createScssCompiler } from './styles/scss.ts';
import { createSiteFiles } from './site-files.ts';

/** Runs a stylesheet with actions of a template, on behalf of a deck. */
export type RunTemplate = (deck: Deck, name: string, text: string) => string;

/** Where the files of a site are. */
export interface DeckFilesOptions {
  /** Absolute. */
  readonly root: string;
  readonly files: Files;
  readonly runTemplate?: RunTemplate | undefined;
}

/** A way from a rendered deck to one with its files. */
export type FindDeckFiles = (rendered: RenderedDeck, site: Site) => RenderedDeck;

/** Finds the files of decks. Stylesheets that have not changed are compiled once. */
export function createDeckFiles({ root, files, runTemplate }: DeckFilesOptions): FindDeckFiles {
  const remember = rememberCompiled(files);
  const isFramed = rememberFrames(files);
  return (rendered, site) => {
    const diagnostics: Diagnostic[] = [];
    const siteFiles = createSiteFiles(files, site);
    const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
    const tools: StyleTools = {
      files: siteFiles,
      scss: remember(createScssCompiler(root, siteFiles)),
      runTemplate: (name, text) => runTemplate?.(rendered.deck, name, text) ?? text,
      report,
    };
    const styles = findStyles(rendered, tools);
    const plugins = findPlugins(rendered, tools);
    const scripts = rendered.params.customJs.flatMap(
      (wanted) =>
        resolveScript(wanted, 'custom_js', placeOf(rendered, 'custom_js'), {
          ...tools,
          folder: folderOf(rendered),
        }) ?? [],
    );
    const needs = missingPackages(rendered, root);
    const all = [...styles.all, ...styles.ofPlugins];
    const found: DeckFiles = {
      styles: styles.all.map(({ address }) => address),
      pluginStyles: styles.ofPlugins.map(({ address }) => address),
      plugins: plugins.plugins,
      scripts: scripts.map(({ address }) => address),
      published: [...all, plugins, ...scripts].flatMap(({ published }) => published),
    };
    const scripted = bringsScripts(found) ? 'classic' : rendered.scripts;
    const whole = { ...rendered, style: styles.request, files: found, scripts: scripted } as const;
    return {
      ...whole,
      style: { ...withCode(styles.request, whole), isPainted: !isFramed(site) && isPainted(whole) },
      features: featuresOf(rendered, plugins).filter((feature) => !needs.features.includes(feature)),
      usedFiles: [...rendered.usedFiles, ...all.flatMap(({ usedFiles }) => usedFiles)],
      diagnostics: [...rendered.diagnostics, ...diagnostics, ...needs.diagnostics],
    };
  };
}

/** With the styles that its code stands in, and no others. */
function withCode({ highlightTheme, ...request }: StyleRequest, rendered: RenderedDeck): StyleRequest {
  return {
    ...request,
    highlightTheme: needsHighlightTheme(rendered) ? highlightTheme : undefined,
    codeStyles: codeStylesOf(rendered),
  };
}

const folderOf = ({ deck }: RenderedDeck): string => path.posix.dirname(deck.outputPath);

const placeOf = ({ params, deck }: RenderedDeck, param: string): Place =>
  params.places[param] ?? { source: deck.head.source, offset: 0 };

function bringsScripts({ plugins, scripts }: DeckFiles): boolean {
  return scripts.length > 0 || plugins.some((plugin) => !isOwnPlugin(plugin));
}

function featuresOf(rendered: RenderedDeck, { wanted, replaced }: ResolvedPlugins): RenderedDeck['features'] {
  const kept = rendered.features.filter((feature) => !replaced.includes(feature));
  return [...new Set([...kept, ...wanted])].sort();
}

function findPlugins(rendered: RenderedDeck, tools: StyleTools): ResolvedPlugins {
  return resolvePlugins(rendered.params.plugins, placeOf(rendered, 'plugins'), {
    ...tools,
    folder: folderOf(rendered),
  });
}

/** What a deck needs besides its page: the files that its author brings, the look and the features that follow from them. */
import path from 'node:path';
import { attempt, type Diagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Site } from '../pipeline.ts';
import type { Deck, DeckFiles, Place, RenderedDeck, StyleRequest } from '../types.ts';
import {
  isOwnPlugin,
  isOwnPluginStyle,
  resolvePlugins,
  type ResolvedPlugins,
  resolveScript,
} from './authors-scripts.ts';
import {
  type ResolvedStyle,
  resolveStyle,
  type StyleInput,
  type StyleTools,
} from './styles/authors-styles.ts';
import { unknownHighlightTheme } from './styles/code-styles.ts';
import { isPainted, rememberFrames } from './styles/first-paint.ts';
import { themeFile } from './styles/looks.ts';
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
      style: { ...styles.request, isPainted: !isFramed(site) && isPainted(whole) },
      features: featuresOf(rendered, plugins).filter((feature) => !needs.features.includes(feature)),
      usedFiles: [...rendered.usedFiles, ...all.flatMap(({ usedFiles }) => usedFiles)],
      diagnostics: [
        ...rendered.diagnostics,
        ...diagnostics,
        ...needs.diagnostics,
        ...unknownHighlightTheme(rendered),
      ],
    };
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

interface FoundStyles {
  readonly request: StyleRequest;
  /** The custom theme, then what is laid over it. */
  readonly all: readonly ResolvedStyle[];
  readonly ofPlugins: readonly ResolvedStyle[];
}

/** One of reveal.js's themes, by the path that it has in reveal-hugo. */
const REVEAL_THEME_RE = /(?:^|\/)reveal-?js\/(?:dist|css)\/theme\/([a-z-]+)\.css$/;

function findStyles(rendered: RenderedDeck, tools: StyleTools): FoundStyles {
  const { params, style } = rendered;
  const find = (wanted: string, param: string, more: Partial<StyleInput> = {}): ResolvedStyle[] => {
    const place = placeOf(rendered, param);
    const compiles = /\.s[ac]ss$/i.test(wanted);
    const folder = folderOf(rendered);
    const plain = { path: wanted, param, place, compiles, options: {}, folder, fallback: 'without it' };
    const input = { ...plain, ...more };
    // One that can't be compiled does not keep the deck from being looked at for more.
    const found = attempt(() => resolveStyle(input, tools), tools.report);
    return found ? [found] : [];
  };
  const laidOver = params.customCss.flatMap((wanted) => find(wanted, 'custom_css'));
  const ofPlugins = params.plugins.flatMap(({ css }) =>
    css
      .filter((wanted) => !isOwnPluginStyle(wanted) || tools.files.find(wanted) !== undefined)
      .flatMap((wanted) => find(wanted, 'plugins')),
  );
  const wanted = params.customTheme;
  if (wanted === undefined) return { request: style, all: laidOver, ofPlugins };
  const own = REVEAL_THEME_RE.exec(wanted)?.[1];
  if (own !== undefined && themeFile(own) && tools.files.find(wanted) === undefined)
    return { request: { ...style, theme: own }, all: laidOver, ofPlugins };
  const themes = find(wanted, 'custom_theme', {
    compiles: params.compilesTheme,
    options: params.themeOptions,
    fallback: `in the theme "${params.theme}"`,
  });
  const [theme] = themes;
  return {
    request: theme ? { ...style, theme: theme.base } : style,
    all: [...themes, ...laidOver],
    ofPlugins,
  };
}

function findPlugins(rendered: RenderedDeck, tools: StyleTools): ResolvedPlugins {
  return resolvePlugins(rendered.params.plugins, placeOf(rendered, 'plugins'), {
    ...tools,
    folder: folderOf(rendered),
  });
}

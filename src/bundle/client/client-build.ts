/** Bundles the client with Vite, once for all decks of a site. */
import path from 'node:path';
import type { InlineConfig, Rolldown } from 'vite';
import type { CriticalCss, FontFile } from '../../types.ts';
import { ASSETS_FOLDER, type ClientManifest, type ListFiles } from './client-manifest.ts';
import { clientPlugin } from './client-plugin.ts';
import { CLIENT_MODULE, type ClientRequest, COMPANION_MODULE } from './client-modules.ts';
import { writeNotices } from './notices.ts';
import { speakerViewPlugin } from './speaker-view.ts';
import { criticalCssName, listFontFiles, type Look, styleName } from '../styles/stylesheets.ts';
import { StyleModules } from '../styles/style-modules.ts';
import { clientFolder, dependencyFolder } from '../package-folder.ts';
import { splitConditionalRules } from '../styles/theme-styles.ts';

/** Writes the client to `folder`. */
export async function bundleClient(request: ClientRequest, folder: string): Promise<ClientManifest> {
  const sheets = new StyleModules();
  const styles = Object.fromEntries(request.styles.map((style) => [styleName(style), sheets.style(style)]));
  const isRequested = (scripts: 'module' | 'classic'): boolean => request.scripts.includes(scripts);
  const modules = isRequested('module') ? { client: CLIENT_MODULE } : {};
  const criticalLooks = listCriticalLooks(request);
  const criticalEntries = Object.fromEntries(
    criticalLooks.map((look) => [criticalCssName(look), sheets.criticalCss(look)]),
  );
  const miniature = request.hasList ? { miniature: listFile('miniature.css') } : {};
  const input = { ...modules, ...styles, ...criticalEntries, ...miniature };
  const main = await run(folder, { input }, [clientPlugin(() => request, sheets), speakerViewPlugin()]);
  // Separate bundles: a chunk shared by two entries would be one more request for both.
  const companion = isRequested('classic') ? await bundleCompanion(request, folder) : [];
  const classic = isRequested('classic') ? await bundleClassic(folder) : [];
  const list = request.hasList ? await bundleList(request, folder) : [];
  // Critical CSS is inlined in pages, so it is not a file of the output.
  const embedded = criticalLooks.map((look) => findStylesheet(main, criticalCssName(look)));
  const all = [...main, ...companion, ...classic, ...list];
  const files = all.filter(({ fileName }) => !embedded.includes(fileName));
  const packages = listStylePackages(request);
  const notices = writeNotices({ folder, assets: ASSETS_FOLDER, files: all, packages });
  return {
    script: isRequested('module') ? findEntry(main, 'client') : undefined,
    classic: isRequested('classic')
      ? { script: findEntry(classic, 'classic'), companion: findEntry(companion, 'companion') }
      : undefined,
    list: request.hasList ? listFiles(list, findStylesheet(main, 'miniature')) : undefined,
    styles: Object.fromEntries(Object.keys(styles).map((name) => [name, findStylesheet(main, name)])),
    criticalCss: Object.fromEntries(
      criticalLooks.map((look) => [criticalCssName(look), readCriticalCss(main, look)]),
    ),
    files: [...new Set([...files.map(({ fileName }) => fileName), notices])],
  };
}

/** The folders of the packages whose styles are parts of the stylesheets. */
function listStylePackages({ styles, packages }: ClientRequest): readonly string[] {
  const hasCode = styles.some(({ highlightTheme }) => highlightTheme !== undefined);
  const katex = styles.some(({ math }) => math) ? packages.katex : undefined;
  return [
    dependencyFolder('reveal.js'),
    ...(hasCode ? [dependencyFolder('highlight.js')] : []),
    ...(katex === undefined ? [] : [katex]),
  ];
}

function listCriticalLooks({ styles }: ClientRequest): readonly Look[] {
  const looks = styles.filter(
    ({ hasCriticalCss, theme, isForPhones }) => hasCriticalCss && theme !== 'custom' && !isForPhones,
  );
  return [...new Map(looks.map((look) => [criticalCssName(look), look])).values()];
}

function readCriticalCss(files: OutputFiles, look: Look): CriticalCss {
  const sheet = findStylesheet(files, criticalCssName(look));
  const css = files.flatMap((file) =>
    file.type === 'asset' && file.fileName === sheet ? [file.source] : [],
  );
  const fonts = listFontFiles(look).flatMap((font): FontFile[] => {
    const file = files.find((asset) => asset.type === 'asset' && asset.names.includes(font.path));
    return file ? [{ ...font, path: file.fileName }] : [];
  });
  return { ...splitConditionalRules(css.map(String).join('')), fonts };
}

/** Writes the classic script to `folder`, as a single chunk because it is not a module. */
export async function bundleClassic(folder: string): Promise<OutputFiles> {
  const input = { classic: path.join(clientFolder(), 'classic.ts') };
  return run(folder, { input, output: SINGLE_CHUNK }, []);
}

const listFile = (name: string): string => path.join(clientFolder(), 'list', name);

/** Bundles the deck list. Its search is loaded on first use, except from disk. */
function bundleList({ isForDisk }: ClientRequest, folder: string): Promise<OutputFiles> {
  const input = { list: listFile('main.ts') };
  return run(folder, { input, ...(isForDisk && { output: SINGLE_CHUNK }) }, [
    clientPlugin(() => EMPTY_REQUEST),
  ]);
}

function listFiles(files: OutputFiles, miniatureStyle: string): ListFiles {
  const script = findEntry(files, 'list');
  const all = files.map(({ fileName }) => ({ file: fileName, namedBy: script }));
  return { script, miniatureStyle, files: [...all, { file: miniatureStyle, namedBy: miniatureStyle }] };
}

const EMPTY_REQUEST = {
  features: [],
  packages: { katex: undefined, mermaid: undefined },
  parts: [],
  subsets: [],
};

const SINGLE_CHUNK = { format: 'iife', codeSplitting: false } as const;

function bundleCompanion(request: ClientRequest, folder: string): Promise<OutputFiles> {
  const input = { companion: COMPANION_MODULE };
  return run(folder, { input, ...(request.isForDisk && { output: SINGLE_CHUNK }) }, [
    clientPlugin(() => request),
    // A script that is opened from disk knows no address of its own.
    ...(request.isForDisk ? [] : [speakerViewPlugin()]),
  ]);
}

type OutputFiles = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];
type Options = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>;

async function run(
  folder: string,
  rolldownOptions: Options,
  plugins: NonNullable<InlineConfig['plugins']>,
): Promise<OutputFiles> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: clientFolder(),
    // With relative addresses the bundle works below any path, whatever the base URL is.
    base: './',
    publicDir: false,
    // The error is thrown, too.
    logLevel: 'silent',
    css: { transformer: 'lightningcss' },
    plugins,
    build: {
      outDir: folder,
      assetsDir: ASSETS_FOLDER,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      // The preload helper would be larger than most chunks.
      modulePreload: false,
      reportCompressedSize: false,
      // mermaid has chunks of half a megabyte, which are loaded on demand.
      chunkSizeWarningLimit: Infinity,
      rolldownOptions,
    },
  });
  if (!('output' in result)) throw new Error('Vite did not return a single bundle');
  return result.output;
}

function findEntry(files: OutputFiles, name: string): string {
  const found = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === name);
  if (!found) throw new Error(`the bundle has no entry ${name}`);
  return found.fileName;
}

function findStylesheet(files: OutputFiles, name: string): string {
  const found = files.find((file) => file.type === 'asset' && file.names.includes(`${name}.css`));
  if (!found) throw new Error(`the bundle has no stylesheet ${name}`);
  return found.fileName;
}

/** Bundles the client with Vite: once for all decks of a site, whatever their number. */
import path from 'node:path';
import type { InlineConfig, Rolldown } from 'vite';
import { clientPlugin } from './client-plugin.ts';
import { CLIENT_MODULE, type ClientRequest, COMPANION_MODULE } from './client-modules.ts';
import { styleModule, styleName } from './looks.ts';
import { clientFolder } from './package-folder.ts';

/** A bundle: its files below the destination, and which of them are the entries. */
export interface ClientManifest {
  /** The module that starts a deck; `undefined` where no deck asks for it. */
  readonly script: string | undefined;
  /** The scripts of decks with scripts of their author; `undefined` where there are none. */
  readonly classic: { readonly script: string; readonly companion: string } | undefined;
  /** By the name of the look. */
  readonly styles: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** The folder of the bundle below the destination. It is ours alone: what an earlier build left there is deleted. */
export const ASSETS_FOLDER = 'deck-assets';

/** Writes the client below `folder`. */
export async function bundleClient(request: ClientRequest, folder: string): Promise<ClientManifest> {
  const styles = Object.fromEntries(request.styles.map((style) => [styleName(style), styleModule(style)]));
  const isAsked = (scripts: 'module' | 'classic'): boolean => request.scripts.includes(scripts);
  const modules = isAsked('module') ? { client: CLIENT_MODULE } : {};
  const main = await bundle(request, folder, { ...modules, ...styles });
  // A bundle of its own each: what two entries share would be a request more for either.
  const companion = isAsked('classic') ? await bundle(request, folder, { companion: COMPANION_MODULE }) : [];
  const classic = isAsked('classic') ? await bundleClassic(folder) : [];
  const files = [...main, ...companion, ...classic];
  return {
    script: isAsked('module') ? entryOf(main, 'client') : undefined,
    classic: isAsked('classic')
      ? { script: entryOf(classic, 'classic'), companion: entryOf(companion, 'companion') }
      : undefined,
    styles: Object.fromEntries(Object.keys(styles).map((name) => [name, sheetOf(main, name)])),
    files: [...new Set(files.map(({ fileName }) => fileName))],
  };
}

/** Writes the classic script below `folder`: of one piece, because it is no module. */
export async function bundleClassic(folder: string): Promise<OutputFiles> {
  const input = { classic: path.join(clientFolder(), 'classic.ts') };
  return run(folder, { input, output: { format: 'iife', codeSplitting: false } }, []);
}

type OutputFiles = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];
type Options = NonNullable<NonNullable<InlineConfig['build']>['rolldownOptions']>;

function bundle(
  request: ClientRequest,
  folder: string,
  input: Readonly<Record<string, string>>,
): Promise<OutputFiles> {
  return run(folder, { input }, [clientPlugin(() => request)]);
}

async function run(
  folder: string,
  rolldownOptions: Options,
  plugins: NonNullable<InlineConfig['plugins']>,
): Promise<OutputFiles> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: clientFolder(),
    // Relative addresses: the site works below any path, whatever its base URL says.
    base: './',
    publicDir: false,
    logLevel: 'error',
    css: { transformer: 'lightningcss' },
    plugins,
    build: {
      outDir: folder,
      assetsDir: ASSETS_FOLDER,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // mermaid has chunks of half a megabyte; they are loaded for the diagrams that need them.
      chunkSizeWarningLimit: Infinity,
      rolldownOptions,
    },
  });
  return (result as Rolldown.RolldownOutput).output;
}

function entryOf(files: OutputFiles, name: string): string {
  const found = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === name);
  if (!found) throw new Error(`the bundle has no entry ${name}`);
  return found.fileName;
}

function sheetOf(files: OutputFiles, name: string): string {
  const found = files.find((file) => file.type === 'asset' && file.names.includes(`${name}.css`));
  if (!found) throw new Error(`the bundle has no stylesheet ${name}`);
  return found.fileName;
}

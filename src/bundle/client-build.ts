/** Bundles the client with Vite: once for all decks of a site, whatever their number. */
import type { Rolldown } from 'vite';
import { clientPlugin } from './client-plugin.ts';
import { CLIENT_MODULE, type ClientRequest } from './client-modules.ts';
import { styleModule, styleName } from './looks.ts';
import { clientFolder } from './package-folder.ts';

/** A bundle: its files below the destination, and which of them are the entries. */
export interface ClientManifest {
  readonly script: string;
  /** By the name of the look. */
  readonly styles: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** The folder of the bundle below the destination. It is ours alone: what an earlier build left there is deleted. */
export const ASSETS_FOLDER = 'deck-assets';

/** Writes the client below `folder`. */
export async function bundleClient(request: ClientRequest, folder: string): Promise<ClientManifest> {
  const { build } = await import('vite');
  const styles = request.styles.map((style) => [styleName(style), styleModule(style)]);
  const result = await build({
    configFile: false,
    root: clientFolder(),
    // Relative addresses: the site works below any path, whatever its base URL says.
    base: './',
    publicDir: false,
    logLevel: 'error',
    css: { transformer: 'lightningcss' },
    plugins: [clientPlugin(() => request.features)],
    build: {
      outDir: folder,
      assetsDir: ASSETS_FOLDER,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: { client: CLIENT_MODULE, ...Object.fromEntries(styles) } },
    },
  });
  return manifestOf((result as Rolldown.RolldownOutput).output, request);
}

type OutputFiles = Rolldown.RolldownOutput['output'];

function manifestOf(files: OutputFiles, { styles }: ClientRequest): ClientManifest {
  const script = files.find((file) => file.type === 'chunk' && file.isEntry && file.name === 'client');
  if (!script) throw new Error('the bundle has no client');
  const sheet = (name: string): string => {
    const found = files.find((file) => file.type === 'asset' && file.names.includes(`${name}.css`));
    if (!found) throw new Error(`the bundle has no stylesheet ${name}`);
    return found.fileName;
  };
  return {
    script: script.fileName,
    styles: Object.fromEntries(styles.map(styleName).map((name) => [name, sheet(name)])),
    files: files.map(({ fileName }) => fileName),
  };
}

/** The Vite plugin for the generated modules of a site: the client's entries and the stylesheets. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { clientModule, type ClientRequest, isClientModule } from './client-modules.ts';
import { StyleModules } from '../styles/style-modules.ts';

/**
 * Vite's wrapper for dynamic imports, which loads the stylesheets of a chunk. Ours have none, and the wrapper is larger
 * than most of the chunks.
 */
const PRELOAD_HELPER = 'vite/preload-helper';

/** Creates the plugin. `request` is called for each module; `sheets` are the stylesheets, none by default. */
export function clientPlugin(
  request: () => Pick<ClientRequest, 'features' | 'packages' | 'parts' | 'subsets'>,
  sheets = new StyleModules(),
): Plugin {
  return {
    name: 'deckwright:client',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:virtual:deckwright\/|mermaid$)/ },
      handler(id) {
        if (isClientModule(id)) return `\0${id}`;
        const { mermaid } = request().packages;
        // This build includes its dependencies, and loads a chunk for each kind of diagram.
        return id === 'mermaid' && mermaid !== undefined
          ? path.join(mermaid, 'dist', 'mermaid.esm.min.mjs')
          : undefined;
      },
    },
    load: {
      filter: { id: /vite\/preload-helper|virtual:deckwright\/|(?:deck|first-slide)\.css\?/ },
      handler(id) {
        if (id.includes(PRELOAD_HELPER)) return 'export const __vitePreload = (load) => load();';
        const { features, ...sources } = request();
        if (id.startsWith('\0') && isClientModule(id.slice(1))) return clientModule(id.slice(1), features);
        return sheets.load(id, sources);
      },
    },
  };
}

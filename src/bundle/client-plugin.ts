/** Hands Vite the modules that are written for a site: the client's entries, and a stylesheet for each look. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { clientModule, type ClientRequest, isClientModule } from './client-modules.ts';
import { readStyleModule, styleSheet } from './looks.ts';

/** `request` is asked for each module. */
export function clientPlugin(request: () => Pick<ClientRequest, 'features' | 'packages'>): Plugin {
  return {
    name: 'deckwright:client',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:virtual:deckwright\/|mermaid$)/ },
      handler(id) {
        if (isClientModule(id)) return `\0${id}`;
        const { mermaid } = request().packages;
        // Of one piece with its own packages, in chunks that it loads by the kind of diagram.
        return id === 'mermaid' && mermaid !== undefined
          ? path.join(mermaid, 'dist', 'mermaid.esm.min.mjs')
          : undefined;
      },
    },
    load: {
      filter: { id: /virtual:deckwright\/|deck\.css\?/ },
      handler(id) {
        const { features, packages } = request();
        if (id.startsWith('\0') && isClientModule(id.slice(1))) return clientModule(id.slice(1), features);
        const style = readStyleModule(id);
        return style && styleSheet(style, packages);
      },
    },
  };
}

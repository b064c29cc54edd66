/** Hands Vite the modules that are written for a site: the client's entry, and a stylesheet for each look. */
import type { Plugin } from 'vite';
import type { Feature } from '../types.ts';
import { CLIENT_MODULE, clientModule } from './client-modules.ts';
import { readStyleModule, styleSheet } from './looks.ts';

export function clientPlugin(features: () => readonly Feature[]): Plugin {
  return {
    name: 'deckwright:client',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^virtual:deckwright\// },
      handler: (id) => (id === CLIENT_MODULE ? `\0${CLIENT_MODULE}` : undefined),
    },
    load: {
      filter: { id: /virtual:deckwright\/|deck\.css\?/ },
      handler(id) {
        if (id === `\0${CLIENT_MODULE}`) return clientModule(features());
        const style = readStyleModule(id);
        return style && styleSheet(style);
      },
    },
  };
}

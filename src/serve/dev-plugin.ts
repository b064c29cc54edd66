/** Answers the requests of a Vite server with the pages and files of a site. */
import type { Plugin } from 'vite';
import type { DevServer } from './dev-server.ts';

/** Creates the plugin. `create` is called whenever Vite starts. */
export function devPlugin(create: (base: string) => DevServer): Plugin {
  return {
    name: 'deckwright:dev',
    apply: 'serve',
    configureServer(server) {
      const dev = create(server.config.base);
      // Before Vite's middlewares, which only serve our modules.
      server.middlewares.use((request, response, next) => dev.answer(request, response, next));
      dev.attach(server);
    },
  };
}

/** How Vite is set up for the two servers. */
import path from 'node:path';
import type { UserConfig } from 'vite';
import { fontFolders } from './fonts.ts';
import type { DeckwrightOptions, ListenOptions, OpenSite } from './open-site.ts';
import { dependencyFolder, packageFolder } from './package-folder.ts';

type ServerOptions = DeckwrightOptions & ListenOptions;

/** Hugo's port, so that an author finds the deck where it was. */
const DEV_PORT = 1313;

/** What both servers share. */
function sharedConfig({ root, site }: OpenSite, { quiet }: ServerOptions): UserConfig {
  return { root, base: site.config.basePath, clearScreen: false, logLevel: quiet ? 'warn' : 'info' };
}

/** The dev server: Vite serves the client module by module, the dev plugin serves the decks. */
export function devConfig(open: OpenSite, options: ServerOptions): UserConfig {
  const { root, destination, site } = open;
  const { port = DEV_PORT, host } = options;
  const [staticDir] = site.config.staticDirs;
  return {
    ...sharedConfig(open, options),
    appType: 'custom',
    publicDir: staticDir === undefined ? false : path.resolve(root, staticDir),
    server: {
      port,
      ...(host !== undefined && { host }),
      // What a build writes is no change of the site.
      watch: { ignored: [`${destination}/**`] },
      fs: { allow: [root, packageFolder(), dependencyFolder('reveal.js'), ...fontFolders()] },
    },
    // reveal.js is one module already; without the optimizer the server is up at once.
    optimizeDeps: { noDiscovery: true, include: [] },
  };
}

/** The preview: folders are answered with their index.html. */
export function previewConfig(open: OpenSite, options: ServerOptions): UserConfig {
  const { port, host } = options;
  return {
    ...sharedConfig(open, options),
    appType: 'mpa',
    build: { outDir: open.destination },
    preview: { ...(port !== undefined && { port }), ...(host !== undefined && { host }) },
  };
}

/** How Vite is set up for the two servers. */
import type { UserConfig } from 'vite';
import { fontFolders } from '../styles/fonts.ts';
import type { DeckwrightOptions, ListenOptions, OpenSite } from '../open-site.ts';
import { dependencyFolder, packageFolder } from '../package-folder.ts';
import { clientPackages } from '../packages.ts';

type ServerOptions = DeckwrightOptions & ListenOptions;

/** Hugo's port, so that an author finds the deck where it was. */
const DEV_PORT = 1313;

/** What both servers share. */
function sharedConfig({ root, site }: OpenSite, { quiet }: ServerOptions): UserConfig {
  return { root, base: site.config.basePath, clearScreen: false, logLevel: quiet ? 'warn' : 'info' };
}

/** The dev server: Vite serves the client module by module, the dev plugin serves the decks. */
export function devConfig(open: OpenSite, options: ServerOptions): UserConfig {
  const { root, destination } = open;
  const { port = DEV_PORT, host } = options;
  const packages = [
    ...['reveal.js', 'highlight.js'].map(dependencyFolder),
    ...Object.values(clientPackages(root)).filter((folder) => folder !== undefined),
  ];
  return {
    ...sharedConfig(open, options),
    appType: 'custom',
    // The dev plugin knows where each static file is seen.
    publicDir: false,
    server: {
      port,
      ...(host !== undefined && { host }),
      // What a build writes is no change of the site.
      watch: { ignored: [`${destination}/**`] },
      fs: { allow: [root, packageFolder(), ...packages, ...fontFolders()] },
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

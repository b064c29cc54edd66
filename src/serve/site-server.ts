/** Vite with our plugins around one site, and nothing of a Vite project. */
import path from 'node:path';
import type { Plugin, UserConfig, ViteDevServer } from 'vite';
import { allFeatures } from '../types.ts';
import { clientPlugin } from '../bundle/client/client-plugin.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { dependencyFolder, packageFolder } from '../bundle/package-folder.ts';
import { clientPackages } from '../bundle/packages.ts';
import { allSubsets } from '../bundle/styles/fonts.ts';
import { allParts } from '../bundle/styles/reveal-styles.ts';
import { StyleModules } from '../bundle/styles/style-modules.ts';
import { devPlugin, type DevOptions } from './dev-plugin.ts';
import { chooseEditor } from './editor.ts';
import { guardRequests } from './guard.ts';
import { moduleFolders } from './vite-config.ts';

/** What such a server is made with. */
export interface SiteServerOptions extends DevOptions {
  /** Opens the site: at the start, and whenever the server starts again, as it does for another base URL. */
  readonly open: () => OpenSite;
  /** How Vite is set up for it. */
  readonly config: (open: OpenSite) => UserConfig;
}

/** Makes a server that answers for a site; it does not listen yet. */
export async function createSiteServer({
  open: openAnew,
  config,
  ...options
}: SiteServerOptions): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  // Set below: Vite asks for its configuration first, and again whenever it starts again.
  let open: OpenSite;
  const sheets = new StyleModules();
  const site: Plugin = {
    name: 'deckwright:site',
    config: () => config((open = openAnew())),
    configureServer: ({ watcher }) => void watcher.add(open.root),
  };
  return createServer({
    configFile: false,
    // A deck may begin to need a feature while it is open, so all of them are at hand.
    plugins: [
      site,
      guardPlugin(() => open),
      clientPlugin(
        () => ({
          features: allFeatures,
          packages: clientPackages(open.root),
          parts: allParts,
          subsets: allSubsets(),
        }),
        sheets,
      ),
      devPlugin(() => open, sheets, options),
    ],
  });
}

/** Stands in front of all that answers. `open` is asked anew whenever the server starts. */
function guardPlugin(open: () => OpenSite): Plugin {
  return {
    name: 'deckwright:guard',
    apply: 'serve',
    configureServer({ middlewares, config: { base, logger } }) {
      const { root } = open();
      const own = ['layouts', 'themes'].map((name) => path.join(packageFolder(), name));
      const folders = {
        moduleFolders: [...moduleFolders(root), path.join(dependencyFolder('vite'), 'dist', 'client')],
        editableFolders: [root, ...own],
      };
      middlewares.use(guardRequests({ base, ...folders }));
      middlewares.use(chooseEditor(base, (text) => logger.warn(text, { timestamp: true })));
    },
  };
}

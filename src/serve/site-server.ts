/** Creates the Vite server of one site, with our plugins and without the configuration of a Vite project. */
import path from 'node:path';
import type { Plugin, UserConfig, ViteDevServer } from 'vite';
import { allFeatures } from '../types.ts';
import { clientPlugin } from '../bundle/client/client-plugin.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { resolveLinks } from '../write/destination.ts';
import { dependencyFolder, packageFolder } from '../bundle/package-folder.ts';
import { clientPackages } from '../bundle/packages.ts';
import { allSubsets } from '../bundle/styles/fonts.ts';
import { allParts } from '../bundle/styles/reveal-styles.ts';
import { StyleModules } from '../bundle/styles/style-modules.ts';
import { devPlugin } from './dev-plugin.ts';
import { type DevOptions, DevServer } from './dev-server.ts';
import { chooseEditor } from './editor.ts';
import { guardRequests } from './guard.ts';
import { answerOutside } from './outside-base.ts';
import { guardSockets, keepPages } from './page-messages.ts';
import { WatchLimits } from './watch-limits.ts';
import { moduleFolders } from './vite-config.ts';

/** Options of the server. */
export interface SiteServerOptions extends DevOptions {
  /** Opens the site, at the start and on each restart, such as after a change of the base URL. */
  readonly open: () => OpenSite;
  /** Creates the configuration of Vite for the site. */
  readonly config: (open: OpenSite) => UserConfig;
  /** What has served pages of the site before, and goes on to do so. */
  readonly started?: StartedSite;
}

/** A site that is served before Vite is loaded. */
export interface StartedSite {
  readonly open: OpenSite;
  readonly sheets: StyleModules;
  readonly dev: DevServer;
}

/** Creates the Vite server of a site, as a middleware of an HTTP server. */
export async function createSiteServer({
  open: openAgain,
  config,
  started,
  ...options
}: SiteServerOptions): Promise<ViteDevServer> {
  const { createLogger, createServer, normalizePath } = await import('vite');
  // Assigned below: Vite calls `config` first, and again on each restart.
  let open: OpenSite;
  let first = started;
  const { sheets } = started ?? { sheets: new StyleModules() };
  const createDev = (base: string): DevServer => {
    const dev = first?.dev ?? new DevServer({ open, base, sheets }, options);
    first = undefined;
    return dev;
  };
  const limits = new WatchLimits();
  const site: Plugin = {
    name: 'deckwright:site',
    config: () => {
      const settings = config((open = first?.open ?? openAgain()));
      const logger = settings.customLogger ?? createLogger(settings.logLevel, { allowClearScreen: false });
      const watch = { ...settings.server?.watch, ...limits.settings() };
      return { ...settings, customLogger: limits.logger(logger), server: { ...settings.server, watch } };
    },
    configureServer: () => limits.started(() => void starting.then((server) => server.restart())),
    // Vite watches the dependencies of its configuration, and the watcher's `ready` waits for them.
    configResolved: ({ configFileDependencies }) =>
      void configFileDependencies.push(normalizePath(resolveLinks(open.root))),
  };
  const starting = createServer({
    configFile: false,
    // All features are included, because an open deck may need another one after a change.
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
      devPlugin(createDev),
    ],
  });
  return starting;
}

/** Creates the plugin with the guard, before all other middlewares. `open` is called whenever the server starts. */
function guardPlugin(open: () => OpenSite): Plugin {
  return {
    name: 'deckwright:guard',
    apply: 'serve',
    configureServer(server) {
      const {
        middlewares,
        config: { base, logger },
      } = server;
      guardSockets(server);
      keepPages(server);
      const { root } = open();
      const own = ['layouts', 'themes'].map((name) => path.join(packageFolder(), name));
      const folders = {
        moduleFolders: [...moduleFolders(root), path.join(dependencyFolder('vite'), 'dist', 'client')],
        editableFolders: [root, ...own],
      };
      middlewares.use(guardRequests({ base, ...folders }));
      middlewares.use(answerOutside(base));
      middlewares.use(chooseEditor(base, (text) => logger.warn(text, { timestamp: true })));
    },
  };
}

/** deckwright as a Vite plugin: the commands are this plugin with a configuration around it. */
import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { ASSETS_FOLDER, buildPlugin } from './build-plugin.ts';
import {
  CLIENT_MODULE,
  clientModule,
  featuresOf,
  readStyleModule,
  styleModule,
  styleName,
  stylesOf,
  styleSheet,
} from './client-modules.ts';
import { devPlugin } from './dev-plugin.ts';
import { type DeckwrightOptions, type OpenSite, openSite, renderSite, type Session } from './open-site.ts';
import { dependencyFolder, packageFolder } from './package-folder.ts';
import { allFeatures } from '../types.ts';

/** Hugo's port, so that an author finds the deck where it was. */
const DEV_PORT = 1313;

/**
 * Makes a Vite project of an author's folder: `vite build` writes the site, `vite` serves it live, `vite preview`
 * serves what was built.
 *
 * @example
 * import { deckPlugin } from 'deckwright';
 * export default { plugins: [deckPlugin({ source: 'talks' })] };
 */
export function deckPlugin(options: DeckwrightOptions = {}): Plugin[] {
  let session: Session | undefined;
  const current = (): Session => {
    if (!session) throw new Error('the plugin was asked for its site before Vite was configured');
    return session;
  };
  const main: Plugin = {
    name: 'deckwright',
    enforce: 'pre',
    config(user, { command, isPreview }) {
      const root = path.resolve(options.source ?? user.root ?? '.');
      const open = openSite(options, root);
      session = { options, open };
      if (isPreview) return previewConfig(open);
      if (command === 'serve') return devConfig(open, user.server?.port ?? DEV_PORT);
      session = { ...session, rendered: renderSite(open, options.strict ?? false) };
      return buildConfig(session);
    },
    resolveId: {
      filter: { id: /^virtual:deckwright\// },
      handler: (id) => (id === CLIENT_MODULE ? `\0${CLIENT_MODULE}` : undefined),
    },
    load: {
      filter: { id: /deckwright|deck\.css/ },
      handler(id) {
        if (id === `\0${CLIENT_MODULE}`)
          return clientModule(session?.rendered ? featuresOf(session.rendered.decks) : allFeatures);
        const style = readStyleModule(id);
        return style && styleSheet(style);
      },
    },
  };
  return [main, buildPlugin(current), devPlugin(current)];
}

const sharedConfig = { appType: 'custom', clearScreen: false } satisfies UserConfig;

function buildConfig({ open, rendered, options }: Session): UserConfig {
  const styles = stylesOf(rendered?.decks ?? []).map((style) => [styleName(style), styleModule(style)]);
  return {
    ...sharedConfig,
    root: open.root,
    // Relative addresses: the site works below any path, whatever its base URL says.
    base: './',
    publicDir: false,
    css: { transformer: 'lightningcss' },
    logLevel: options.quiet ? 'error' : 'warn',
    build: {
      outDir: open.destination,
      assetsDir: ASSETS_FOLDER,
      // What others have put there is not ours to delete; what we wrote before is swept by the build plugin.
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: { client: CLIENT_MODULE, ...Object.fromEntries(styles) } },
    },
  };
}

function devConfig({ root, destination, site }: OpenSite, port: number): UserConfig {
  const [staticDir] = site.config.staticDirs;
  return {
    ...sharedConfig,
    root,
    base: site.config.basePath,
    publicDir: staticDir === undefined ? false : path.resolve(root, staticDir),
    server: {
      port,
      watch: { ignored: [`${destination}/**`] },
      fs: { allow: [root, packageFolder(), dependencyFolder('reveal.js')] },
    },
    // reveal.js is one module already; without the optimizer the server is up at once.
    optimizeDeps: { noDiscovery: true, include: [] },
  };
}

function previewConfig({ root, destination, site }: OpenSite): UserConfig {
  return {
    ...sharedConfig,
    // Folders are answered with their index.html.
    appType: 'mpa',
    root,
    base: site.config.basePath,
    build: { outDir: destination },
  };
}

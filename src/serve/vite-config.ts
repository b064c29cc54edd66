/** The configurations of Vite for the two servers. */
import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { UserConfig } from 'vite';
import { fontFolders } from '../bundle/styles/fonts.ts';
import { type DeckwrightOptions, type ListenOptions, type OpenSite } from '../bundle/open-site.ts';
import { clientFolder, dependencyFolder, packageFolder } from '../bundle/package-folder.ts';
import { clientPackages } from '../bundle/packages.ts';
import { resolveLinks } from '../write/destination.ts';
import { isEveryAddress } from './bind-address.ts';
import { previewPlugin } from './preview-plugin.ts';

type ServerOptions = DeckwrightOptions & ListenOptions;

/** The default port of Hugo's server. */
export const DEV_PORT = 1313;

/** The default port of Vite's preview. */
export const PREVIEW_PORT = 4173;

/** Settings that both servers share. */
function sharedConfig({ site }: OpenSite, { quiet }: ServerOptions): UserConfig {
  return { base: site.config.basePath, clearScreen: false, logLevel: quiet ? 'warn' : 'info' };
}

/** Where a server listens, and the hosts that it allows. */
function listenConfig({ port, host, open, baseURL }: ServerOptions) {
  return {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    open: open ?? false,
    // Vite itself allows IP addresses, localhost, and the host that it listens on.
    allowedHosts: [...(isEveryAddress(host) ? localHostNames() : []), ...readHostNames(baseURL)],
    // Pages of other sites can't read ours.
    cors: false,
  };
}

/** The host of a base URL that was passed to the server, which says where the server is reached. */
const readHostNames = (baseURL = ''): string[] => (URL.canParse(baseURL) ? [new URL(baseURL).hostname] : []);

function localHostNames(): string[] {
  const name = os.hostname().toLowerCase();
  return name.includes('.') ? [name] : [name, `${name}.local`];
}

/** The folders of the client and its packages: Vite serves files of these only. */
export function moduleFolders(root: string): readonly string[] {
  const packages = [
    ...['reveal.js', 'highlight.js'].map(dependencyFolder),
    ...Object.values(clientPackages(root)).filter((folder) => folder !== undefined),
  ];
  const folders = [clientFolder(), ...packages, ...fontFolders()];
  // Some package managers link packages, and Vite refers to files by their real paths.
  return [...new Set([...folders, ...folders.filter(existsSync).map((folder) => realpathSync(folder))])];
}

/** The configuration of the dev server: Vite serves the modules of the client, the dev plugin serves the decks. */
export function devConfig(open: OpenSite, options: ServerOptions): UserConfig {
  return {
    ...sharedConfig(open, options),
    // Vite serves any file below its root: this folder has none that a page requests.
    root: path.join(packageFolder(), 'bin'),
    envDir: false,
    // A PostCSS configuration in the author's folders is not for the client.
    css: { postcss: {} },
    appType: 'custom',
    // The dev plugin serves the static files.
    publicDir: false,
    server: {
      ...listenConfig({ ...options, port: options.port ?? DEV_PORT }),
      watch: {
        // The output of a build is not a change of the site.
        ignored: [open.destination, resolveLinks(open.destination)].map((folder) => `${folder}/**`),
        // Links may loop, or lead to large folders outside of the site, which is not read.
        followSymlinks: false,
      },
      fs: { allow: [...moduleFolders(open.root)] },
    },
    // reveal.js is a single module already; without the optimizer the server starts faster.
    optimizeDeps: { noDiscovery: true, include: [] },
  };
}

/** The configuration of the preview server. */
export function previewConfig(open: OpenSite, options: ServerOptions): UserConfig {
  return {
    ...sharedConfig(open, options),
    root: open.root,
    appType: 'mpa',
    build: { outDir: open.destination },
    plugins: [previewPlugin(open.destination)],
    preview: listenConfig({ ...options, port: options.port ?? PREVIEW_PORT }),
  };
}

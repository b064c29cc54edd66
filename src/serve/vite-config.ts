/** How Vite is set up for the two servers. */
import { existsSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { UserConfig } from 'vite';
import { fontFolders } from '../bundle/styles/fonts.ts';
import type { DeckwrightOptions, ListenOptions, OpenSite } from '../bundle/open-site.ts';
import { clientFolder, dependencyFolder, packageFolder } from '../bundle/package-folder.ts';
import { clientPackages } from '../bundle/packages.ts';
import { isEveryAddress } from './bind-address.ts';
import { previewPlugin } from './preview-plugin.ts';

type ServerOptions = DeckwrightOptions & ListenOptions;

/** Hugo's port, so that an author finds the deck where it was. */
export const DEV_PORT = 1313;

/** Vite's port. */
export const PREVIEW_PORT = 4173;

/** What both servers share. */
function sharedConfig({ site }: OpenSite, { quiet }: ServerOptions): UserConfig {
  return { base: site.config.basePath, clearScreen: false, logLevel: quiet ? 'warn' : 'info' };
}

/** Where both servers listen, and who may speak to them. */
function listenConfig({ port, host, open, baseURL }: ServerOptions) {
  return {
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    open: open ?? false,
    // Addresses of this machine are let through by Vite itself, and so is the name that it is bound to.
    allowedHosts: [...(isEveryAddress(host) ? localHostNames() : []), ...readHostNames(baseURL)],
    // No page of another site reads ours.
    cors: false,
  };
}

/** Vite takes over a configured base URL for none of its own; one that is typed for a server says where it is seen. */
const readHostNames = (baseURL = ''): string[] => (URL.canParse(baseURL) ? [new URL(baseURL).hostname] : []);

function localHostNames(): string[] {
  const name = os.hostname().toLowerCase();
  return name.includes('.') ? [name] : [name, `${name}.local`];
}

/** The folders that the client is made of: Vite serves them, and no file besides. */
export function moduleFolders(root: string): readonly string[] {
  const packages = [
    ...['reveal.js', 'highlight.js'].map(dependencyFolder),
    ...Object.values(clientPackages(root)).filter((folder) => folder !== undefined),
  ];
  const folders = [clientFolder(), ...packages, ...fontFolders()];
  // Some package managers put links in the place of packages, and Vite names files by where they really are.
  return [...new Set([...folders, ...folders.filter(existsSync).map((folder) => realpathSync(folder))])];
}

/** The dev server: Vite serves the client module by module, the dev plugin serves the decks. */
export function devConfig(open: OpenSite, options: ServerOptions): UserConfig {
  return {
    ...sharedConfig(open, options),
    // Vite answers for any file below its root: this is a folder of ours without one that a page asks for.
    root: path.join(packageFolder(), 'bin'),
    envDir: false,
    // A configuration of PostCSS that stands around is for the author's stylesheets.
    css: { postcss: {} },
    appType: 'custom',
    // The dev plugin knows where each static file is seen.
    publicDir: false,
    server: {
      ...listenConfig({ ...options, port: options.port ?? DEV_PORT }),
      // What a build writes is no change of the site.
      watch: { ignored: [`${open.destination}/**`] },
      fs: { allow: [...moduleFolders(open.root)] },
    },
    // reveal.js is one module already; without the optimizer the server is up at once.
    optimizeDeps: { noDiscovery: true, include: [] },
  };
}

/** The preview: folders are answered with their index.html. */
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

/** The servers: each is Vite with our plugins and nothing of a Vite project around it. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { createDiagnostic, DeckError, type Diagnostic } from '../../diagnostics.ts';
import { clientPlugin } from '../client/client-plugin.ts';
import { allFeatures } from '../../types.ts';
import { devPlugin } from './dev-plugin.ts';
import { allSubsets } from '../styles/fonts.ts';
import {
  type DeckwrightOptions,
  type ListenOptions,
  openSite,
  type OpenSite,
  type ServeOptions,
} from '../open-site.ts';
import { dependencyFolder, packageFolder } from '../package-folder.ts';
import { clientPackages } from '../packages.ts';
import { allParts } from '../styles/reveal-styles.ts';
import { hostOfUrl } from './addresses.ts';
import { guardRequests } from './guard.ts';
import { DEV_PORT, devConfig, moduleFolders, PREVIEW_PORT, previewConfig } from './vite-config.ts';

/** A server that runs until it is closed. */
export interface RunningServer {
  /** Where the site is, base path included. */
  readonly url: string;
  /** Where other machines find it; none unless it was bound to an address that they reach. */
  readonly others: readonly string[];
  /** The first port that was tried, where it was taken and another one was used. */
  readonly busyPort: number | undefined;
  close(): Promise<void>;
}

/**
 * Serves a site live: a saved change appears in the open page.
 * @throws {DeckError} when the destination of the site is its source, or when the address can't be bound
 */
export async function serve(options: ServeOptions = {}): Promise<RunningServer> {
  const { createServer } = await import('vite');
  let open = openSite(options, true);
  // Vite asks for its configuration again when the server restarts, as it does for another base URL.
  const site: Plugin = {
    name: 'deckwright:site',
    config: () => devConfig((open = openSite(options, true)), options),
    configureServer: ({ watcher }) => void watcher.add(open.root),
  };
  const { navigateToChanged = false } = options;
  const server = await createServer({
    configFile: false,
    // A deck may begin to need a feature while it is open, so all of them are at hand.
    plugins: [
      site,
      guardPlugin(() => open),
      clientPlugin(() => ({
        features: allFeatures,
        packages: clientPackages(open.root),
        parts: allParts,
        subsets: allSubsets(),
      })),
      devPlugin(() => open, { navigateToChanged }),
    ],
  });
  await listening(server.listen(), options.host).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return running(server, server.httpServer?.address(), { port: DEV_PORT, ...options });
}

/** Stands in front of all that answers. `open` is asked anew whenever the server starts. */
function guardPlugin(open: () => OpenSite): Plugin {
  return {
    name: 'deckwright:guard',
    apply: 'serve',
    configureServer({ middlewares, config: { base } }) {
      const { root } = open();
      const own = ['layouts', 'themes'].map((name) => path.join(packageFolder(), name));
      const folders = {
        moduleFolders: [...moduleFolders(root), path.join(dependencyFolder('vite'), 'dist', 'client')],
        editableFolders: [root, ...own],
      };
      middlewares.use(guardRequests({ base, ...folders }));
    },
  };
}

/**
 * Serves what was built, below the path that the base URL says.
 * @throws {DeckError} when nothing was built, or when the address can't be bound
 */
export async function preview(options: DeckwrightOptions & ListenOptions = {}): Promise<RunningServer> {
  const open = openSite(options);
  if (!existsSync(open.destination)) throw new DeckError([notBuilt(open.destination)]);
  const { preview: start } = await import('vite');
  const server = await listening(start({ ...previewConfig(open, options), configFile: false }), options.host);
  return running(server, server.httpServer.address(), { port: PREVIEW_PORT, ...options });
}

function notBuilt(destination: string): Diagnostic {
  return createDiagnostic({
    code: 'not-built',
    message: `there is nothing to show: ${destination} does not exist`,
    hint: 'Run deckwright build first, or name the folder of the built site with --destination.',
  });
}

function running(
  server: ViteDevServer | PreviewServer,
  address: AddressInfo | string | null | undefined,
  { host, port: wanted = 0 }: ListenOptions,
): RunningServer {
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://${hostOfUrl(host)}:${port}${server.config.base}`,
    busyPort: wanted !== 0 && wanted !== port ? wanted : undefined,
    others: server.resolvedUrls?.network ?? [],
    close: () => server.close(),
  };
}

/** Names that are none of this machine's, and ports that only the system may take, are mistakes of who typed them. */
const BIND_ERRORS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EACCES']);

async function listening<T>(starting: Promise<T>, host = 'localhost'): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!BIND_ERRORS.has(code) && !message.startsWith('No available ports')) throw error;
    throw new DeckError([
      createDiagnostic({
        code: 'bind-failed',
        message: `the server can’t listen at ${host}: ${message}`,
        hint: 'Name an address of this machine with --bind, 0.0.0.0 for all of them, and a free port with --port.',
      }),
    ]);
  }
}

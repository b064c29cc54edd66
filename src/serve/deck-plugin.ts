/** A folder of decks as a part of a Vite project. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { createDiagnostic, DeckError, formatDiagnostic } from '../diagnostics.ts';
import { diskFiles } from '../files.ts';
import { type BuiltSite, makeSite } from '../bundle/make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from '../bundle/open-site.ts';
import { copyFiles } from '../bundle/output.ts';
import { createInnerServer, type InnerServer } from './inner-server.ts';

/** Which decks a project has, and where. Everything can be left out. */
export interface DeckPluginOptions extends Omit<DeckwrightOptions, 'destination' | 'quiet'> {
  /** The folder of the decks, from the root of the project; `decks` by default. */
  readonly source?: string;
  /** Where the decks are seen, below the base path of the project; `decks` by default. */
  readonly path?: string;
  /** The address that built decks name as their own; with a host, they have canonical and social addresses. */
  readonly baseURL?: string;
  /** In the dev server, open decks go to the slide that has changed. */
  readonly navigateToChanged?: boolean;
}

/**
 * A plugin for a project with Vite: `vite` serves the decks live below a path of the project, and `vite build` writes
 * them, with all that they need, into the same folder of its output. The project and the decks leave each other alone:
 * what is not below that path is never looked at.
 * @throws {DeckError} when the path is none
 * @example
 * // vite.config.js
 * import { deckPlugin } from 'deckwright';
 *
 * export default {
 *   plugins: [deckPlugin({ source: 'talks', path: 'talks' })],
 * };
 */
export function deckPlugin(options: DeckPluginOptions = {}): Plugin {
  const folder = normalizePath(options.path ?? 'decks');
  // A server that starts again is there before the last one is closed, so each has its own.
  const servers = new Map<unknown, InnerServer>();
  let config: ResolvedConfig;
  let open: OpenSite | undefined;
  let output: BuiltSite | undefined;
  return {
    name: 'deckwright',
    configResolved(resolved) {
      config = resolved;
    },
    async configureServer(server) {
      const { navigateToChanged = false } = options;
      const base = pathBelow(server.config.base, folder);
      const site = { ...siteOptions(options, server.config), baseURL: base };
      const inner = await createInnerServer(server, { site, navigateToChanged });
      servers.set(server.environments.client, inner);
      server.middlewares.use((request, response, next) => inner.answer(request, response, next));
    },
    async closeBundle() {
      const inner = servers.get(this.environment);
      servers.delete(this.environment);
      await inner?.close();
    },
    buildStart() {
      if (!isBuildOfPages(config, this.environment.config.consumer)) return;
      const { root, build } = config;
      const destination = path.resolve(root, build.outDir, folder);
      const baseURL = options.baseURL ?? pathBelow(config.base, folder);
      open = openSite({ ...siteOptions(options, config), baseURL, destination });
      for (const file of diskFiles(open.root).list('')) this.addWatchFile(path.join(open.root, file));
    },
    async generateBundle() {
      if (!open || !isBuildOfPages(config, this.environment.config.consumer)) return;
      output = await makeSite(open, { strict: options.strict ?? false });
      for (const warning of output.warnings) this.warn(formatDiagnostic(warning));
      for (const [file, source] of listFiles(output))
        this.emitFile({ type: 'asset', fileName: `${folder}/${file}`, source });
    },
    writeBundle({ dir }) {
      if (!open || !output || dir === undefined) return;
      // Films among them would fill the memory.
      copyFiles(open.root, path.join(dir, folder), output.staticFiles);
      output = undefined;
    },
  };
}

/** Pages that are built for a server are no place for decks. */
function isBuildOfPages({ command }: ResolvedConfig, consumer: 'client' | 'server'): boolean {
  return command === 'build' && consumer === 'client';
}

function siteOptions(options: DeckPluginOptions, { root }: ResolvedConfig): DeckwrightOptions {
  const { path: _path, navigateToChanged: _navigates, source = 'decks', ...site } = options;
  return { ...site, source: path.resolve(root, source) };
}

/** Hosts look for these at their root, which is the project's. */
const HOST_FILES: ReadonlySet<string> = new Set(['.nojekyll', '404.html', 'robots.txt']);

/** What is written, by its path; where two decks publish the same file, it is there once. */
function listFiles({ pages, assets, bundled }: BuiltSite): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ...assets.map((asset) => [asset.path, asset.bytes] as const),
    ...bundled.files.map((file) => [file, readFileSync(path.join(bundled.folder, file))] as const),
    ...pages.filter((page) => !HOST_FILES.has(page.path)).map((page) => [page.path, page.text] as const),
  ]);
}

/** The path of the folder, with slashes around it. A relative base says nothing of where the project will be. */
function pathBelow(base: string, folder: string): string {
  const { pathname } = new URL(base.startsWith('.') ? '/' : base, 'http://host.invalid/');
  return `${pathname.replace(/\/?$/, '/')}${folder}/`;
}

const FOLDER_RE = /^[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*$/;

/** Without slashes around it. */
function normalizePath(wanted: string): string {
  const folder = wanted.replace(/^\/+|\/+$/g, '');
  if (FOLDER_RE.test(folder)) return folder;
  throw new DeckError([
    createDiagnostic({
      code: 'plugin-path-invalid',
      message: `deckPlugin can't put decks below "${wanted}"`,
      hint: 'Name a folder of letters, digits, dots and dashes, such as "talks": all that is below it belongs to the decks.',
    }),
  ]);
}

/** The Vite plugin for a folder of decks in a project. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { createDiagnostic, DeckError, formatDiagnostic } from '../diagnostics.ts';
import { diskFiles } from '../files.ts';
import { type BuiltSite, makeSite } from '../bundle/make-site.ts';
import { type DeckwrightOptions, openSite, type OpenSite } from '../bundle/open-site.ts';
import { type CopiedFile, copyFiles } from '../write/copy-files.ts';
import { Destination } from '../write/destination.ts';
import { createInnerServer, type InnerServer } from './inner-server.ts';

/** Options of the plugin. All are optional. */
export interface DeckPluginOptions extends Omit<DeckwrightOptions, 'destination' | 'quiet'> {
  /** The folder of the decks, relative to the project's root; `decks` by default. */
  readonly source?: string;
  /** The path of the decks, relative to the project's base; `decks` by default. */
  readonly path?: string;
  /** The base URL of built decks; with a host, they have canonical URLs and URLs for social media. */
  readonly baseURL?: string;
  /** Makes open decks in the dev server navigate to the changed slide. */
  readonly navigateToChanged?: boolean;
}

/**
 * Creates a plugin for Vite projects: `vite` serves the decks with live reload below a path of the project, and
 * `vite build` writes them, with all their files, to the same folder of its output. The plugin does not handle any other
 * path of the project.
 * @throws {DeckError} when the path is invalid
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
  // On a restart the new server starts before the old one is closed, so each has its own.
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
      for (const [file, source] of listFiles(open, output))
        this.emitFile({ type: 'asset', fileName: `${folder}/${file}`, source });
    },
    writeBundle({ dir }) {
      if (!open || !output || dir === undefined) return;
      // Files are copied, because assets of the bundle are kept in memory, and videos are large.
      copyFiles(path.join(dir, folder), listCopies(open, output));
      output = undefined;
    },
  };
}

/** Decks are only built with pages for browsers, not with a server bundle. */
function isBuildOfPages({ command }: ResolvedConfig, consumer: 'client' | 'server'): boolean {
  return command === 'build' && consumer === 'client';
}

function siteOptions(options: DeckPluginOptions, { root }: ResolvedConfig): DeckwrightOptions {
  const { path: _path, navigateToChanged: _navigates, source = 'decks', ...site } = options;
  return { ...site, source: path.resolve(root, source) };
}

/** Files that only have a meaning at the root of a host, which belongs to the project. */
const HOST_FILES: ReadonlySet<string> = new Set(['.nojekyll', '404.html', 'robots.txt']);

/**
 * The files to write, by path; a file that two decks publish is written once.
 * @throws {DeckError} when one is outside of the folder of the decks
 */
function listFiles(
  { destination }: OpenSite,
  { pages, assets, bundled }: BuiltSite,
): ReadonlyMap<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([
    ...assets.map((asset) => [asset.path, asset.bytes] as const),
    ...bundled.files.map((file) => [file, readFileSync(path.join(bundled.folder, file))] as const),
    ...pages.filter((page) => !HOST_FILES.has(page.path)).map((page) => [page.path, page.text] as const),
  ]);
  const folder = new Destination(destination);
  for (const file of files.keys()) folder.resolve(file);
  return files;
}

/** The static files as copies. */
function listCopies({ root }: OpenSite, { staticFiles }: BuiltSite): readonly CopiedFile[] {
  return staticFiles.map(({ source, outputPath }) => ({
    path: outputPath,
    content: { copyOf: path.join(root, source) },
  }));
}

/** The path of the folder, with slashes around it. A relative base is taken for the root. */
function pathBelow(base: string, folder: string): string {
  const { pathname } = new URL(base.startsWith('.') ? '/' : base, 'http://host.invalid/');
  return `${pathname.replace(/\/?$/, '/')}${folder}/`;
}

const FOLDER_RE = /^[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*$/;

/** Removes slashes around a path, and checks it. */
function normalizePath(wanted: string): string {
  const folder = wanted.replace(/^\/+|\/+$/g, '');
  if (FOLDER_RE.test(folder)) return folder;
  throw new DeckError([
    createDiagnostic({
      code: 'plugin-path-invalid',
      message: `deckPlugin can't put decks below "${wanted}"`,
      hint: 'Use a name of letters, digits, dots and dashes, such as "talks". Everything below it belongs to the decks.',
    }),
  ]);
}

/** Serves a site that was made but not written, on this machine only. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { BuiltSite } from '../bundle/make-site.ts';
import type { OpenSite } from '../bundle/open-site.ts';
import { notFoundPaths } from './preview-plugin.ts';
import { contentType, sendFile } from './send-file.ts';
import { send } from './send-text.ts';

/** A server for a browser on this machine. */
export interface BuiltServer {
  /** The URL of the site, including the base path. */
  readonly url: string;
  close(): Promise<void>;
}

type Respond = (request: IncomingMessage, response: ServerResponse, status?: number) => void;

/** Starts the server on a free port of the loopback address. */
export async function serveBuilt(open: OpenSite, built: BuiltSite): Promise<BuiltServer> {
  const files = listFiles(open, built);
  const { basePath } = open.site.config;
  const server = createServer((request, response) => {
    const { port } = server.address() as { readonly port: number };
    // Pages of other sites can't read this one under a name of their own.
    if (request.headers.host !== `127.0.0.1:${port}`)
      return send(response, 403, 'host refused\n', 'text/plain');
    const found = findFile(request, basePath, files);
    if (found) return found(request, response);
    const missing = notFoundPaths(request.url ?? '/')
      .map((file) => files.get(file))
      .find(Boolean);
    return missing ? missing(request, response, 404) : send(response, 404, 'not found\n', 'text/plain');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { readonly port: number };
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The files by their paths; as in a build, the last one with a path is written. */
function listFiles({ root }: OpenSite, built: BuiltSite): ReadonlyMap<string, Respond> {
  const bytes =
    (file: string, read: () => string | Uint8Array): Respond =>
    (_request, response, status = 200) =>
      send(response, status, read(), contentType(file));
  const { bundled, staticFiles, assets, pages } = built;
  return new Map<string, Respond>([
    ...bundled.files.map(
      (file) => [file, bytes(file, () => readFileSync(path.join(bundled.folder, file)))] as const,
    ),
    ...staticFiles.map(({ outputPath, source }): readonly [string, Respond] => [
      outputPath,
      (request, response) => {
        if (!sendFile(request, response, { root, path: source }))
          send(response, 404, 'not found\n', 'text/plain');
      },
    ]),
    ...assets.map((asset) => [asset.path, bytes(asset.path, () => asset.bytes)] as const),
    ...pages.map((page) => [page.path, bytes(page.path, () => page.text)] as const),
  ]);
}

/** Finds the file of a request; a folder is its `index.html`. */
function findFile(
  { url = '/' }: IncomingMessage,
  basePath: string,
  files: ReadonlyMap<string, Respond>,
): Respond | undefined {
  try {
    const requestPath = decodeURIComponent(new URL(url, 'http://host.invalid').pathname);
    if (!requestPath.startsWith(basePath)) return undefined;
    const file = requestPath.slice(basePath.length);
    return files.get(file) ?? files.get(path.posix.join(file, 'index.html'));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

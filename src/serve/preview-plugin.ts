/** Makes the preview behave as hosts do: folders redirect to their pages, and `404.html` is the page for missing ones. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Plugin } from 'vite';
import { isWithin } from '../files.ts';

/** The page for missing pages. */
export const NOT_FOUND_FILE = '404.html';

/** Creates the plugin; `destination` is the folder of the built site. */
export function previewPlugin(destination: string): Plugin {
  return {
    name: 'deckwright:preview',
    configurePreviewServer({ middlewares, config: { base } }) {
      // After the middlewares that find files, and before the last one, whose response is empty.
      return () =>
        void middlewares.use((request, response, next) => {
          const requestPath = readPath(request);
          const file = requestPath === undefined ? undefined : path.join(destination, requestPath);
          if (file !== undefined && isFile(file)) next();
          else if (file !== undefined && isWithin(destination, file) && isFile(path.join(file, 'index.html')))
            response.writeHead(301, { location: `${base}${encodeURI(requestPath ?? '').slice(1)}/` }).end();
          else sendNotFound(response, destination, requestPath ?? '/');
        });
    },
  };
}

/** The path relative to the base, which Vite has stripped; `undefined` for a malformed URL. */
function readPath({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return path.posix.normalize(decodeURIComponent(new URL(url, 'http://host.invalid').pathname));
  } catch {
    return undefined;
  }
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** Sends the 404 page of the nearest folder, because each language may have its own. */
function sendNotFound(response: ServerResponse, destination: string, requestPath: string): void {
  const page = notFoundPaths(requestPath)
    .map((file) => path.join(destination, file))
    .find((file) => isWithin(destination, file) && isFile(file));
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page === undefined ? 'There is no page at this address.\n' : readFileSync(page));
}

/** The paths where a 404 page may be, the nearest first: `fr/404.html` and `404.html` for `/fr/x/`. */
export function notFoundPaths(requestPath: string): readonly string[] {
  const folders = requestPath.split('/').filter(Boolean);
  return folders
    .map((_, n) => [...folders.slice(0, folders.length - n), NOT_FOUND_FILE].join('/'))
    .concat(NOT_FOUND_FILE);
}

/**
 * Makes the preview behave as hosts do: folders redirect to their pages, and `404.html` is the page for missing ones.
 * Files may be replaced or deleted at any time, such as by the next build.
 */
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Connect, Plugin } from 'vite';
import { isWithin } from '../files.ts';
import { sendFile } from './send-file.ts';

/** The page for missing pages. */
export const NOT_FOUND_FILE = '404.html';

/** Vite's middleware for files, which answers with errors when a file is deleted, and waits for pipes. */
const FILES_MIDDLEWARE = 'viteAssetMiddleware';

/** Creates the plugin; `destination` is the folder of the built site. */
export function previewPlugin(destination: string): Plugin {
  return {
    name: 'deckwright:preview',
    configurePreviewServer:
      ({ middlewares, config: { base } }) =>
      () => {
        middlewares.use((request, response) => answer(request, response, { destination, base }));
        moveBeforeFiles(middlewares.stack);
      },
  };
}

/** Moves the last middleware before that for files, and so after those that compress and strip the base path. */
function moveBeforeFiles(stack: Connect.ServerStackItem[]): void {
  const at = stack.findIndex(
    ({ handle }) => typeof handle === 'function' && handle.name === FILES_MIDDLEWARE,
  );
  if (at >= 0) stack.splice(at, 0, ...stack.splice(-1));
}

interface PreviewedSite {
  readonly destination: string;
  readonly base: string;
}

const METHODS = ['GET', 'HEAD'];

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { destination, base }: PreviewedSite,
): void {
  if (!METHODS.includes(request.method ?? '')) {
    response.writeHead(405, { allow: METHODS.join(', ') }).end();
    return;
  }
  const requestPath = readPath(request);
  if (requestPath === undefined) return sendNotFound(response, destination, '/');
  const file = requestPath.endsWith('/') ? `${requestPath}index.html` : requestPath;
  if (sendFile(request, response, { root: destination, path: file })) return;
  const folder = path.join(destination, requestPath);
  if (isWithin(destination, folder) && isFile(path.join(folder, 'index.html')))
    response.writeHead(301, { location: `${base}${encodeURI(requestPath).slice(1)}/` }).end();
  else sendNotFound(response, destination, requestPath);
}

/** The path relative to the base, which Vite has stripped; `undefined` for a malformed URL. */
function readPath({ url = '/' }: IncomingMessage): string | undefined {
  try {
    return path.posix.normalize(decodeURIComponent(new URL(url, 'http://host.invalid').pathname));
  } catch {
    return undefined;
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Sends the 404 page of the nearest folder, because each language may have its own. */
function sendNotFound(response: ServerResponse, destination: string, requestPath: string): void {
  const [page = 'There is no page at this address.\n'] = notFoundPaths(requestPath)
    .map((file) => path.join(destination, file))
    .filter((file) => isWithin(destination, file) && isFile(file))
    .flatMap(readIfThere);
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page);
}

function readIfThere(file: string): readonly Buffer[] {
  try {
    return [readFileSync(file)];
  } catch {
    return [];
  }
}

/** How many folders of an address may have a 404 page of their own. */
const MAX_DEPTH = 20;

/** The paths where a 404 page may be, the nearest first: `fr/404.html` and `404.html` for `/fr/x/`. */
export function notFoundPaths(requestPath: string): readonly string[] {
  const folders = requestPath.split('/').filter(Boolean).slice(0, MAX_DEPTH);
  return folders
    .map((_, n) => [...folders.slice(0, folders.length - n), NOT_FOUND_FILE].join('/'))
    .concat(NOT_FOUND_FILE);
}

/** Sends files of the site: in parts where a film asks for them, and not again where the browser has them. */
import { createReadStream, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { isWithin } from '../files.ts';

/** What a file is sent with. */
export interface FileToSend {
  /** The folder that it stands in, absolute. No link leads out of it. */
  readonly root: string;
  /** Its path below the root. */
  readonly path: string;
  /** What it is; by its name if nobody says. */
  readonly type?: string;
}

/** What the table leaves out. */
const FURTHER_TYPES: Readonly<Record<string, string>> = {
  '.flac': 'audio/flac',
  '.ico': 'image/x-icon',
  '.m4v': 'video/mp4',
  '.srt': 'text/plain',
};

/** Sources that stand among the files of a site; the table has a format of films for one of them. */
const SOURCE_RE = /\.(?:[cm]?tsx?|jsx|vue|less|s[ac]ss)$/i;
const TEXT_TYPE_RE = /^text\/|[/+](?:json|xml|javascript)$/;

/** The content type of a file, by the end of its name. */
export function contentType(path: string): string {
  const known = lookup(path) ?? FURTHER_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const type = SOURCE_RE.test(path) ? 'text/plain' : known;
  return TEXT_TYPE_RE.test(type) ? `${type}; charset=utf-8` : type;
}

/**
 * Sends a file.
 * @returns whether there is one; nothing is sent otherwise
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path, type = contentType(path) }: FileToSend,
): boolean {
  const found = findFile(root, path);
  if (!found) return false;
  const { full, stats } = found;
  response.setHeader('etag', createETag(stats));
  response.setHeader('last-modified', stats.mtime.toUTCString());
  // Kept, and asked about each time: the author may have changed it.
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('accept-ranges', 'bytes');
  if (isKnown(request, stats)) return end(response, 304);
  const range = parseRange(request, stats);
  if (range === 'outside') {
    response.setHeader('content-range', `bytes */${stats.size}`);
    return end(response, 416);
  }
  const { start, end: last } = range ?? { start: 0, end: stats.size - 1 };
  if (range) response.setHeader('content-range', `bytes ${start}-${last}/${stats.size}`);
  response.setHeader('content-type', type);
  response.setHeader('content-length', last - start + 1);
  response.statusCode = range ? 206 : 200;
  if (request.method === 'HEAD' || stats.size === 0) response.end();
  // Who asked may have gone away, as films do with each leap; then there is nobody to tell.
  else pipeline(createReadStream(full, { start, end: last }), response).catch(() => response.destroy());
  return true;
}

function end(response: ServerResponse, status: number): true {
  response.writeHead(status).end();
  return true;
}

function findFile(root: string, file: string): { readonly full: string; readonly stats: Stats } | undefined {
  try {
    // The root may stand below a link itself.
    const full = realpathSync(join(root, file));
    const stats = statSync(full);
    return isWithin(realpathSync(root), full) && stats.isFile() ? { full, stats } : undefined;
  } catch {
    // Deleted since it was listed, or not for us to read.
    return undefined;
  }
}

const createETag = ({ size, mtimeMs, ino }: Stats): string =>
  `"${[size, Math.round(mtimeMs * 1000), ino].map((part) => part.toString(36)).join('-')}"`;

/** HTTP knows no parts of a second. */
const seconds = (time: number): number => Math.floor(time / 1000);

function isKnown({ headers }: IncomingMessage, stats: Stats): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined)
    return tags === '*' || tags.split(/\s*,\s*(?:W\/)?|^W\//).includes(createETag(stats));
  return since !== undefined && seconds(Date.parse(since)) >= seconds(stats.mtimeMs);
}

interface Range {
  readonly start: number;
  /** The last byte, which is part of it. */
  readonly end: number;
}

const RANGE_RE = /^bytes=(\d*)-(\d*)$/;

/** The part that is asked for; `undefined` for all of it, which may stand for several parts, too (RFC 9110, 14.2). */
function parseRange({ method, headers }: IncomingMessage, stats: Stats): Range | 'outside' | undefined {
  const [, from = '', to = ''] = (method === 'GET' && RANGE_RE.exec(headers.range ?? '')) || [];
  if ((from === '' && to === '') || !isSameFile(headers['if-range'], stats)) return undefined;
  const last = stats.size - 1;
  // Without a beginning, so many bytes of the end.
  const start = from === '' ? Math.max(stats.size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return start > last ? 'outside' : { start, end };
}

/** Parts of two versions make no file. */
function isSameFile(condition: string | string[] | undefined, stats: Stats): boolean {
  if (condition === undefined) return true;
  return condition === createETag(stats) || condition === stats.mtime.toUTCString();
}

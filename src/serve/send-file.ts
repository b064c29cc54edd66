/** Sends files of the site, with support for ranges (videos) and conditional requests. */
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { isWithin } from '../files.ts';

/** A file to send. */
export interface FileToSend {
  /** The absolute folder of the file. Symbolic links out of it are not followed. */
  readonly root: string;
  /** The path relative to the root. */
  readonly path: string;
  /** The content type; by default that of the extension. */
  readonly type?: string;
}

/** Types that mrmime does not have. */
const FURTHER_TYPES: Readonly<Record<string, string>> = {
  '.flac': 'audio/flac',
  '.ico': 'image/x-icon',
  '.m4v': 'video/mp4',
  '.srt': 'text/plain',
};

/** Source code, which is sent as text; mrmime has a video type for `.ts`. */
const SOURCE_RE = /\.(?:[cm]?tsx?|jsx|vue|less|s[ac]ss)$/i;
const TEXT_TYPE_RE = /^text\/|[/+](?:json|xml|javascript)$/;

/** The content type of a file, by its extension. */
export function contentType(path: string): string {
  const known = lookup(path) ?? FURTHER_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const type = SOURCE_RE.test(path) ? 'text/plain' : known;
  return TEXT_TYPE_RE.test(type) ? `${type}; charset=utf-8` : type;
}

/**
 * Sends a file.
 * @returns false if the file does not exist; nothing is sent then
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path, type = contentType(path) }: FileToSend,
): boolean {
  const opened = openFile(root, path);
  if (!opened) return false;
  const { stats } = opened;
  const content = startResponse(request, response, stats, type);
  if (content) sendContent(response, opened, content);
  else {
    closeSync(opened.descriptor);
    response.end();
  }
  return true;
}

/** Sets the status and headers; returns the bytes to send, if any. */
function startResponse(
  request: IncomingMessage,
  response: ServerResponse,
  stats: Stats,
  type: string,
): Range | undefined {
  response.setHeader('etag', createETag(stats));
  response.setHeader('last-modified', stats.mtime.toUTCString());
  // The browser revalidates the file each time, because the author may have changed it.
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('accept-ranges', 'bytes');
  if (isKnown(request, stats)) {
    response.statusCode = 304;
    return undefined;
  }
  const range = parseRange(request, stats);
  if (range === 'outside') {
    response.setHeader('content-range', `bytes */${stats.size}`);
    response.statusCode = 416;
    return undefined;
  }
  const { start, end: last } = range ?? { start: 0, end: stats.size - 1 };
  if (range) response.setHeader('content-range', `bytes ${start}-${last}/${stats.size}`);
  response.setHeader('content-type', type);
  response.setHeader('content-length', last - start + 1);
  response.statusCode = range ? 206 : 200;
  return request.method === 'HEAD' || stats.size === 0 ? undefined : { start, end: last };
}

function sendContent(response: ServerResponse, { descriptor }: OpenFile, { start, end }: Range): void {
  const stream = createReadStream('', { fd: descriptor, start, end });
  const finish = (): unknown =>
    // Without the rest of a file that has become shorter, the browser would wait for it.
    stream.bytesRead === end - start + 1 ? response.end() : response.destroy();
  // Videos close the connection on each seek; that is not an error.
  pipeline(stream, response, { end: false }).then(finish, () => response.destroy());
}

interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/** Opens a file, which may be deleted or replaced from now on. Pipes and devices are none. */
function openFile(root: string, file: string): OpenFile | undefined {
  try {
    // The root itself may be below a symbolic link.
    const full = realpathSync(join(root, file));
    if (!isWithin(realpathSync(root), full) || !statSync(full).isFile()) return undefined;
    const descriptor = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return { descriptor, stats: fstatSync(descriptor) };
  } catch {
    // The file was deleted since it was listed, or is not readable.
    return undefined;
  }
}

const createETag = ({ size, mtimeMs, ino }: Stats): string =>
  `"${[size, Math.round(mtimeMs * 1000), ino].map((part) => part.toString(36)).join('-')}"`;

/** Rounds a time down to seconds, the precision of HTTP dates. */
const seconds = (time: number): number => Math.floor(time / 1000);

function isKnown({ headers }: IncomingMessage, stats: Stats): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined)
    return tags === '*' || tags.split(/\s*,\s*(?:W\/)?|^W\//).includes(createETag(stats));
  return since !== undefined && seconds(Date.parse(since)) >= seconds(stats.mtimeMs);
}

interface Range {
  readonly start: number;
  /** The last byte, inclusive. */
  readonly end: number;
}

const RANGE_RE = /^bytes=(\d*)-(\d*)$/;

/** Parses the requested range; `undefined` for the whole file, also for several ranges (RFC 9110, 14.2). */
function parseRange({ method, headers }: IncomingMessage, stats: Stats): Range | 'outside' | undefined {
  const [, from = '', to = ''] = (method === 'GET' && RANGE_RE.exec(headers.range ?? '')) || [];
  if ((from === '' && to === '') || !isSameFile(headers['if-range'], stats)) return undefined;
  const last = stats.size - 1;
  // Without a start, the number of bytes at the end.
  const start = from === '' ? Math.max(stats.size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return start > last ? 'outside' : { start, end };
}

/** Whether a range is of the current version: ranges of two versions must not be combined. */
function isSameFile(condition: string | string[] | undefined, stats: Stats): boolean {
  if (condition === undefined) return true;
  return condition === createETag(stats) || condition === stats.mtime.toUTCString();
}

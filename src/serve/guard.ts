/**
 * Guards the dev server, which runs on the author's own machine, next to drafts and keys: requests that no page of the
 * site makes are refused before anything else handles them.
 */
import { realpathSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Connect } from 'vite';
import { isWithin } from '../files.ts';
import { isClientModule } from '../bundle/client/client-modules.ts';

/** Which requests are allowed. All folders are absolute. */
export interface GuardOptions {
  /** The base path of the server. */
  readonly base: string;
  /** Folders with files that Vite may send: the client and its packages. */
  readonly moduleFolders: readonly string[];
  /** Folders with files that the author's editor may open. */
  readonly editableFolders: readonly string[];
}

/** Why a request is refused. */
interface Refusal {
  readonly status: 400 | 403 | 404 | 405;
  readonly reason: string;
}

/** The input of a check. */
interface GuardedRequest {
  readonly request: IncomingMessage;
  /** The decoded path relative to the base; `undefined` outside of the base, where Vite answers with a link to it. */
  readonly requestPath: string | undefined;
  readonly query: URLSearchParams;
  readonly options: GuardOptions;
}

type Check = (request: GuardedRequest) => Refusal | undefined;

/** The checks in order; the first refusal is used. */
const checks: readonly Check[] = [checkMethod, checkPath, checkOrigin, checkModule, checkEditor];

/**
 * Creates the middleware that refuses requests. It must come before all others except Vite's own check of the `Host`
 * header, which prevents DNS rebinding.
 */
export function guardRequests(options: GuardOptions): Connect.NextHandleFunction {
  const real = {
    base: options.base,
    moduleFolders: options.moduleFolders.flatMap(realFolder),
    editableFolders: options.editableFolders.flatMap(realFolder),
  };
  return (request, response, next) => {
    const guarded = parseRequest(request, real);
    const refusal = guarded ? firstRefusal(guarded) : MALFORMED;
    // Prevents pages of other sites from showing images of this one, in browsers without Fetch metadata.
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (!refusal) return next();
    const { status, reason } = refusal;
    if (status === 405) response.setHeader('allow', METHODS.join(', '));
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`deckwright: ${reason}\n`);
  };
}

const VITE_FOLDERS_RE = /^@(?:vite|id|fs)(?:\/|$)/;
/** Matches paths as connect does for a middleware. */
const EDITOR_RE = /^__open-in-editor(?:[/.]|$)/i;

/** Whether a decoded path, relative to the base, is one of Vite's. All others belong to the site. */
export function isViteAddress(requestPath: string): boolean {
  return VITE_FOLDERS_RE.test(requestPath) || EDITOR_RE.test(requestPath);
}

/** Whether an address, which the guard has allowed, opens the editor. */
export function isEditorAddress(url: string, base: string): boolean {
  return url.startsWith(base) && EDITOR_RE.test(url.slice(base.length).replace(/\?.*$/s, ''));
}

const METHODS = ['GET', 'HEAD'];
const MALFORMED: Refusal = { status: 400, reason: 'malformed URL' };

function firstRefusal(guarded: GuardedRequest): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(guarded);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Parses a request; `undefined` for URLs that later middlewares may parse differently. */
function parseRequest(request: IncomingMessage, options: GuardOptions): GuardedRequest | undefined {
  const [pathname, query] = splitOnce(request.url ?? '', '?');
  // URLs with a host are for proxies.
  if (!/^\/(?!\/)/.test(pathname) || pathname.includes('\\')) return undefined;
  const { base } = options;
  try {
    const whole = decodeURIComponent(pathname);
    const requestPath = pathname.startsWith(base)
      ? decodeURIComponent(pathname.slice(base.length))
      : undefined;
    return isPlain(whole) ? { request, requestPath, query: new URLSearchParams(query), options } : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Whether a path has no dot segments, backslashes or NUL, which have a meaning for file systems, even if encoded twice. */
function isPlain(pathname: string): boolean {
  const again = pathname.replace(/%(?:2e|2f|5c|00)/gi, (code) => decodeURIComponent(code));
  return [pathname, again].every(
    (text) => !/[\\\0]/.test(text) && !text.split('/').some((name) => name === '.' || name === '..'),
  );
}

function checkMethod({ request }: GuardedRequest): Refusal | undefined {
  const { method = '' } = request;
  return METHODS.includes(method) ? undefined : { status: 405, reason: 'only GET and HEAD are allowed' };
}

/** Refuses paths with an empty first segment. */
function checkPath({ requestPath }: GuardedRequest): Refusal | undefined {
  return requestPath !== undefined && requestPath.startsWith('/') ? MALFORMED : undefined;
}

/** Refuses requests from pages of other sites. Browsers send the origin; programs without it are allowed. */
function checkOrigin({ request }: GuardedRequest): Refusal | undefined {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = request.headers;
  const isOurs = site === undefined ? isOwnOrigin(request) !== false : OWN_SITES.includes(site);
  // A link on another site may open the deck: its page can't read the response.
  const isLink = request.method === 'GET' && mode === 'navigate' && dest === 'document';
  return isOurs || isLink ? undefined : { status: 403, reason: 'cross-site request refused' };
}

/** `none` is an address typed by the user. `same-site` is not allowed: it includes other ports of this machine. */
const OWN_SITES = ['same-origin', 'none'];

/** Whether the request comes from a page of this site; `undefined` if the header is missing. */
function isOwnOrigin({ headers }: IncomingMessage): boolean | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase();
}

/** Refuses files that are not part of the client: Vite would send any file that it is allowed to read. */
function checkModule({ requestPath = '', options: { moduleFolders } }: GuardedRequest): Refusal | undefined {
  if (!VITE_FOLDERS_RE.test(requestPath)) return undefined;
  const [folder, name] = splitOnce(requestPath, '/');
  // Vite decodes and splits paths differently, so these characters would have another meaning for it.
  const isOdd = /[%?#]/.test(name);
  const isKnown = !isOdd && (folder === '@fs' ? isFileIn(moduleFolders, name) : isOwnName(folder, name));
  return isKnown ? undefined : { status: 403, reason: 'not a module of the client' };
}

function isOwnName(folder: string, name: string): boolean {
  return folder === '@vite' ? /^(?:client|env)$/.test(name) : isClientModule(name.replace(/^__x00__/, ''));
}

/** Whether a file is in one of the folders after resolving symbolic links, which may lead elsewhere. */
function isFileIn(folders: readonly string[], name: string): boolean {
  const file = path.resolve('/', name);
  const found = realFile(file);
  return found !== undefined && folders.some((folder) => isWithin(folder, found));
}

function realFile(file: string): string | undefined {
  try {
    const found = realpathSync(file);
    return statSync(found).isFile() ? found : undefined;
  } catch {
    // A missing file and an unreadable one get the same answer.
    return undefined;
  }
}

/** The real path of a folder; none if it does not exist. */
function realFolder(folder: string): string[] {
  try {
    return [realpathSync(folder)];
  } catch {
    return [];
  }
}

/** Line and column after a file, as Vite's endpoint parses them. */
const POSITION_RE = /:\d+(?::\d+)?$/;

/** Refuses to start the editor, except for pages of this site on this machine, and for files of the author. */
function checkEditor({ requestPath = '', query, request, options }: GuardedRequest): Refusal | undefined {
  if (!EDITOR_RE.test(requestPath)) return undefined;
  const [file, ...rest] = query.getAll('file');
  if (!isOwnPage(request) || !isFromHere(request))
    return { status: 403, reason: 'only an open deck on this machine can open the editor' };
  if (file === undefined || rest.length > 0) return { status: 400, reason: 'exactly one file expected' };
  const plain = file.replace(POSITION_RE, '');
  return path.isAbsolute(plain) && isFileIn(options.editableFolders, plain)
    ? undefined
    : { status: 403, reason: 'not a file of the site' };
}

/** Whether a page of this site sent the request. Without HTTPS, browsers omit the first header for other machines. */
function isOwnPage(request: IncomingMessage): boolean {
  const { 'sec-fetch-site': site, referer = '', host } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  const isReferred = URL.canParse(referer) && new URL(referer).host === host?.toLowerCase();
  return isOwnOrigin(request) ?? isReferred;
}

const LOOPBACK_RE = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** Whether a request comes from this machine. */
export function isFromHere({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '', localAddress } = socket;
  return LOOPBACK_RE.test(remoteAddress) || remoteAddress === localAddress;
}

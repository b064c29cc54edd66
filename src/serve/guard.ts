/**
 * Who may ask the dev server, and for what. It runs on the author's own machine, beside drafts and keys: whatever no page
 * of ours asks for is refused before anything else looks at it.
 */
import { realpathSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Connect } from 'vite';
import { isWithin } from '../files.ts';
import { isClientModule } from '../bundle/client/client-modules.ts';

/** What is let through. All folders are absolute. */
export interface GuardOptions {
  /** The base path of the server. */
  readonly base: string;
  /** Whose files Vite may send: our client, and the packages that it is made of. */
  readonly moduleFolders: readonly string[];
  /** Whose files may be opened in the author's editor. */
  readonly editableFolders: readonly string[];
}

/** Why a request is not answered. */
interface Refusal {
  readonly status: 400 | 403 | 404 | 405;
  readonly reason: string;
}

/** What the checks know of a request. */
interface GuardedRequest {
  readonly request: IncomingMessage;
  /** The path below the base, decoded; `undefined` for one that is not below it: Vite says where the site is. */
  readonly requestPath: string | undefined;
  readonly query: URLSearchParams;
  readonly options: GuardOptions;
}

type Check = (question: GuardedRequest) => Refusal | undefined;

/** Each looks at what those before it have let through. */
const checks: readonly Check[] = [checkMethod, checkPath, checkOrigin, checkModule, checkEditor];

/**
 * A middleware that refuses what is not meant for us. It has to stand in front of all others but Vite's own check of
 * the `Host`, which keeps names that somebody else has pointed at this machine away.
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
    // Pages of other sites must not show our pictures either, in browsers that don't say who asks.
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (!refusal) return next();
    const { status, reason } = refusal;
    if (status === 405) response.setHeader('allow', METHODS.join(', '));
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`deckwright: ${reason}\n`);
  };
}

const VITE_FOLDERS_RE = /^@(?:vite|id|fs)(?:\/|$)/;
/** As connect compares a path with that of a middleware. */
const EDITOR_RE = /^__open-in-editor(?:[/.]|$)/i;

/** Whether a path below the base is one of Vite's, decoded as it is. All others are those of the site. */
export function isViteAddress(requestPath: string): boolean {
  return VITE_FOLDERS_RE.test(requestPath) || EDITOR_RE.test(requestPath);
}

/** Whether an address is the one that opens the editor; of one that the guard has let through. */
export function isEditorAddress(url: string, base: string): boolean {
  return url.startsWith(base) && EDITOR_RE.test(url.slice(base.length).replace(/\?.*$/s, ''));
}

const METHODS = ['GET', 'HEAD'];
const MALFORMED: Refusal = { status: 400, reason: 'this address can’t be read' };

function firstRefusal(guarded: GuardedRequest): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(guarded);
    if (refusal) return refusal;
  }
  return undefined;
}

/** `undefined` for an address that means one thing to us and may mean another to those behind us. */
function parseRequest(request: IncomingMessage, options: GuardOptions): GuardedRequest | undefined {
  const [pathname, query] = splitOnce(request.url ?? '', '?');
  // Addresses with a host in front are for proxies.
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

/** No way up, no backslash and no NUL, which mean something to file systems; not encoded twice either. */
function isPlain(pathname: string): boolean {
  const again = pathname.replace(/%(?:2e|2f|5c|00)/gi, (code) => decodeURIComponent(code));
  return [pathname, again].every(
    (text) => !/[\\\0]/.test(text) && !text.split('/').some((name) => name === '.' || name === '..'),
  );
}

function checkMethod({ request }: GuardedRequest): Refusal | undefined {
  const { method = '' } = request;
  return METHODS.includes(method) ? undefined : { status: 405, reason: 'decks are only read' };
}

/** What is between two slashes is a name. */
function checkPath({ requestPath }: GuardedRequest): Refusal | undefined {
  return requestPath !== undefined && requestPath.startsWith('/') ? MALFORMED : undefined;
}

/** Browsers say in one header or another who asks; other programs don't, and may ask. */
function checkOrigin({ request }: GuardedRequest): Refusal | undefined {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = request.headers;
  const isOurs = site === undefined ? isOwnOrigin(request) !== false : OWN_SITES.includes(site);
  // A link in another page opens the deck, and learns nothing of it.
  const isLink = request.method === 'GET' && mode === 'navigate' && dest === 'document';
  return isOurs || isLink
    ? undefined
    : { status: 403, reason: 'a page of another site asks for this, and it is for the pages of this one' };
}

/** `none` stands for a person who types the address. Another port of this machine is another site to us. */
const OWN_SITES = ['same-origin', 'none'];

/** Whether the page that asks is one of ours; `undefined` where nothing tells. */
function isOwnOrigin({ headers }: IncomingMessage): boolean | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase();
}

/** Vite would send any file that it may read. */
function checkModule({ requestPath = '', options: { moduleFolders } }: GuardedRequest): Refusal | undefined {
  if (!VITE_FOLDERS_RE.test(requestPath)) return undefined;
  const [folder, name] = splitOnce(requestPath, '/');
  // These would mean something else to Vite, which decodes and cuts in steps of its own.
  const isOdd = /[%?#]/.test(name);
  const isKnown = !isOdd && (folder === '@fs' ? isFileIn(moduleFolders, name) : isOwnName(folder, name));
  return isKnown ? undefined : { status: 403, reason: 'this file is no part of the client of decks' };
}

function isOwnName(folder: string, name: string): boolean {
  return folder === '@vite' ? /^(?:client|env)$/.test(name) : isClientModule(name.replace(/^__x00__/, ''));
}

/** In any of these folders when all links are followed: a link in one of them may lead somewhere else. */
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
    // Not there, or not for us to read: the same to who asks.
    return undefined;
  }
}

/** Folders that are not there have no files. */
function realFolder(folder: string): string[] {
  try {
    return [realpathSync(folder)];
  } catch {
    return [];
  }
}

/** The place in a file, as Vite's endpoint reads it. */
const POSITION_RE = /:\d+(?::\d+)?$/;

/** A program is started: only for a page of ours on this very machine, and for a file that the author writes. */
function checkEditor({ requestPath = '', query, request, options }: GuardedRequest): Refusal | undefined {
  if (!EDITOR_RE.test(requestPath)) return undefined;
  const [file, ...rest] = query.getAll('file');
  if (!isOwnPage(request) || !isFromHere(request))
    return { status: 403, reason: 'only an open deck on this machine opens the editor' };
  if (file === undefined || rest.length > 0) return { status: 400, reason: 'one file is opened at a time' };
  const plain = file.replace(POSITION_RE, '');
  return path.isAbsolute(plain) && isFileIn(options.editableFolders, plain)
    ? undefined
    : { status: 403, reason: 'this file is none of the site' };
}

/** Browsers leave the first header out where the address is that of another machine, and name the page in the last one. */
function isOwnPage(request: IncomingMessage): boolean {
  const { 'sec-fetch-site': site, referer = '', host } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  const isReferred = URL.canParse(referer) && new URL(referer).host === host?.toLowerCase();
  return isOwnOrigin(request) ?? isReferred;
}

const LOOPBACK_RE = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

function isFromHere({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '', localAddress } = socket;
  return LOOPBACK_RE.test(remoteAddress) || remoteAddress === localAddress;
}

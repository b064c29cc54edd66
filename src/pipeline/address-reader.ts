/** Reads the addresses in the pages of a site: where they lead to. */
import type { Deck, SiteConfig } from '../types.ts';

/** Where an address in a page leads to, on the host of the site. */
export interface ReadAddress {
  /** The path in the output. */
  readonly path: string;
  /** Whether the address is below the base path; a root-relative one may omit it. */
  readonly isBelowBase: boolean;
  /** What follows `#`, as it is written; empty without one. */
  readonly fragment: string;
}

/** A base URL may be a bare path; this origin makes it a valid URL and never appears in the output. */
const PLACEHOLDER_ORIGIN = 'http://host.invalid/';

/** An address of characters that need no decoding, without `.` and `..`: most are such. */
const PLAIN_RE = /^(\/?(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?)(?:#([\w/:.-]*))?$/;

/** The host of an address, unless it has a port or characters that are encoded. */
const HOST_RE = /^(?:https?:)?\/\/([\w.-]+)(?=[/?#]|$)/i;

/** Creates a function that reads the addresses in a page; the result is `undefined` if one leads to another host. */
export function createAddressReader(
  { outputPath }: Pick<Deck, 'outputPath'>,
  { baseURL, basePath }: SiteConfig,
): (address: string) => ReadAddress | undefined {
  const folder = outputPath.slice(0, outputPath.lastIndexOf('/') + 1);
  const ownHost = HOST_RE.exec(baseURL)?.[1]?.toLowerCase();
  let page: URL | undefined;
  const getPage = (): URL =>
    (page ??= new URL(
      outputPath.split('/').map(encodeURIComponent).join('/'),
      new URL(baseURL, PLACEHOLDER_ORIGIN),
    ));
  return (address) => {
    const [start = '', host] = HOST_RE.exec(address) ?? [];
    const isOwn = host !== undefined && host.toLowerCase() === ownHost;
    if (host !== undefined && !isOwn) return undefined;
    // A parser takes longer than all the rest.
    const [, plain, fragment = ''] =
      PLAIN_RE.exec(isOwn ? address.slice(start.length) || '/' : address) ?? [];
    if (isOwn && !plain?.startsWith('/')) return parseAddress(address, getPage(), basePath);
    if (plain === '') return { path: outputPath, isBelowBase: true, fragment };
    if (plain?.startsWith('/')) {
      const isBelowBase = plain.startsWith(basePath);
      return { path: plain.slice(isBelowBase ? basePath.length : 1), isBelowBase, fragment };
    }
    if (plain !== undefined) return { path: folder + plain, isBelowBase: true, fragment };
    return parseAddress(address, getPage(), basePath);
  };
}

function parseAddress(address: string, page: URL, basePath: string): ReadAddress | undefined {
  if (!URL.canParse(address, page.href)) return undefined;
  const { host, pathname, hash } = new URL(address, page);
  if (host !== page.host) return undefined;
  const isBelowBase = pathname.startsWith(basePath);
  const path = isBelowBase ? pathname.slice(basePath.length) : pathname.slice(1);
  try {
    return { path: decodeURIComponent(path), isBelowBase, fragment: hash.slice(1) };
  } catch (error) {
    // The address has a stray %: no file is published under such a name.
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

/** Finds out what the addresses in an exported page lead to. */
import { decodeEscapes } from '../../decode-escapes.ts';

/** What an address leads to. */
export type Target =
  /** A file or page of the site, by its path in the destination; `rest` is its query and fragment. */
  | { readonly kind: 'own'; readonly path: string; readonly rest: string }
  /** Another host. */
  | { readonly kind: 'foreign'; readonly address: string }
  /** A place on the page itself, or something that is not loaded: `mailto:`, `data:`. */
  | { readonly kind: 'none' };

/** Where a site is. */
export interface SitePlace {
  /** The path below which it is published, with slashes around it. */
  readonly basePath: string;
  /** Where it is published; `undefined` if its base URL has no host. */
  readonly origin: string | undefined;
}

const ROOT = 'http://site.invalid';

/** Finds the target of an address as it is written in the file at `from`. */
export function findTarget(written: string, from: string, { basePath, origin }: SitePlace): Target {
  // On a page from disk, an address without a protocol would lead to a file of the reader.
  const text = written.trim().replace(/^\/\//, 'https://');
  const root = ROOT + basePath;
  const own = origin !== undefined && text.startsWith(origin) ? root + text.slice(origin.length) : text;
  if (own === '' || own.startsWith('#') || !URL.canParse(own, root + encodeURI(from)))
    return { kind: 'none' };
  const url = new URL(own, root + encodeURI(from));
  if (url.origin === ROOT) return ownTarget(url, basePath);
  return /^https?:$/.test(url.protocol) ? { kind: 'foreign', address: url.href } : { kind: 'none' };
}

function ownTarget({ pathname, search, hash }: URL, basePath: string): Target {
  const file = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname.slice(1);
  return { kind: 'own', path: decodeEscapes(file), rest: search + hash };
}

/** Base URLs, and paths as Hugo writes them. */
import path from 'node:path';
import type { SiteConfig } from '../types.ts';

/** Normalizes a base URL to end with a slash; `/` if it is empty or invalid. */
export function normalizeBaseURL(baseURL: string): string {
  const trimmed = isBaseURL(baseURL) ? baseURL.trim() : '';
  return trimmed === '' || trimmed.endsWith('/') ? trimmed || '/' : `${trimmed}/`;
}

/** Whether a text is a valid base URL: a URL, or a path. */
export function isBaseURL(text: string): boolean {
  return URL.canParse(text.trim(), PLACEHOLDER_HOST);
}

/** A host for parsing base URLs that are only a path; it never appears in output. */
const PLACEHOLDER_HOST = 'http://host.invalid/';

/** Returns the path of a base URL, with a slash at both ends: `/` or `/sub/`. */
export function parseBasePath(baseURL: string): string {
  const { pathname } = new URL(baseURL, PLACEHOLDER_HOST);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

const DROPPED_RE = /[^\p{L}\p{M}\p{Nd}/\\.\-_#+~@ ]/gu;

/** The options of the site for paths. */
type PathRules = Pick<SiteConfig, 'disablePathToLower'> & Partial<Pick<SiteConfig, 'removePathAccents'>>;

/**
 * Converts the path of a content file as Hugo does: lower case, dashes for spaces, no quotes, brackets and the like.
 * Source of the rules: docs/compatibility.md#paths; Hugo's `paths.Sanitize`.
 */
export function slugifyPath(path: string, { disablePathToLower, removePathAccents }: PathRules): string {
  const clean = path.replace(DROPPED_RE, '').trim().replace(/\s/g, '-');
  const plain = removePathAccents ? withoutAccents(clean) : clean;
  return disablePathToLower ? plain : plain.toLowerCase();
}

/** Removes combining marks of any script: `が` becomes `か`, but `ø` is a letter of its own. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

/** Converts a text to a part of an address; a run of spaces becomes one dash: `My & Slug` is `my-slug`. */
export function slugifyName(text: string, rules: PathRules): string {
  const words = text.replace(DROPPED_RE, '').replace(/\s+/g, ' ');
  return slugifyPath(words.replace(/ ?- ?/g, '-'), rules);
}

/** Normalizes a path: removes dots, and slashes at the start and end; never goes above the root. */
export function cleanPath(text: string): string {
  return path.posix.join('/', text.trim().replaceAll('\\', '/')).replace(/^\/+|\/+$/g, '');
}

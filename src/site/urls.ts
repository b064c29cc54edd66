/** Addresses: what a base URL says, and where a page is written. */

/** The base URL with a slash at its end; `/` when there is none, or one that no browser could read. */
export function normalizeBaseURL(baseURL: string): string {
  const trimmed = isBaseURL(baseURL) ? baseURL.trim() : '';
  return trimmed === '' || trimmed.endsWith('/') ? trimmed || '/' : `${trimmed}/`;
}

/** Whether a text can be a base URL: an address, or a path. */
export function isBaseURL(text: string): boolean {
  return URL.canParse(text.trim(), STAND_IN);
}

/** A base URL may be a bare path; this host is put before it, and never seen. */
const STAND_IN = 'http://host.invalid/';

/** The path part of a base URL, with a slash at both ends: `/` or `/sub/`. */
export function basePathOf(baseURL: string): string {
  const { pathname } = new URL(baseURL, STAND_IN);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

const DROPPED_RE = /[^\p{L}\p{M}\p{N}/\\.\-_#+~ ]/gu;

/**
 * The path of a content file as Hugo writes it: lower case, spaces as dashes, without quotes, brackets and the like.
 * Source of the rules: reference, "paths"; Hugo's `paths.Sanitize`.
 */
export function outputFolder(path: string): string {
  return path.replace(DROPPED_RE, '').trim().replace(/\s/g, '-').toLowerCase();
}

/** Where the page of a folder is written: `index.html`, `talk/index.html`. */
export function outputPathOf(path: string): string {
  const folder = outputFolder(path);
  return folder === '' ? 'index.html' : `${folder}/index.html`;
}

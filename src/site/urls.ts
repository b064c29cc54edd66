/** Addresses: what a base URL says, and where a page is written. */

/** The base URL with a slash at its end; `/` when there is none. */
export function normalizeBaseURL(baseURL: string): string {
  const trimmed = baseURL.trim();
  return trimmed === '' || trimmed.endsWith('/') ? trimmed || '/' : `${trimmed}/`;
}

/** The path part of a base URL, with a slash at both ends: `/` or `/sub/`. */
export function basePathOf(baseURL: string): string {
  // A base URL may be a bare path; the host of the stand-in is never seen.
  const { pathname } = new URL(baseURL, 'http://host.invalid/');
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

const DROPPED_RE = /[^\p{L}\p{M}\p{N}/\\.\-_#+~ ]/gu;

/**
 * The path of a content file as Hugo writes it: lower case, spaces as dashes, without quotes, brackets and the like.
 * Source of the rules: reference, "paths"; Hugo's `paths.Sanitize`.
 */
export function outputFolder(path: string): string {
  return path.replace(DROPPED_RE, '').trim().replace(/\s+/g, '-').toLowerCase();
}

/** Where the page of a folder is written: `index.html`, `talk/index.html`. */
export function outputPathOf(path: string): string {
  const folder = outputFolder(path);
  return folder === '' ? 'index.html' : `${folder}/index.html`;
}

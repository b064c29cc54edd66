/** Addresses: what a base URL says, and how Hugo writes a path. */
import type { SiteConfig } from '../types.ts';

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

const DROPPED_RE = /[^\p{L}\p{M}\p{N}/\\.\-_#+~@ ]/gu;

/** Whether paths keep the case of their letters. */
type PathCase = Pick<SiteConfig, 'disablePathToLower'>;

/**
 * The path of a content file as Hugo writes it: lower case, spaces as dashes, without quotes, brackets and the like.
 * Source of the rules: reference, "paths"; Hugo's `paths.Sanitize`.
 */
export function outputFolder(path: string, { disablePathToLower }: PathCase): string {
  const clean = path.replace(DROPPED_RE, '').trim().replace(/\s/g, '-');
  return disablePathToLower ? clean : clean.toLowerCase();
}

/** A word of an author as a part of an address, where runs of spaces are one dash: `My & Slug` is `my-slug`. */
export function outputName(text: string, pathCase: PathCase): string {
  const words = text.replace(DROPPED_RE, '').replace(/\s+/g, ' ');
  return outputFolder(words.replace(/ ?- ?/g, '-'), pathCase);
}

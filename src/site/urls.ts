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

const DROPPED_RE = /[^\p{L}\p{M}\p{Nd}/\\.\-_#+~@ ]/gu;

/** Whether paths keep the case of their letters, and lose their accents. */
type PathRules = Pick<SiteConfig, 'disablePathToLower'> & Partial<Pick<SiteConfig, 'removePathAccents'>>;

/**
 * The path of a content file as Hugo writes it: lower case, spaces as dashes, without quotes, brackets and the like.
 * Source of the rules: docs/compatibility.md#paths; Hugo's `paths.Sanitize`.
 */
export function outputFolder(path: string, { disablePathToLower, removePathAccents }: PathRules): string {
  const clean = path.replace(DROPPED_RE, '').trim().replace(/\s/g, '-');
  const plain = removePathAccents ? withoutAccents(clean) : clean;
  return disablePathToLower ? plain : plain.toLowerCase();
}

/** Every mark that a letter is composed with, in whatever script: `が` becomes `か`, and `ø` is a letter of its own. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

/** A word of an author as a part of an address, where runs of spaces are one dash: `My & Slug` is `my-slug`. */
export function outputName(text: string, rules: PathRules): string {
  const words = text.replace(DROPPED_RE, '').replace(/\s+/g, ' ');
  return outputFolder(words.replace(/ ?- ?/g, '-'), rules);
}

/** Files of the bundle of earlier builds that no page needs any more. What an author has put next to them stays. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildRecord } from './build-record.ts';
import { findEntry, type SiteFile } from './site-file.ts';
import { listBelow } from './stale-files.ts';

/** A build, as far as it decides what is stale. */
export interface AssetUse {
  readonly destination: string;
  /** The folder of the bundle. */
  readonly folder: string;
  readonly files: readonly SiteFile[];
  /** The files that the destination does not have yet. */
  readonly changed: readonly SiteFile[];
  readonly record: BuildRecord;
}

/** The name of a file of the bundle: it has a hash. */
const HASHED_NAME_RE = /-[\w-]{8}\.(?:css|js|json|map|otf|ttf|woff2?)$/;

/**
 * Lists the files in the folder of the bundle that builds have written, and that no page needs: neither one that is
 * written, nor one that stays, such as that of a deck that has become a draft.
 */
export function listStaleAssets(use: AssetUse): readonly string[] {
  const written = new Set(use.files.map((file) => file.path));
  const stale = listBelow(use.destination, use.folder).filter((file) => !written.has(file));
  if (stale.length === 0) return [];
  const own = new Set([...stale.filter((file) => isRecorded(file, use)), ...listReplaced(stale, use)]);
  if (own.size === 0) return [];
  const pages = listBelow(use.destination, '').filter((file) => isPage(file) && !written.has(file));
  const needed = findNamed(stale, readFiles(use.destination, pages), use.destination);
  return stale.filter((file) => own.has(file) && !needed.has(file));
}

const isPage = (file: string): boolean => file.endsWith('.html');

function isRecorded(file: string, { destination, record }: AssetUse): boolean {
  const found = findEntry(path.join(destination, file));
  return found !== undefined && record.hasFile(file, found);
}

/**
 * Lists the files that a build has written by all appearances, in a destination without a record: they have a hash in
 * their name, and pages name them that are replaced now by others that don't.
 */
function listReplaced(
  stale: readonly string[],
  { destination, files, changed }: AssetUse,
): readonly string[] {
  const hashed = stale.filter((file) => HASHED_NAME_RE.test(file));
  if (hashed.length === 0) return [];
  const replaced = changed.map((file) => file.path).filter(isPage);
  const before = findNamed(hashed, readFiles(destination, replaced), destination);
  const texts = files.flatMap(({ path: name, content }) =>
    isPage(name) && typeof content === 'string' ? [content] : [],
  );
  return [...before].filter((file) => !isNamed(file, texts));
}

/** Finds the files that texts name. Scripts and stylesheets name further files, so what is found is read as well. */
function findNamed(
  files: readonly string[],
  texts: readonly string[],
  destination: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let next = texts; next.length > 0;) {
    const names = files.filter((file) => !found.has(file) && isNamed(file, next));
    for (const name of names) found.add(name);
    next = readFiles(destination, names);
  }
  return found;
}

const isNamed = (file: string, texts: readonly string[]): boolean =>
  texts.some((text) => text.includes(path.posix.basename(file)));

/** Reads those of the files that exist. A link leads elsewhere. */
function readFiles(destination: string, files: readonly string[]): readonly string[] {
  return files
    .map((file) => path.join(destination, file))
    .filter((file) => findEntry(file)?.isFile())
    .map((file) => readFileSync(file, 'utf8'));
}

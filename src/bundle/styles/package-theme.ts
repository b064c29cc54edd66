/** Themes in npm packages of the site: a stylesheet that the package.json names, with the files that it refers to. */
import path from 'node:path';
import { isTable } from '../../tables.ts';
import { type BuiltInTheme, isBuiltInTheme, type PublishedAsset } from '../../types.ts';
import type { SiteFiles } from '../site-files.ts';
import { addFonts, type ResolvedStyle, textFile } from './authors-styles.ts';
import { findNamedFamilies } from './fonts.ts';

/** A theme of a package. */
export interface PackageTheme {
  readonly style: ResolvedStyle;
  /** The theme that it extends; `undefined` if it is complete. */
  readonly base: BuiltInTheme | undefined;
}

/** Names of packages, with or without a scope. */
const NAME_RE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** The folder of the published files of all such themes. */
const FOLDER = 'deck-themes';

/** Whether the site has installed a package of this name. */
export const isInstalled = (name: string, files: SiteFiles): boolean =>
  NAME_RE.test(name) && files.read(`node_modules/${name}/package.json`) !== undefined;

/**
 * Finds the theme of a package: `"deckwright": { "theme": "theme.css", "base": "studio" }` in its package.json, or else
 * its `style`. `undefined` if it is not installed, or has no such file below its folder.
 */
export function findPackageTheme(name: string, files: SiteFiles): PackageTheme | undefined {
  if (!isInstalled(name, files)) return undefined;
  const folder = `node_modules/${name}`;
  const { deckwright, style } = readManifest(files.read(`${folder}/package.json`) ?? '');
  const own = isTable(deckwright) ? deckwright : {};
  const named = own['theme'] ?? style;
  const file = typeof named === 'string' ? path.posix.normalize(named) : '..';
  const css = file.startsWith('..') ? undefined : files.read(`${folder}/${file}`);
  if (css === undefined) return undefined;
  const target = `${FOLDER}/${name}/${file}`;
  const { css: text, fonts } = addFonts(css, findNamedFamilies(css), target);
  const others = findFiles(css, file, { folder, files });
  const published: readonly PublishedAsset[] = [
    textFile(target, text),
    ...fonts,
    ...[...others].map(([at, bytes]) => ({ path: `${FOLDER}/${name}/${at}`, bytes })),
  ];
  const base = typeof own['base'] === 'string' && isBuiltInTheme(own['base']) ? own['base'] : undefined;
  const usedFiles = [file, ...others.keys()].map((at) => `${folder}/${at}`);
  return { style: { address: target, published, usedFiles, base: undefined }, base };
}

function readManifest(text: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(text);
    return isTable(manifest) ? manifest : {};
  } catch {
    return {};
  }
}

/** A package that is installed in the site. */
interface Package {
  readonly folder: string;
  readonly files: SiteFiles;
}

const ADDRESS_RE = /(?:url\(\s*["']?|@import\s+["'])([^"')?#]+)/g;

/** The files of a package that a stylesheet refers to, and those that they refer to, by their paths in the package. */
function findFiles(
  css: string,
  from: string,
  { folder, files }: Package,
  found = new Map<string, Uint8Array>(),
): ReadonlyMap<string, Uint8Array> {
  for (const [, address = ''] of css.matchAll(ADDRESS_RE)) {
    const file = path.posix.join(path.posix.dirname(from), address.trim());
    if (/^[a-z]*:|^\//i.test(address) || file.startsWith('..') || found.has(file)) continue;
    const bytes = files.readBytes(`${folder}/${file}`);
    if (!bytes) continue;
    found.set(file, bytes);
    if (file.endsWith('.css')) findFiles(new TextDecoder().decode(bytes), file, { folder, files }, found);
  }
  return found;
}

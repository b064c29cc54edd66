/** Finds the folders of packages, and of deckwright itself, whether it runs from its sources or from `dist/`. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of deckwright's package.json, with `layouts/` and `src/client/`. */
export function packageFolder(): string {
  return OWN_FOLDER;
}

/** The folder of the stylesheets of themes. */
export function themesFolder(): string {
  return path.join(packageFolder(), 'themes');
}

function findOwnFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isOwnPackage(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the package.json of deckwright was not found above its own code');
    folder = parent;
  }
  return folder;
}

/** The folder of the code that bundles: `src/bundle/`, or all of `dist/`. */
export function bundleFolder(): string {
  return import.meta.dirname;
}

/** The folder of the client's sources. */
export function clientFolder(): string {
  return path.join(packageFolder(), 'src', 'client');
}

function isOwnPackage(file: string): boolean {
  return existsSync(file) && /"name":\s*"deckwright"/.test(readFileSync(file, 'utf8'));
}

const OWN_FOLDER = findOwnFolder();

/** The folder of a dependency of deckwright, wherever npm installed it. */
export function dependencyFolder(name: string): string {
  const found = findPackage(name, packageFolder());
  if (found === undefined) throw new Error(`the package ${name} is not installed`);
  return found;
}

/** The packages that only sites which need them install. */
export type OptionalPackage =
  | '@cantoo/pdf-lib'
  | 'axe-core'
  | 'katex'
  | 'mermaid'
  | 'playwright-core'
  | 'sass'
  | 'subset-font';

/** The folder of an optional package, installed in the site or with deckwright; `undefined` if in neither. */
export function optionalPackage(name: OptionalPackage, root: string): string | undefined {
  return findPackage(name, root) ?? findPackage(name, packageFolder());
}

function findPackage(name: string, from: string): string | undefined {
  const require = createRequire(path.join(from, 'package.json'));
  return (require.resolve.paths(name) ?? [])
    .map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')));
}

/** Where deckwright itself is, whether it runs from its sources, from `dist/` or from node_modules. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of our package.json: `layouts/` and `src/client/` stand below it. */
export function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isOwnPackage(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the package.json of deckwright was not found above its own code');
    folder = parent;
  }
  return folder;
}

/** Where our code for bundling stands: its sources, or all of `dist/`. */
export function bundleFolder(): string {
  return import.meta.dirname;
}

/** Where the client's sources stand. */
export function clientFolder(): string {
  return path.join(packageFolder(), 'src', 'client');
}

function isOwnPackage(file: string): boolean {
  return existsSync(file) && /"name":\s*"deckwright"/.test(readFileSync(file, 'utf8'));
}

/** The folder of a package that we depend on, wherever npm has put it. */
export function dependencyFolder(name: string): string {
  const found = findPackage(name, packageFolder());
  if (found === undefined) throw new Error(`the package ${name} is not installed`);
  return found;
}

/** The packages that a site brings itself when it needs them: nobody else has to install them. */
export type OptionalPackage = 'katex' | 'mermaid' | 'sass';

/** The folder of a package that a site may bring: its own, else the one beside us; `undefined` where there is neither. */
export function optionalPackage(name: OptionalPackage, root: string): string | undefined {
  return findPackage(name, root) ?? findPackage(name, packageFolder());
}

function findPackage(name: string, from: string): string | undefined {
  const require = createRequire(path.join(from, 'package.json'));
  return (require.resolve.paths(name) ?? [])
    .map((folder) => path.join(folder, name))
    .find((folder) => existsSync(path.join(folder, 'package.json')));
}

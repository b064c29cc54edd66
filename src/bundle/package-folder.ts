/** Where deckwright itself is, whether it runs from its sources, from `dist/` or from node_modules. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of our package.json: `layouts/` and `src/client/` stand below it. */
export function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isOurs(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the package.json of deckwright was not found above its own code');
    folder = parent;
  }
  return folder;
}

/** Where the client's sources stand. */
export function clientFolder(): string {
  return path.join(packageFolder(), 'src', 'client');
}

function isOurs(file: string): boolean {
  return existsSync(file) && /"name":\s*"deckwright"/.test(readFileSync(file, 'utf8'));
}

/** The folder of a package that we depend on, wherever npm has put it. */
export function dependencyFolder(name: string): string {
  const require = createRequire(path.join(packageFolder(), 'package.json'));
  for (const folder of require.resolve.paths(name) ?? []) {
    const found = path.join(folder, name);
    if (existsSync(path.join(found, 'package.json'))) return found;
  }
  throw new Error(`the package ${name} is not installed`);
}

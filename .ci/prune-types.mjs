// Deletes the declarations that the public API does not import, so that the package only has those that it needs.
// Usage: node prune-types.mjs FOLDER, where index.d.ts is in the folder
import { readdirSync, readFileSync, rmSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.argv[2] ?? 'dist/types');
const IMPORT_RE = /(?:\bfrom\s*|\bimport\()['"](\.[^'"]+)\.ts['"]/g;
const kept = new Set();

function keep(file) {
  if (kept.has(file)) return;
  kept.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORT_RE))
    keep(path.resolve(path.dirname(file), `${name}.d.ts`));
}

/** Deletes files that are not kept, and then empty folders. */
function prune(parent) {
  for (const name of readdirSync(parent)) {
    const full = path.join(parent, name);
    if (statSync(full).isDirectory()) prune(full);
    else if (!kept.has(full)) rmSync(full);
  }
  if (readdirSync(parent).length === 0) rmdirSync(parent);
}

keep(path.join(folder, 'index.d.ts'));
prune(folder);

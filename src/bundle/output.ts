/** The destination folder: what is copied there, and what is swept out of it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OpenSite } from './open-site.ts';

/** Copies the files that are published as they are. Those that are there already, and unchanged, are left alone. */
export function copyStaticFiles({ root, destination, site }: OpenSite, written: ReadonlySet<string>): void {
  for (const { source, outputPath } of site.staticFiles) {
    // A page wins over a static file of its name.
    if (written.has(outputPath)) continue;
    const from = path.join(root, source);
    const to = path.join(destination, outputPath);
    if (isSame(from, to)) continue;
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

/** Same size, and the copy is not older: what make goes by. */
function isSame(from: string, to: string): boolean {
  if (!existsSync(to)) return false;
  const [source, copy] = [statSync(from), statSync(to)];
  return source.size === copy.size && copy.mtimeMs >= source.mtimeMs;
}

/** Deletes what earlier builds left in the folder of the bundle. `kept` are paths below the destination. */
export function sweepAssets(destination: string, folder: string, kept: readonly string[]): void {
  const full = path.join(destination, folder);
  if (!existsSync(full)) return;
  for (const name of readdirSync(full)) {
    const file = `${folder}/${name}`;
    if (!kept.some((one) => one === file || one.startsWith(`${file}/`)))
      rmSync(path.join(full, name), { recursive: true });
  }
}

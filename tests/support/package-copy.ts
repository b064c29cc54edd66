/** deckwright once more, in a folder of its own. */
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What the command is made of. */
const OWN = ['bin', 'layouts', 'src', 'themes', 'package.json', 'LICENSE', 'vite.config.ts', 'tsconfig.json'];

/** Packages that clients are bundled from: bundlers see where they really are. */
const BUNDLED = ['@fontsource', 'highlight.js', 'katex', 'mermaid', 'minisearch', 'reveal.js'];

/** Copies the package, with a cache of its own. */
export function copyPackage(folder: string): void {
  for (const name of OWN) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  const [from, to] = [ROOT, folder].map((root) => path.join(root, 'node_modules')) as [string, string];
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    if (BUNDLED.includes(name)) linkFiles(path.join(from, name), path.join(to, name));
    else symlinkSync(path.join(from, name), path.join(to, name));
  }
}

/** The files themselves under a second name, where the file system has such. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(source, target);
    else if (!existsSync(target)) linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another file system.
    copyFileSync(source, target);
  }
}

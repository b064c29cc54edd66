/** KaTeX for a site. */
import path from 'node:path';
import { loadKatex } from '../katex.ts';
import type { Katex } from '../types.ts';
import { optionalPackage } from './package-folder.ts';

/** Loads KaTeX for the site at `root`: its own, else the one next to our code. */
export function createKatexLoader(root: string, locate = optionalPackage): () => Katex | undefined {
  return () => {
    const folder = locate('katex', root);
    // A package may name itself.
    return folder === undefined ? undefined : loadKatex(path.join(folder, 'package.json'));
  };
}

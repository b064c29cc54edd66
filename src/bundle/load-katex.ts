/** Loads KaTeX from the packages of a site. */
import path from 'node:path';
import { loadKatex } from '../katex.ts';
import type { Katex } from '../types.ts';
import { optionalPackage } from './package-folder.ts';

/** Creates the loader of KaTeX for the site at `root`: the site's own package, or the one installed with deckwright. */
export function createKatexLoader(root: string, locate = optionalPackage): () => Katex | undefined {
  return () => {
    const folder = locate('katex', root);
    // A package can resolve its own name.
    return folder === undefined ? undefined : loadKatex(path.join(folder, 'package.json'));
  };
}

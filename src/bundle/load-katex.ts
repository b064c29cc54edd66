/** KaTeX, which a site brings when it has formulas. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Katex } from '../types.ts';
import { optionalPackage } from './package-folder.ts';

/** Loads KaTeX for the site at `root`: its own, else the one beside us. */
export function createKatexLoader(root: string, locate = optionalPackage): () => Katex | undefined {
  return () => {
    const folder = locate('katex', root);
    if (folder === undefined) return undefined;
    // A package may name itself.
    const require = createRequire(path.join(folder, 'package.json'));
    const katex = require('katex') as Katex;
    // Chemical formulas, \ce{H2O}: it adds itself to the package.
    require('katex/contrib/mhchem');
    return katex;
  };
}

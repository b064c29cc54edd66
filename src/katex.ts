/** KaTeX, which a site brings when it has formulas. */
import { createRequire } from 'node:module';
import type { Katex } from './types.ts';

/**
 * Loads KaTeX with chemical formulas, as a module at this path or URL finds it; `undefined` where it is not installed.
 * @throws {Error} of Node or of the package, if it is installed but broken
 */
export function loadKatex(from: string): Katex | undefined {
  const require = createRequire(from);
  if (!isInstalled(require)) return undefined;
  const katex = require('katex') as Katex;
  // Chemical formulas, \ce{H2O}: it adds itself to the package.
  require('katex/contrib/mhchem');
  return katex;
}

function isInstalled(require: NodeJS.Require): boolean {
  try {
    return require.resolve('katex') !== '';
  } catch (error) {
    // A package without its main file is not found, either, but by another name.
    if (error instanceof Error && error.message.startsWith("Cannot find module 'katex'")) return false;
    throw error;
  }
}

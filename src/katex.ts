/** KaTeX, which a site brings when it has formulas. */
import { createRequire } from 'node:module';
import type { Katex } from './types.ts';

/**
 * Loads KaTeX with chemical formulas, as a module at this path or URL finds it; `undefined` where it is not installed.
 */
export function loadKatex(from: string): Katex | undefined {
  const require = createRequire(from);
  try {
    const katex = require('katex') as Katex;
    // Chemical formulas, \ce{H2O}: it adds itself to the package.
    require('katex/contrib/mhchem');
    return katex;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Which variables of the environment templates may see. Source: Hugo's `security.funcs.getenv`. */
import { type CompilePattern, type Pattern, PatternError } from '../../patterns.ts';
import { readPath } from '../../site/formats/formats.ts';
import type { SiteConfig } from '../../types.ts';

/** Where a site does not say otherwise. */
const DEFAULT_POLICY = ['^HUGO_', '^CI$'];

/** Whether the site lets its templates see a variable. */
export function isVariableAllowed(name: string, { raw }: SiteConfig, compile: CompilePattern): boolean {
  const written = readPath(raw, ['security', 'funcs', 'getenv']);
  const patterns = written === undefined ? DEFAULT_POLICY : [written].flat().map(String);
  const matches = (pattern: string): boolean => readPattern(pattern, compile)?.test(name) ?? false;
  const isDenied = patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)));
  return !isDenied && patterns.some((pattern) => pattern !== 'none' && matches(pattern));
}

/** One that can't be read lets nothing through. */
function readPattern(pattern: string, compile: CompilePattern): Pattern | undefined {
  try {
    return compile(pattern.trim());
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return undefined;
  }
}

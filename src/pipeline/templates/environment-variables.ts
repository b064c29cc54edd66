/** Decides which environment variables templates may read. Source: Hugo's `security.funcs.getenv`. */
import { type CompilePattern, type Pattern, PatternError } from '../../patterns.ts';
import { readPath } from '../../site/formats/formats.ts';
import type { SiteConfig } from '../../types.ts';

/** Hugo's default policy. */
const DEFAULT_POLICY = ['^HUGO_', '^CI$'];

/** Whether templates of the site may read a variable. */
export function isVariableAllowed(name: string, { raw }: SiteConfig, compile: CompilePattern): boolean {
  const written = readPath(raw, ['security', 'funcs', 'getenv']);
  const patterns = written === undefined ? DEFAULT_POLICY : [written].flat().map(String);
  const matches = (pattern: string): boolean => readPattern(pattern, compile)?.test(name) ?? false;
  const isDenied = patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)));
  return !isDenied && patterns.some((pattern) => pattern !== 'none' && matches(pattern));
}

/** Compiles a pattern; an invalid one is `undefined` and allows nothing. */
function readPattern(pattern: string, compile: CompilePattern): Pattern | undefined {
  try {
    return compile(pattern.trim());
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return undefined;
  }
}

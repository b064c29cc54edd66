/** Which variables of the environment templates may see. Source: Hugo's `security.funcs.getenv`. */
import { Pattern, PatternError } from '../../patterns.ts';
import { readPath } from '../../site/formats.ts';
import type { SiteConfig } from '../../types.ts';

/** Where a site does not say otherwise. */
const DEFAULT_POLICY = ['^HUGO_', '^CI$'];

/** Whether the site lets its templates see a variable. */
export function maySee(name: string, { raw }: SiteConfig): boolean {
  const written = readPath(raw, ['security', 'funcs', 'getenv']);
  const patterns = written === undefined ? DEFAULT_POLICY : [written].flat().map(String);
  const matches = (pattern: string): boolean => readPattern(pattern)?.test(name) ?? false;
  const isDenied = patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)));
  return !isDenied && patterns.some((pattern) => pattern !== 'none' && matches(pattern));
}

/** One that can't be read lets nothing through. */
function readPattern(pattern: string): Pattern | undefined {
  try {
    return new Pattern(pattern.trim());
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return undefined;
  }
}

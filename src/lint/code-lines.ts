/** Numbered lines of highlighted code, whose numbers are ids that begin anew in each block. */
import type { TagFacts } from '../types.ts';

/** The classes of our lines, of Chroma's, and of links to them. */
const CLASSES: ReadonlySet<string> = new Set(['code-line', 'ln', 'lnt', 'lnlinks']);

/** Whether a tag belongs to a line of code. */
export function isCodeLine({ attributes }: TagFacts): boolean {
  return attributes['class']?.split(/\s+/).some((name) => CLASSES.has(name)) === true;
}

/** Which files of a mount are seen: its `files`, and `includeFiles` and `excludeFiles` of Hugo up to 0.152. */
import { createGlob } from './globs.ts';

/** What stands in front of a pattern of files that are left out. Hugo wants the blank. */
export const NOT = '! ';

/** Whether a file is seen, by its path below the source of the mount. */
export type FileFilter = (path: string) => boolean;

interface Rule {
  readonly isKept: boolean;
  readonly matches: (path: string) => boolean;
  /** Whether a file that matches may stand in a folder. */
  readonly mayHold: (folder: string) => boolean;
}

/**
 * Makes a test of patterns. As in Hugo, the first one that matches decides, and what none matches is seen where all of
 * them leave something out. A folder that is not seen, or that no pattern leads into, hides all that it holds: `**.md`
 * has the files at the top alone.
 * @example
 * createFileFilter(['! private/**'])('private/pay.md') // false
 */
export function createFileFilter(patterns: readonly string[]): FileFilter {
  if (patterns.length === 0) return () => true;
  const rules = patterns.map(createRule);
  const isOpen = rules.every(({ isKept }) => !isKept);
  const isSeen = (path: string): boolean => rules.find((rule) => rule.matches(path))?.isKept ?? isOpen;
  const isEntered = (folder: string): boolean =>
    rules.find((rule) => rule.matches(folder) || rule.mayHold(folder))?.isKept ?? isOpen;
  return (path) => isSeen(path) && foldersAbove(path).every(isEntered);
}

/** Patterns begin at the top, with a slash or without. */
function createRule(pattern: string): Rule {
  const isKept = !pattern.startsWith(NOT);
  const plain = (isKept ? pattern : pattern.slice(NOT.length)).replace(/^\//, '');
  const above = isKept ? foldersAbove(plain).map(createGlob) : [];
  return {
    isKept,
    matches: createGlob(plain),
    mayHold: (folder) => above.some((matches) => matches(folder)),
  };
}

/** `a` and `a/b` of `a/b/c.md`. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, n) => names.slice(0, n + 1).join('/'));
}

/** Filters the files of a mount: by `files`, or `includeFiles` and `excludeFiles` of Hugo up to 0.152. */
import { createGlob } from '../../globs.ts';

/** Prefix of patterns that exclude files; Hugo requires the space. */
export const NOT = '! ';

/** Tells whether a file is included, by its path below the source of the mount. */
export type FileFilter = (path: string) => boolean;

interface Rule {
  readonly isKept: boolean;
  readonly matches: (path: string) => boolean;
  /** Whether a folder can contain a matching file. */
  readonly mayHold: (folder: string) => boolean;
}

/**
 * Creates a filter from patterns. As in Hugo, the first pattern that matches decides, and other files are included only
 * if all patterns exclude files. Folders that are excluded, or that no pattern can match a file in, are skipped: `**.md`
 * matches files at the top level only.
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

/** Compiles a pattern, which is relative to the mount with or without a leading slash. */
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

/** Lists the folders above a file: `a` and `a/b` of `a/b/c.md`. */
function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, n) => names.slice(0, n + 1).join('/'));
}

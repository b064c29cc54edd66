/** Fences of code, read line by line. */

/** Also in lists and quotes. */
const FENCE_RE = /^\s*(?:[-*+>] *|\d+[.)] +)*(`{3,}|~{3,})/;

/** The fence that is open behind a line, by its marks; `fence` is the one in front of it. */
export function fenceBehind(line: string, fence: string | undefined): string | undefined {
  const marks = FENCE_RE.exec(line)?.[1];
  if (!marks) return fence;
  if (!fence) return marks;
  return marks.startsWith(fence) ? undefined : fence;
}

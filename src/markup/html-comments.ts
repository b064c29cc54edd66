/** HTML comments, by the rules of browsers: one that is never closed goes on to the end. */

/** Each comment of a text. */
export const COMMENT_RE: RegExp = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g;

/** Whether a comment is open where a text ends; `wasOpen` says whether one is where it begins. */
export function leavesCommentOpen(text: string, wasOpen = false): boolean {
  const end = text.lastIndexOf('-->');
  return (end < 0 && wasOpen) || text.includes('<!--', end + 1);
}

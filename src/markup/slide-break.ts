/** Where the slide of an unclosed shortcode ends: the one place where breaks are sought before Markdown is parsed. */

const BREAK_RE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\r?$/;
const FENCE_RE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Where the line begins that holds the first thematic break outside of code, between two offsets: at the line end in
 * front of it, so that what comes before does not run into it.
 */
export function findSlideBreak(text: string, start: number, end: number): number | undefined {
  let fence: string | undefined;
  let previous = '';
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const marks = FENCE_RE.exec(line)?.[1];
    if (marks && !fence) fence = marks;
    else if (marks && fence && marks.startsWith(fence)) fence = undefined;
    // A row of dashes under a line of text underlines a heading.
    else if (!fence && BREAK_RE.test(line) && (previous.trim() === '' || !line.includes('-')))
      return Math.max(at - 1, start);
    previous = line;
    at += line.length + 1;
  }
  return undefined;
}

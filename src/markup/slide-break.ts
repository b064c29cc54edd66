/** Where the slide of an unclosed shortcode ends: the one place where breaks are sought before Markdown is parsed. */

const BREAK_RE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\r?$/;
const FENCE_RE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Where the text ends that stands in front of the first thematic break outside of code, between two offsets: blank
 * lines belong to the break, so that it stays one.
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
      return endOfText(text, start, at);
    previous = line;
    at += line.length + 1;
  }
  return undefined;
}

function endOfText(text: string, start: number, at: number): number {
  return start + text.slice(start, at).trimEnd().length;
}

/** Where the slide of an unclosed shortcode ends: the one place where breaks are sought before Markdown is parsed. */

const BREAK_RE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\r?$/;
const FENCE_RE = /^ {0,3}(`{3,}|~{3,})/;

/** A thematic break outside of code. */
interface SlideBreak {
  /** Where the text ends in front of it: blank lines belong to the break, so that it stays one. */
  readonly start: number;
  /** Where the line behind it begins. */
  readonly end: number;
}

/** Where the text ends that stands in front of the first break between two offsets. */
export function findSlideBreak(text: string, start: number, end: number): number | undefined {
  return slideBreaks(text, start, end).next().value?.start;
}

/** Where the text ends in front of the last break, if nothing is written behind that. */
export function findTrailingBreak(text: string, start: number, end: number): number | undefined {
  const last = [...slideBreaks(text, start, end)].at(-1);
  return last && text.slice(last.end, end).trim() === '' ? last.start : undefined;
}

function* slideBreaks(text: string, start: number, end: number): Generator<SlideBreak, undefined> {
  let fence: string | undefined;
  let previous = '';
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const marks = FENCE_RE.exec(line)?.[1];
    if (marks && !fence) fence = marks;
    else if (marks && fence && marks.startsWith(fence)) fence = undefined;
    // A row of dashes under a line of text underlines a heading.
    else if (!fence && BREAK_RE.test(line) && (previous.trim() === '' || !line.includes('-')))
      yield { start: endOfText(text, start, at), end: at + line.length + 1 };
    previous = line;
    at += line.length + 1;
  }
}

function endOfText(text: string, start: number, at: number): number {
  return start + text.slice(start, at).trimEnd().length;
}

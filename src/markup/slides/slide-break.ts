/**
 * Defines what separates two slides. In parsed Markdown: a thematic break on the top level, or an HTML block that
 * begins with a raw `<hr>`. In text that is split before it is parsed: a line that will become a break.
 */
import type { Token } from 'markdown-it';
import { leadingRawBreak } from '../../slide-html.ts';
import { fenceAfter } from '../code/code-fences.ts';

/** Whether a token separates two slides. */
export const isSlideBreak = (token: Token): boolean =>
  token.level === 0 && (token.type === 'hr' || restAfterBreak(token) !== undefined);

/** The rest of an HTML block after a raw `<hr>` at its start; `undefined` if there is none. */
export function restAfterBreak({ type, content }: Token): string | undefined {
  if (type !== 'html_block') return undefined;
  const length = leadingRawBreak(content);
  return length === 0 ? undefined : content.slice(length).replace(LINE_END_RE, '');
}

const LINE_END_RE = /^[ \t]*\n/;

const BREAK_RE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\r?$/;
/** The form that most authors use. */
const DASHES_RE = /^ {0,3}-{3,}[ \t]*\r?$/;

/** Whether a line is a row of dashes: a break below an empty line, the underline of a heading below text. */
export const isRowOfDashes = (line: string): boolean => DASHES_RE.test(line);

/** Whether a line outside code is a break; below text, dashes underline a heading. */
const isBreakLine = (line: string, previous: string): boolean =>
  BREAK_RE.test(line) && (previous.trim() === '' || !line.includes('-'));

/** A thematic break outside code. */
interface SlideBreak {
  /** The end of the text before the break: empty lines belong to the break, so that it stays one. */
  readonly start: number;
  /** The start of the line after the break. */
  readonly end: number;
}

/** Finds the end of the text before the first break between two offsets. */
export function findSlideBreak(text: string, start: number, end: number): number | undefined {
  return slideBreaks(text, start, end).next().value?.start;
}

/** Finds the end of the text before the last break, if nothing follows that break. */
export function findTrailingBreak(text: string, start: number, end: number): number | undefined {
  const last = [...slideBreaks(text, start, end)].at(-1);
  return last && text.slice(last.end, end).trim() === '' ? last.start : undefined;
}

function* slideBreaks(text: string, start: number, end: number): Generator<SlideBreak, undefined> {
  let fence: string | undefined;
  let previous = '';
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    fence = fenceAfter(line, fence);
    if (!fence && isBreakLine(line, previous))
      yield { start: endOfText(text, start, at), end: at + line.length + 1 };
    previous = line;
    at += line.length + 1;
  }
}

function endOfText(text: string, start: number, at: number): number {
  return start + text.slice(start, at).trimEnd().length;
}

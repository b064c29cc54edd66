/**
 * What separates two slides: the one place for it. Once Markdown is parsed, a thematic break at the top or an HTML block
 * that begins with a raw `<hr>`. Before that, for what is cut earlier than it is parsed, a line that will be one.
 */
import type { Token } from 'markdown-it';
import { leadingRawBreak } from '../slide-html.ts';
import { fenceAfter } from './code/code-fences.ts';

/** Whether slides are cut at a token. */
export const isSlideBreak = (token: Token): boolean =>
  token.level === 0 && (token.type === 'hr' || restAfterBreak(token) !== undefined);

/** What follows the raw `<hr>` that an HTML block begins with; `undefined` where it begins with something else. */
export function restAfterBreak({ type, content }: Token): string | undefined {
  if (type !== 'html_block') return undefined;
  const length = leadingRawBreak(content);
  return length === 0 ? undefined : content.slice(length).replace(LINE_END_RE, '');
}

const LINE_END_RE = /^[ \t]*\n/;

const BREAK_RE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\r?$/;
/** In the form of most authors. */
const DASHES_RE = /^ {0,3}-{3,}[ \t]*\r?$/;

/** Whether a line is a break in the form of most authors: under an empty line, for under text it makes a heading of that. */
export const isRowOfDashes = (line: string): boolean => DASHES_RE.test(line);

/** Whether a line outside of code is a break; under a line of text, dashes underline a heading. */
const isBreakLine = (line: string, previous: string): boolean =>
  BREAK_RE.test(line) && (previous.trim() === '' || !line.includes('-'));

/** A thematic break outside of code. */
interface SlideBreak {
  /** Where the text ends before it: empty lines belong to the break, so that it stays one. */
  readonly start: number;
  /** Where the line after it begins. */
  readonly end: number;
}

/** Where the text before the first break between two offsets ends. */
export function findSlideBreak(text: string, start: number, end: number): number | undefined {
  return slideBreaks(text, start, end).next().value?.start;
}

/** Where the text before the last break ends, if nothing is written after that. */
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

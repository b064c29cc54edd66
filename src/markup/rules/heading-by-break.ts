/**
 * `---` right under a paragraph, which underlines a heading where a new slide was meant. Headings are underlined so on
 * purpose, too: they begin their slide, and are a few words.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type Environment, getEnvironment } from '../environment.ts';
import { isSlideBreak } from '../slides/slide-break.ts';

/** The form of most breaks; a longer row is a line under a heading. */
const THREE_DASHES_RE = /^ {0,3}---[ \t]*$/;

/** What ends a sentence, and what may also end a heading. */
const SENTENCE_RE = /[.,;…]$/;
const SENTENCE_OR_TITLE_RE = /[.,;…:!?)]$/;

/** Titles are shorter, in characters. */
const LONG = 60;

/** The headings of slides. */
const TITLES: readonly string[] = ['h1', 'h2'];

/** What is on a slide above a heading. */
interface Above {
  readonly isEmpty: boolean;
  /** Whether one of the headings is written with `#`. */
  readonly hasHash: boolean;
}

export function headingByBreak(markdown: MarkdownIt): void {
  markdown.core.ruler.push('heading_by_break', (state) => {
    const environment = getEnvironment(state.env);
    // Only texts with slides have breaks.
    if (environment.isInner && !environment.hasBreaks) return;
    let lines: readonly string[] | undefined;
    let above: Above = { isEmpty: true, hasHash: false };
    for (const [n, token] of state.tokens.entries()) {
      if (token.level > 0 || token.nesting < 0) continue;
      if (isSlideBreak(token)) above = { isEmpty: true, hasHash: false };
      else if (isUnderlined(token)) {
        lines ??= state.src.split('\n');
        if (isBreak(n, { state, lines, environment }, above)) warn(token, environment);
        above = { ...above, isEmpty: false };
      } else above = addBlock(above, token, environment);
    }
  });
}

const isUnderlined = ({ type, markup }: Token): boolean => type === 'heading_open' && markup === '-';

function addBlock(above: Above, token: Token, environment: Environment): Above {
  const isHash = token.type === 'heading_open' && token.markup.startsWith('#');
  const isComment = token.type === 'html_block' && token.content.startsWith('<!--');
  const isSilent = isComment || isAttributes(token, environment);
  return { isEmpty: above.isEmpty && isSilent, hasHash: above.hasHash || isHash };
}

interface Text {
  readonly state: StateCore;
  readonly lines: readonly string[];
  readonly environment: Environment;
}

/** Whether the heading at an index is meant as text before a break. */
function isBreak(n: number, { state: { tokens }, lines, environment }: Text, above: Above): boolean {
  const [heading, inline, , next] = tokens.slice(n, n + 4);
  const underline = heading?.map?.[1] ?? 0;
  if (!inline || !THREE_DASHES_RE.test(lines[underline - 1] ?? '')) return false;
  const opensSlide = isTitle(next, above) || isAttributes(next, environment);
  const isEnd = (lines[underline] ?? '').trim() === '';
  if (!isEnd && !opensSlide) return false;
  const { content } = inline;
  const isText = content.includes('\n') || content.length > LONG || content.startsWith('![');
  const sentence = above.isEmpty ? SENTENCE_RE : SENTENCE_OR_TITLE_RE;
  const isMeant = isText || opensSlide || sentence.test(content) || above.hasHash;
  return isMeant && environment.hasBreakLines?.() === true;
}

/** Whether a token is the heading of a slide. Below a title that begins its slide, `##` may be a part of that slide. */
const isTitle = (token: Token | undefined, { isEmpty }: Above): boolean =>
  token?.type === 'heading_open' &&
  token.markup.startsWith('#') &&
  TITLES.includes(token.tag) &&
  !(isEmpty && token.tag === 'h2');

const isAttributes = (token: Token | undefined, { placeholders }: Environment): boolean =>
  token !== undefined && placeholders.isAttributes(token.content);

function warn({ map }: Token, environment: Environment): void {
  if (map) environment.lines = [map[1] - 1, map[1]];
  environment.report('---', {
    code: 'heading-by-break',
    severity: 'warning',
    message: '--- right under text makes it a heading, and begins no new slide',
    hint: 'Put an empty line above --- for a new slide. Write a heading with ##.',
  });
}

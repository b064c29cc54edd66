/**
 * Shortcodes on lines of their own. As in Hugo, a paragraph with a single shortcode loses its tags. Beyond Hugo, output
 * that can't be in a paragraph, such as a note, is taken out of it, and a row of dashes below a shortcode is a slide
 * break and never makes a heading.
 */
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { getEnvironment, type Environment } from '../environment.ts';
import { isRowOfDashes } from '../slides/slide-break.ts';

export function shortcodeBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.before('lheading', 'shortcode_over_break', shortcodeOverBreak, { alt: ['paragraph'] });
  markdown.core.ruler.push('shortcode_blocks', (state: StateCore) => {
    state.tokens = unwrapParagraphs(state);
  });
  markdown.renderer.rules['shortcode'] = (tokens, index) => `${tokens[index]?.content ?? ''}\n`;
  markdown.renderer.rules['hr'] = (tokens, index, options, env) => {
    const html = markdown.renderer.renderToken(tokens, index, options);
    // The HTML of a nested shortcode is parsed as Markdown again, and there a break only counts as a block.
    return getEnvironment(env).hasBreaks && tokens[index]?.level === 0 ? `\n${html}\n` : html;
  };
}

/** Reads a line that is a single placeholder, right above a row of dashes, as a block of its own. */
function shortcodeOverBreak(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 1 >= endLine || !isRowOfDashes(lineOf(state, startLine + 1))) return false;
  const text = lineOf(state, startLine).trim();
  if (!getEnvironment(state.env).placeholders.getResult(text)) return false;
  if (silent) return true;
  const environment = getEnvironment(state.env);
  environment.lines = [startLine + 1, startLine + 2];
  environment.report(lineOf(state, startLine + 1).trim(), breakUnderShortcode);
  const token = state.push('shortcode', '', 0);
  token.content = text;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

const breakUnderShortcode = {
  code: 'break-under-shortcode',
  severity: 'warning',
  message:
    'dashes directly below text turn it into a heading; below a shortcode they are read as a slide break',
  hint: 'Add an empty line before the dashes.',
} as const;

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}

/** Splits paragraphs that contain a block, and leaves everything else as it is. */
function unwrapParagraphs(state: StateCore): Token[] {
  const { placeholders } = getEnvironment(state.env);
  const written: Token[] = [];
  for (let n = 0; n < state.tokens.length; n++) {
    const [open, inline, close] = state.tokens.slice(n, n + 3);
    if (!open) break;
    const isParagraph = open.type === 'paragraph_open' && inline && close;
    const lines = isParagraph ? splitLines(inline.children ?? []) : [];
    if (!isParagraph || !lines.some((line) => isBlockLine(line, lines.length, placeholders)))
      written.push(open);
    else {
      written.push(...writeLines({ state, open, inline, close }, lines));
      n += 2;
    }
  }
  return written;
}

/**
 * Whether a line is a block: alone in its paragraph, any placeholder; among other lines, only what can't be in a
 * paragraph.
 */
function isBlockLine(
  line: readonly Token[],
  count: number,
  placeholders: Environment['placeholders'],
): boolean {
  const text = line.length === 1 && line[0]?.type === 'text' ? line[0].content : '';
  return count === 1 ? placeholders.replacesParagraph(text) : placeholders.isBlock(text);
}

interface Paragraph {
  readonly state: StateCore;
  readonly open: Token;
  readonly inline: Token;
  readonly close: Token;
}

function writeLines({ state, open, inline, close }: Paragraph, lines: readonly Token[][]): Token[] {
  const { placeholders } = getEnvironment(state.env);
  const written: Token[] = [];
  let text: Token[] = [];
  const flush = (): void => {
    if (text.length > 0)
      written.push(open, Object.assign(new state.Token('inline', '', 0), inline, { children: text }), close);
    text = [];
  };
  for (const [n, line] of lines.entries()) {
    if (isBlockLine(line, lines.length, placeholders)) {
      flush();
      const block = new state.Token('shortcode', '', 0);
      written.push(
        Object.assign(block, {
          content: line[0]?.content.trim() ?? '',
          map: lineMap(inline, n),
          level: open.level,
          block: true,
        }),
      );
    } else {
      if (text.length > 0) text.push(new state.Token('softbreak', 'br', 0));
      text.push(...line);
    }
  }
  flush();
  return written;
}

/** The source line of a shortcode in a paragraph. */
function lineMap({ map }: Token, line: number): [number, number] | null {
  return map && [map[0] + line, map[0] + line + 1];
}

function splitLines(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'softbreak') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

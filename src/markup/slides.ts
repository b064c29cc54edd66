/** Cuts the tokens of a text into slides: at every thematic break that stands at the top, by tokens. */
import type { MarkdownIt, Token } from 'markdown-it';
import { createDiagnostic } from '../diagnostics.ts';
import type { Page, Report, Slide } from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, lineStart, originOf } from './expansion.ts';

/** A text on its way to slides. */
export interface SlideText {
  readonly expansion: Expansion;
  readonly page: Page;
  readonly environment: Environment;
  readonly markdown: MarkdownIt;
  readonly report: Report;
}

/** What stands between two breaks. */
interface Chunk {
  readonly tokens: readonly Token[];
  /** The line of the expanded text that it begins on, counted from 0. */
  readonly line: number;
}

/** A raw `<hr>` that an HTML block begins with is a break too: Hugo splits what it has rendered. */
const RAW_BREAK_RE = /^\s*<hr(?: \/)?>[ \t]*(?:\n|$)/;

/** The slides of a text. Chunks with nothing in them, as before a leading break, are none. */
export function createSlides(text: SlideText): readonly Slide[] {
  const tokens = text.markdown.parse(text.expansion.text, text.environment);
  return splitAtBreaks(tokens)
    .flatMap((chunk) => splitAtSlideMarks(chunk, text))
    .map((chunk) => createSlide(chunk, text))
    .filter((slide) => slide !== undefined);
}

function splitAtBreaks(tokens: readonly Token[]): Chunk[] {
  const chunks: { tokens: Token[]; line: number }[] = [{ tokens: [], line: 0 }];
  const begin = (token: Token): void => void chunks.push({ tokens: [], line: token.map?.[1] ?? 0 });
  for (const token of tokens) {
    const current = chunks.at(-1);
    const isTop = token.level === 0;
    if (isTop && token.type === 'hr') begin(token);
    else if (isTop && token.type === 'html_block' && RAW_BREAK_RE.test(token.content)) {
      begin(token);
      const rest = token.content.replace(RAW_BREAK_RE, '');
      if (rest.trim())
        chunks.at(-1)?.tokens.push(Object.assign(Object.create(token) as Token, { content: rest }));
    } else current?.tokens.push(token);
  }
  return chunks;
}

/** A slide has one set of attributes: a second `slide` in the same chunk begins a slide of its own. */
function splitAtSlideMarks(chunk: Chunk, text: SlideText): Chunk[] {
  const { marks } = text.environment;
  const isMark = (token: Token): boolean => token.type === 'shortcode' && marks.isAttributes(token.content);
  const [, ...further] = chunk.tokens.flatMap((token, n) => (token.level === 0 && isMark(token) ? [n] : []));
  if (further.length === 0) return [chunk];
  const starts = [0, ...further];
  return starts.map((start, n) => {
    const line = n === 0 ? chunk.line : (chunk.tokens[start]?.map?.[0] ?? chunk.line);
    if (n > 0) text.report(secondSlide(text, line));
    return { tokens: chunk.tokens.slice(start, starts[n + 1]), line };
  });
}

function secondSlide({ expansion, page }: SlideText, line: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'slide-twice',
    severity: 'warning',
    message: 'a slide shortcode stands in this slide already, so a new slide begins here',
    hint: 'Put --- with blank lines around it in front, or take one of the two out.',
    source: page.source,
    offset: originOf(expansion, lineStart(expansion, line)),
  });
}

function createSlide({ tokens, line }: Chunk, text: SlideText): Slide | undefined {
  const { markdown, environment, expansion, page } = text;
  const rendered = markdown.renderer.render([...tokens], markdown.options, environment);
  const { html, attributes, slides } = environment.marks.settle(rendered);
  if (isBlank(html) && slides.length === 0 && Object.keys(attributes).length === 0) return undefined;
  const first = tokens.find((token) => token.map)?.map?.[0] ?? line;
  const offset = originOf(expansion, lineStart(expansion, first));
  return { attributes, html, slides, position: { file: page.source.path, offset } };
}

const COMMENT_RE = /<!--[\s\S]*?-->/g;

/** A slide of comments only is one that the author has commented out. */
function isBlank(html: string): boolean {
  return html.replace(COMMENT_RE, '').trim() === '';
}

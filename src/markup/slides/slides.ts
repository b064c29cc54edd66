/** Splits the tokens of a text into slides, at every break on the top level. */
import type { MarkdownIt, Token } from 'markdown-it';
import { createDiagnostic } from '../../diagnostics.ts';
import { escapeHtml } from '../../escape-html.ts';
import { withoutNotes } from '../../slide-html.ts';
import type { Page, Position, Report, Slide } from '../../types.ts';
import type { Environment } from '../environment.ts';
import { type Expansion, lineStart, sourceOffset } from '../shortcodes/expansion.ts';
import { withoutComments } from '../html-comments.ts';
import { isEmptySlide, MAX_DEPTH, nestRawSections } from './raw-sections.ts';
import { isSlideBreak, restAfterBreak } from './slide-break.ts';

/** A text to be split into slides. */
export interface SlideSource {
  readonly expansion: Expansion;
  readonly page: Page;
  readonly environment: Environment;
  readonly markdown: MarkdownIt;
  readonly report: Report;
}

/** The tokens between two breaks. */
interface Chunk {
  readonly tokens: readonly Token[];
  /** The line of the expanded text on which the chunk begins, counted from 0. */
  readonly line: number;
}

/** Splits a text into slides. Empty chunks, such as the one before a leading break, are dropped. */
export function splitSlides(text: SlideSource): readonly Slide[] {
  const tokens = text.markdown.parse(text.expansion.text, text.environment);
  return splitAtBreaks(tokens)
    .flatMap((chunk) => splitAtSlideShortcodes(chunk, text))
    .flatMap((chunk) => createChunkSlides(chunk, text));
}

/** Nests slides in stacks where the author wrote sections as HTML, which may reach across breaks. */
export function nestSlides(
  slides: readonly Slide[],
  { page, report }: Pick<SlideSource, 'page' | 'report'>,
): readonly Slide[] {
  return nestRawSections(slides, {
    onUnclosed: (position) => report(unclosedSection(page, offsetIn(page, position))),
    onTooDeep: (position) => report(deepSections(page, offsetIn(page, position))),
  });
}

/** The offset of a position in a page: that in another file is not one in the page. */
const offsetIn = ({ source, bodyOffset }: Page, { file, offset }: Position): number =>
  file === source.path ? offset : bodyOffset;

function splitAtBreaks(tokens: readonly Token[]): Chunk[] {
  const chunks: { tokens: Token[]; line: number }[] = [{ tokens: [], line: 0 }];
  for (const token of tokens) {
    if (!isSlideBreak(token)) {
      chunks.at(-1)?.tokens.push(token);
      continue;
    }
    const rest = restAfterBreak(token) ?? '';
    const first = rest.trim() === '' ? [] : [Object.assign(Object.create(token) as Token, { content: rest })];
    chunks.push({ tokens: first, line: token.map?.[1] ?? 0 });
  }
  return chunks;
}

/** Splits a chunk before each `slide` shortcode but the first: a slide has one set of attributes. */
function splitAtSlideShortcodes(chunk: Chunk, text: SlideSource): Chunk[] {
  const [, ...further] = chunk.tokens.flatMap((token, n) =>
    isSlidePlaceholder(token, text.environment) ? [n] : [],
  );
  if (further.length === 0) return [chunk];
  const starts = [0, ...further];
  return starts.map((start, n) => {
    const line = n === 0 ? chunk.line : (chunk.tokens[start]?.map?.[0] ?? chunk.line);
    if (n > 0) text.report(slideTwice(text, line));
    return { tokens: chunk.tokens.slice(start, starts[n + 1]), line };
  });
}

function slideTwice({ expansion, page }: SlideSource, line: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'slide-twice',
    severity: 'warning',
    message: 'this slide already has a slide shortcode, so a new slide starts here',
    hint: 'Put --- before it, with blank lines around it, or remove one of the two.',
    source: page.source,
    offset: sourceOffset(expansion, lineStart(expansion, line)),
  });
}

/** Creates the slide of a chunk, and those that a shortcode adds after it. */
function createChunkSlides({ tokens, line }: Chunk, text: SlideSource): readonly Slide[] {
  const { expansion, page, environment, report } = text;
  const first = tokens.find((token) => token.map)?.map?.[0] ?? line;
  const offset = sourceOffset(expansion, lineStart(expansion, first));
  const position = { file: page.source.path, offset };
  const start = tokens.findIndex((token) => isSlidePlaceholder(token, environment));
  if (start > 0 && isShown(tokens.slice(0, start), environment)) report(textBeforeSlide(page, offset));
  return resolveSlides(tokens, text, position);
}

/** Whether the audience sees anything of tokens: comments and notes, which may span several, are not shown. */
function isShown(tokens: readonly Token[], { placeholders }: Environment): boolean {
  const html = placeholders.substitute(tokens.map(outlineOf).join('\n'));
  return withoutNotes(withoutComments(html)).trim() !== '';
}

/**
 * The HTML and text of a token, without the tags that Markdown adds; anything else, such as an image, is one character.
 */
function outlineOf({ type, content, nesting, children }: Token): string {
  if (type === 'inline') return (children ?? []).map(outlineOf).join('');
  if (HTML_TYPES.includes(type)) return content;
  const isWords = nesting !== 0 || WORD_TYPES.includes(type);
  return escapeHtml(content) || (isWords ? '' : '\uFFFC');
}

const HTML_TYPES: readonly string[] = ['html_block', 'html_inline', 'shortcode'];
const WORD_TYPES: readonly string[] = ['text', 'softbreak', 'hardbreak'];

const isSlidePlaceholder = (token: Token, { placeholders }: Environment): boolean =>
  token.level === 0 && token.type === 'shortcode' && placeholders.isAttributes(token.content);

/** Source: docs/compatibility.md#slide-attributes. */
function textBeforeSlide({ source }: Page, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'text-before-slide',
    severity: 'warning',
    message:
      'this text comes before the slide shortcode; deckwright puts it on that slide, but the reveal-hugo theme shows it over all slides',
    hint: 'Move the slide shortcode to the first line of its slide.',
    source,
    offset,
  });
}

/** Renders tokens as a slide, and the slides that follow it. */
export function resolveSlides(
  tokens: readonly Token[],
  { markdown, environment }: Pick<SlideSource, 'markdown' | 'environment'>,
  start: Position,
): readonly Slide[] {
  const rendered = markdown.renderer.render([...tokens], markdown.options, environment);
  const {
    html,
    attributes,
    slides,
    following,
    tail,
    position = start,
  } = environment.placeholders.resolve(rendered);
  // A placeholder without output leaves its line end.
  const first = { attributes, html: html.trim() === '' ? '' : html, slides, position };
  const rest = following.map((slide, n) =>
    n === following.length - 1 ? { ...slide, html: slide.html + tail } : slide,
  );
  return [first, ...rest].filter((slide) => !isEmptySlide(slide));
}

function unclosedSection({ source }: Page, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'section-unclosed',
    severity: 'warning',
    message: 'the <section> opened here is never closed, so all following slides become part of its stack',
    hint: 'Add </section> where the stack ends.',
    source,
    offset,
  });
}

function deepSections({ source }: Page, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'nesting-too-deep',
    message: `the sections of this slide are inside more than ${MAX_DEPTH} others`,
    hint: 'Add </section> where the sections around it end.',
    source,
    offset,
  });
}

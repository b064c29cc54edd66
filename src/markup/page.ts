/** Renders one page: shortcodes first, then Markdown, then slides. A shortcode may ask for the same of its inner text. */
import type { MarkdownIt } from 'markdown-it';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type {
  Feature,
  Page,
  Position,
  Report,
  ShortcodeInner,
  ShortcodeResult,
  Shortcodes,
  Slide,
} from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, type ExpansionPart, joinParts, lineStart, originOf } from './expansion.ts';
import { Marks } from './marks.ts';
import type { EscapedToken } from './shortcode-lexer.ts';
import { type MarkupNode, parseShortcodes, type ShortcodeNode } from './shortcode-tree.ts';
import { createSlides } from './slides.ts';

/** What a page is rendered with. */
export interface MarkupTools {
  readonly markdown: MarkdownIt;
  readonly shortcodes: Shortcodes;
  readonly report: Report;
}

/** A page as slides. */
export interface RenderedPage {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
}

/** What the texts of one page share. */
interface PageContext extends MarkupTools {
  readonly page: Page;
  readonly marks: Marks;
  readonly features: Set<Feature>;
}

/** Renders a page into slides. What is wrong in it is reported, and what is valid beside it goes on. */
export function renderPage(page: Page, tools: MarkupTools): RenderedPage {
  const { source, bodyOffset } = page;
  const context: PageContext = { ...tools, page, marks: new Marks(source.text), features: new Set() };
  const range = { source, start: bodyOffset, end: source.text.length };
  const nodes = parseShortcodes(range, tools.shortcodes, tools.report);
  const slides = slidesOf(expand(nodes, context), context);
  for (const offset of context.marks.lost()) tools.report(lostShortcode(page, offset));
  return { slides, features: [...context.features] };
}

function lostShortcode({ source }: Page, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'shortcode-lost',
    severity: 'warning',
    message: 'what this shortcode makes is on no slide, because the text around it is not shown',
    hint: 'Move it out of the comment, the link definition or the shortcode that it stands in.',
    source,
    offset,
  });
}

function expand(nodes: readonly MarkupNode[], context: PageContext): Expansion {
  return joinParts(nodes.map((node) => expandNode(node, context)));
}

function expandNode(node: MarkupNode, context: PageContext): ExpansionPart {
  const { source } = context.page;
  if (node.kind === 'text') return { text: source.text.slice(node.start, node.end), offset: node.start };
  if (node.kind === 'escaped') return { text: expandEscaped(node, context), offset: node.start };
  return { text: context.marks.add(runShortcode(node, context), node.tag.start), offset: node.tag.start };
}

/** As in Hugo, braces are words of the Markdown around them. Doubled angles would be set as quotes, so they are a mark. */
function expandEscaped({ text, start }: EscapedToken, { marks, markdown }: PageContext): string {
  return text.startsWith('{{')
    ? text
    : marks.add({ kind: 'html', html: markdown.utils.escapeHtml(text) }, start);
}

function runShortcode({ shortcode, tag, children }: ShortcodeNode, context: PageContext): ShortcodeResult {
  const { page } = context;
  const { name, params, delimiter } = tag;
  const position = { file: page.source.path, offset: tag.start };
  try {
    return shortcode.render({
      name,
      params,
      delimiter,
      inner: innerOf(children, position, context),
      page,
      position,
    });
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) context.report(diagnostic);
    return { kind: 'html', html: '' };
  }
}

/** The inner text in its forms, each made only when it is asked for. */
function innerOf(children: readonly MarkupNode[], position: Position, context: PageContext): ShortcodeInner {
  return {
    text: () => expand(children, context).text,
    html: () => htmlOf(expand(children, context), context),
    slides: () => slidesOf(expand(children, context), context),
    rawSlide: () => ({ ...context.marks.settle(expand(children, context).text), position }),
  };
}

function slidesOf(expansion: Expansion, context: PageContext): readonly Slide[] {
  return createSlides({ ...context, expansion, environment: createEnvironment(expansion, context) });
}

const PARAGRAPH_RE = /^<p>([\s\S]*)<\/p>\n$/;

/** Marks inside stay: they are settled with the slide around them, so that attributes and stacks reach it. */
function htmlOf(expansion: Expansion, context: PageContext): string {
  const html = context.markdown.render(expansion.text, createEnvironment(expansion, context));
  return expansion.text.includes('\n') ? html : (PARAGRAPH_RE.exec(html)?.[1] ?? html);
}

/** Each text has ids, references and lines of its own, as each is a document of its own in Hugo. */
function createEnvironment(
  expansion: Expansion,
  { page, marks, features, report }: PageContext,
): Environment {
  const found = new Map<string, number>();
  const environment: Environment = {
    marks,
    features,
    headingIds: new Set(),
    lines: [0, 0],
    find(words, finding) {
      const [first, last] = environment.lines;
      const key = `${first}:${words}`;
      const from = found.get(key) ?? lineStart(expansion, first);
      const at = expansion.text.indexOf(words, from);
      const isInLines = at >= 0 && at < lineStart(expansion, last);
      // Words that stand twice in a block are found one after the other.
      if (isInLines) found.set(key, at + words.length);
      report(
        createDiagnostic({
          ...finding,
          source: page.source,
          offset: originOf(expansion, isInLines ? at : from),
        }),
      );
    },
  };
  return environment;
}

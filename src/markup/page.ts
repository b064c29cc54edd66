/** Renders one page: shortcodes first, then Markdown, then slides. A shortcode may ask for the same of its inner text. */
import type { MarkdownIt } from 'markdown-it';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import type { Feature, Page, Report, ShortcodeInner, ShortcodeResult, Shortcodes, Slide } from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, type ExpansionPart, joinParts, lineOf, lineStart, originOf } from './expansion.ts';
import { Marks } from './marks.ts';
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
  return { slides, features: [...context.features] };
}

function expand(nodes: readonly MarkupNode[], context: PageContext): Expansion {
  return joinParts(nodes.map((node) => expandNode(node, context)));
}

function expandNode(node: MarkupNode, context: PageContext): ExpansionPart {
  const { source } = context.page;
  if (node.kind === 'text') return { text: source.text.slice(node.start, node.end), offset: node.start };
  if (node.kind === 'escaped')
    return {
      text: context.marks.add({ kind: 'html', html: escapeHtml(node.text, context) }),
      offset: node.start,
    };
  return { text: context.marks.add(runShortcode(node, context)), offset: node.tag.start };
}

function escapeHtml(text: string, { markdown }: PageContext): string {
  return markdown.utils.escapeHtml(text);
}

function runShortcode({ shortcode, tag, children }: ShortcodeNode, context: PageContext): ShortcodeResult {
  const { page } = context;
  const { name, params, delimiter } = tag;
  const position = { file: page.source.path, offset: tag.start };
  try {
    return shortcode.render({ name, params, delimiter, inner: innerOf(children, context), page, position });
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) context.report(diagnostic);
    return { kind: 'html', html: '' };
  }
}

/** The inner text in its three forms, each made only when it is asked for. */
function innerOf(children: readonly MarkupNode[], context: PageContext): ShortcodeInner {
  return {
    text: () => expand(children, context).text,
    html: () => htmlOf(expand(children, context), context),
    slides: () => slidesOf(expand(children, context), context),
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
  const environment: Environment = {
    marks,
    features,
    headingIds: new Set(),
    lines: [0, 0],
    find(words, finding) {
      const start = lineStart(expansion, environment.lines[0]);
      const at = Math.max(expansion.text.indexOf(words, start), start);
      report(
        createDiagnostic({
          ...finding,
          source: page.source,
          offset: originOf(expansion, lineOf(expansion, at) < environment.lines[1] ? at : start),
        }),
      );
    },
  };
  return environment;
}

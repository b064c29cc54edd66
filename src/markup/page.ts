/** Renders one page: shortcodes first, then Markdown, then slides. A shortcode may ask for the same of its inner text. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Feature, Page, Slide } from '../types.ts';
import { Marks } from './marks.ts';
import { type MarkupTools, type PageContext, renderBlock, renderSlides } from './page-text.ts';
import { expandText, readText } from './shortcode-calls.ts';
import { parseShortcodes } from './shortcode-tree.ts';

/** A page as slides. */
export interface RenderedPage {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
}

/** Renders a page into slides. What is wrong in it is reported, and what is valid beside it goes on. */
export function renderPage(page: Page, tools: MarkupTools): RenderedPage {
  const { source, bodyOffset } = page;
  const context = createContext(page, tools, source.text);
  const range = { source, start: bodyOffset, end: source.text.length };
  const nodes = parseShortcodes(range, tools.shortcodes, tools.report);
  const slides = renderSlides(expandText(nodes, context), context);
  for (const offset of context.marks.lost()) tools.report(lostShortcode(page, offset));
  return { slides, features: [...context.features] };
}

/** Renders a page that is no deck: breaks are rules in its text. */
export function renderHtml(page: Page, tools: MarkupTools): RenderedText {
  const context = createContext(page, tools, page.source.text);
  const range = { source: page.source, start: page.bodyOffset, end: page.source.text.length };
  const nodes = parseShortcodes(range, tools.shortcodes, tools.report);
  const { html, slides, following, tail } = context.marks.settle(
    renderBlock(expandText(nodes, context), context),
  );
  const text = [html, ...[...slides, ...following].map(textOfSlide)].filter(Boolean).join('<hr>\n') + tail;
  return { html: text, features: [...context.features] };
}

/** What stands on a slide and below it, where there are no slides. */
function textOfSlide({ html, slides }: Slide): string {
  return [html, ...slides.map(textOfSlide)].filter(Boolean).join('<hr>\n');
}

/** Markdown that is no page, such as that of a layout: its shortcodes see the page that it is shown for. */
export interface TextRequest {
  readonly text: string;
  /** In line, a single paragraph loses its tags. */
  readonly display: 'inline' | 'block';
  /** The place in the page that stands for all of it. */
  readonly offset: number;
}

/** Such a text as HTML. */
export interface RenderedText {
  readonly html: string;
  readonly features: readonly Feature[];
}

/** Renders such a text. */
export function renderText(
  { text, display, offset }: TextRequest,
  page: Page,
  tools: MarkupTools,
): RenderedText {
  const context = { ...createContext(page, tools, text), anchor: offset, depth: 1 };
  const { html } = context.marks.settle(readText(text, context)[display]());
  return { html, features: [...context.features] };
}

function createContext(page: Page, tools: MarkupTools, text: string): PageContext {
  return {
    ...tools,
    page,
    marks: new Marks(text),
    features: new Set(),
    source: page.source,
    anchor: undefined,
    depth: 0,
  };
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

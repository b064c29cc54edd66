/** Renders one page: shortcodes first, then Markdown, then slides. A shortcode may ask for the same of its inner text. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Feature, Page, Report, Slide } from '../types.ts';
import { type KnownPassages, movePassage, noPassages, type RenderedPassage } from './known-passages.ts';
import { Marks } from './marks.ts';
import { type MarkupTools, type PageContext, renderBlock, renderPart } from './page-text.ts';
import { isIndependent, type Passage, splitPassages } from './passages.ts';
import { expandText, readText } from './shortcode-calls.ts';
import type { MarkupNode } from './shortcode-nodes.ts';
import { parseShortcodes } from './shortcode-tree.ts';
import { nestSlides } from './slides.ts';
import { TakenIds } from './taken-ids.ts';

/** A page as slides. */
export interface RenderedPage {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
}

/**
 * Renders a page into slides. What is wrong in it is reported, and what is valid beside it goes on.
 * @param known what was rendered of this page before
 */
export function renderPage(page: Page, tools: MarkupTools, known: KnownPassages = noPassages): RenderedPage {
  const { source, bodyOffset } = page;
  const range = { source, start: bodyOffset, end: source.text.length };
  const nodes = parseShortcodes(range, tools);
  const { slides, features } =
    renderPassages(splitPassages(nodes, range), page, { tools, known }) ?? renderWhole(nodes, page, tools);
  return { slides: nestSlides(slides, { ...tools, page }), features };
}

/** As one text. */
function renderWhole(nodes: readonly MarkupNode[], page: Page, tools: MarkupTools): RenderedPage {
  const context = createContext(page, tools, page.source.text);
  const slides = renderPart(expandText(nodes, context), context, new TakenIds());
  for (const offset of context.marks.lost()) tools.report(lostShortcode(page, offset));
  return { slides, features: [...context.features] };
}

/** Passage by passage; `undefined` where one of them reaches into others. */
function renderPassages(
  passages: readonly Passage[],
  page: Page,
  { tools, known }: { readonly tools: MarkupTools; readonly known: KnownPassages },
): RenderedPage | undefined {
  if (passages.length < 2) return undefined;
  const ids = new TakenIds();
  const rendered: RenderedPassage[] = [];
  for (const passage of passages) {
    const text = page.source.text.slice(passage.start, passage.end);
    const before = known.find(text);
    const isSame = before !== undefined && ids.repeat(before.ids);
    const one = isSame
      ? movePassage(before, page.source.path, passage.start)
      : known.keep(text, () => renderPassage(passage, page, { tools, ids }));
    if (!one.isIndependent) return undefined;
    rendered.push(one);
  }
  for (const { diagnostics } of rendered) for (const diagnostic of diagnostics) tools.report(diagnostic);
  return {
    slides: rendered.flatMap(({ slides }) => slides),
    features: [...new Set(rendered.flatMap(({ features }) => features))],
  };
}

function renderPassage(
  { start, end, nodes, ordinal }: Passage,
  page: Page,
  { tools, ids }: { readonly tools: MarkupTools; readonly ids: TakenIds },
): RenderedPassage {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const context = createContext(page, { ...tools, report }, page.source.text.slice(start, end));
  const expansion = expandText(nodes, context, { first: ordinal });
  const facts = { start, isIndependent: isIndependent(expansion.text), diagnostics };
  ids.requests();
  const slides = facts.isIndependent ? renderPart(expansion, context, ids) : [];
  for (const offset of context.marks.lost()) report(lostShortcode(page, offset));
  return { ...facts, slides, features: [...context.features], ids: ids.requests() };
}

/** Renders a page that is no deck: breaks are rules in its text. */
export function renderHtml(page: Page, tools: MarkupTools): RenderedText {
  const context = createContext(page, tools, page.source.text);
  const range = { source: page.source, start: page.bodyOffset, end: page.source.text.length };
  const nodes = parseShortcodes(range, tools);
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

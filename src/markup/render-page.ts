/** Renders one page: shortcodes first, then Markdown, then slides. A shortcode may ask for the same of its inner text. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Feature, Page, Report, Slide } from '../types.ts';
import { type SegmentCache, moveSegment, noSegmentCache, type RenderedSegment } from './segment-cache.ts';
import { Placeholders } from './placeholders.ts';
import { type MarkupServices, type PageContext, renderBlock, renderPart } from './page-text.ts';
import { isIndependent, type Segment, splitSegments } from './segments.ts';
import { expandText, expandInner } from './shortcode-calls.ts';
import type { MarkupNode } from './shortcode-nodes.ts';
import { parseShortcodes } from './shortcode-tree.ts';
import { nestSlides } from './slides.ts';
import { IdAllocator } from './id-allocator.ts';

/** A page as slides. */
export interface RenderedPage {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
}

/**
 * Renders a page into slides. What is wrong in it is reported, and what is valid beside it goes on.
 * @param cache what was rendered of this page before
 */
export function renderPage(
  page: Page,
  services: MarkupServices,
  cache: SegmentCache = noSegmentCache,
): RenderedPage {
  const { source, bodyOffset } = page;
  const range = { source, start: bodyOffset, end: source.text.length };
  const nodes = parseShortcodes(range, services);
  const { slides, features } =
    renderSegments(splitSegments(nodes, range), page, { tools: services, cache }) ??
    renderWhole(nodes, page, services);
  return { slides: nestSlides(slides, { ...services, page }), features };
}

/** As one text. */
function renderWhole(nodes: readonly MarkupNode[], page: Page, services: MarkupServices): RenderedPage {
  const context = createContext(page, services, page.source.text);
  const slides = renderPart(expandText(nodes, context), context, new IdAllocator());
  for (const offset of context.placeholders.unresolved()) services.report(shortcodeLost(page, offset));
  return { slides, features: [...context.features] };
}

/** Passage by passage; `undefined` where one of them reaches into others. */
function renderSegments(
  segments: readonly Segment[],
  page: Page,
  { tools, cache }: { readonly tools: MarkupServices; readonly cache: SegmentCache },
): RenderedPage | undefined {
  if (segments.length < 2) return undefined;
  const ids = new IdAllocator();
  const rendered: RenderedSegment[] = [];
  for (const segment of segments) {
    const text = page.source.text.slice(segment.start, segment.end);
    const previous = cache.find(text);
    const isSame = previous !== undefined && ids.replay(previous.ids);
    const one = isSame
      ? moveSegment(previous, page.source.path, segment.start)
      : cache.store(text, () => renderSegment(segment, page, { tools, ids }));
    if (!one.isIndependent) return undefined;
    rendered.push(one);
  }
  for (const { diagnostics } of rendered) for (const diagnostic of diagnostics) tools.report(diagnostic);
  return {
    slides: rendered.flatMap(({ slides }) => slides),
    features: [...new Set(rendered.flatMap(({ features }) => features))],
  };
}

function renderSegment(
  { start, end, nodes, ordinal }: Segment,
  page: Page,
  { tools, ids }: { readonly tools: MarkupServices; readonly ids: IdAllocator },
): RenderedSegment {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const context = createContext(page, { ...tools, report }, page.source.text.slice(start, end));
  const expansion = expandText(nodes, context, { first: ordinal });
  const facts = { start, isIndependent: isIndependent(expansion.text), diagnostics };
  ids.takeRequests();
  const slides = facts.isIndependent ? renderPart(expansion, context, ids) : [];
  for (const offset of context.placeholders.unresolved()) report(shortcodeLost(page, offset));
  return { ...facts, slides, features: [...context.features], ids: ids.takeRequests() };
}

/** Renders a page that is no deck: breaks are rules in its text. */
export function renderHtml(page: Page, services: MarkupServices): RenderedText {
  const context = createContext(page, services, page.source.text);
  const range = { source: page.source, start: page.bodyOffset, end: page.source.text.length };
  const nodes = parseShortcodes(range, services);
  const { html, slides, following, tail } = context.placeholders.resolve(
    renderBlock(expandText(nodes, context), context),
  );
  const text = [html, ...[...slides, ...following].map(slideHtml)].filter(Boolean).join('<hr>\n') + tail;
  return { html: text, features: [...context.features] };
}

/** What stands on a slide and below it, where there are no slides. */
function slideHtml({ html, slides }: Slide): string {
  return [html, ...slides.map(slideHtml)].filter(Boolean).join('<hr>\n');
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
  services: MarkupServices,
): RenderedText {
  const context = { ...createContext(page, services, text), anchor: offset, depth: 1 };
  const { html } = context.placeholders.resolve(expandInner(text, context)[display]());
  return { html, features: [...context.features] };
}

function createContext(page: Page, services: MarkupServices, text: string): PageContext {
  return {
    ...services,
    page,
    placeholders: new Placeholders(text),
    features: new Set(),
    source: page.source,
    anchor: undefined,
    depth: 0,
  };
}

function shortcodeLost({ source }: Page, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'shortcode-lost',
    severity: 'warning',
    message: 'what this shortcode makes is on no slide, because the text around it is not shown',
    hint: 'Move it out of the comment, the link definition or the shortcode that it stands in.',
    source,
    offset,
  });
}

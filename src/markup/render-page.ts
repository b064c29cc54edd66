/** Renders one page: shortcodes first, then Markdown, then slides. Shortcodes may do the same with their inner text. */
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Feature, Page, Report, Slide } from '../types.ts';
import {
  type SegmentCache,
  moveSegment,
  placeDiagnostics,
  noSegmentCache,
  type RenderedSegment,
} from './slides/segment-cache.ts';
import { Placeholders } from './shortcodes/placeholders.ts';
import { type MarkupServices, type PageContext, renderBlock, renderPart } from './page-text.ts';
import { isIndependent, type Segment, splitSegments } from './slides/segments.ts';
import { expandText, expandInner } from './shortcodes/calls.ts';
import type { MarkupNode } from './shortcodes/nodes.ts';
import { parseShortcodes } from './shortcodes/tree.ts';
import { nestSlides } from './slides/slides.ts';
import { IdAllocator } from './id-allocator.ts';

/** A page rendered as slides. */
export interface RenderedPage {
  readonly slides: readonly Slide[];
  readonly features: readonly Feature[];
}

/**
 * Renders a page as slides. Problems are reported, and everything else is rendered.
 * @param cache segments of this page that were rendered before
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
    renderSegments(splitSegments(nodes, range), page, { services, cache }) ??
    renderWhole(nodes, page, services);
  return { slides: nestSlides(slides, { ...services, page }), features };
}

/** Renders a page as one text. */
function renderWhole(nodes: readonly MarkupNode[], page: Page, services: MarkupServices): RenderedPage {
  const context = createContext(page, services, page.source.text);
  const slides = renderPart(expandText(nodes, context), context, new IdAllocator());
  for (const offset of context.placeholders.unresolved()) services.report(shortcodeLost(page, offset));
  return { slides, features: [...context.features] };
}

/** Renders a page segment by segment; `undefined` if one of them affects others. */
function renderSegments(
  segments: readonly Segment[],
  page: Page,
  { services, cache }: { readonly services: MarkupServices; readonly cache: SegmentCache },
): RenderedPage | undefined {
  if (segments.length < 2) return undefined;
  const ids = new IdAllocator();
  const rendered: RenderedSegment[] = [];
  for (const segment of segments) {
    const text = page.source.text.slice(segment.start, segment.end);
    const previous = cache.find(text);
    const isSame = previous !== undefined && ids.replay(previous.ids);
    const one = isSame
      ? moveSegment(previous, page.source, segment.start)
      : cache.store(text, () => renderSegment(segment, page, { services, ids }));
    if (!one.isIndependent) return undefined;
    rendered.push(one);
  }
  for (const { diagnostic } of rendered.flatMap(({ diagnostics }) => diagnostics))
    services.report(diagnostic);
  return {
    slides: rendered.flatMap(({ slides }) => slides),
    features: [...new Set(rendered.flatMap(({ features }) => features))],
  };
}

function renderSegment(
  { start, end, nodes, ordinal }: Segment,
  page: Page,
  { services, ids }: { readonly services: MarkupServices; readonly ids: IdAllocator },
): RenderedSegment {
  const diagnostics: Diagnostic[] = [];
  // Hooks get the page.
  if (services.hooks) services.onPageUse?.();
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const context = createContext(page, services, page.source.text.slice(start, end), report);
  const expansion = expandText(nodes, context, { first: ordinal });
  const isAlone = isIndependent(expansion.text);
  ids.takeRequests();
  const slides = isAlone ? renderPart(expansion, context, ids) : [];
  for (const offset of context.placeholders.unresolved()) report(shortcodeLost(page, offset));
  return {
    file: page.source.path,
    start,
    isIndependent: isAlone,
    slides,
    features: [...context.features],
    ids: ids.takeRequests(),
    diagnostics: placeDiagnostics(diagnostics, page.source, { start, end }),
  };
}

/** Renders a page that is not a deck: slide breaks are horizontal lines in its text. */
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

/** Joins a slide and its children, for pages without slides. */
function slideHtml({ html, slides }: Slide): string {
  return [html, ...slides.map(slideHtml)].filter(Boolean).join('<hr>\n');
}

/** Markdown that is not a page, such as that of a layout; its shortcodes see the page that it is rendered for. */
export interface TextRequest {
  readonly text: string;
  /** With `inline`, a single paragraph loses its tags. */
  readonly display: 'inline' | 'block';
  /** The offset in the page that is used for all positions in the text. */
  readonly offset: number;
}

/** A text rendered as HTML. */
export interface RenderedText {
  readonly html: string;
  readonly features: readonly Feature[];
}

/** Renders Markdown that is not a page. */
export function renderText(
  { text, display, offset }: TextRequest,
  page: Page,
  services: MarkupServices,
): RenderedText {
  const context = { ...createContext(page, services, text), anchor: offset, depth: 1 };
  const { html } = context.placeholders.resolve(expandInner(text, context)[display]());
  return { html, features: [...context.features] };
}

/** Every slide has a context; copying the services name by name is several times faster than spreading them. */
function createContext(
  page: Page,
  services: MarkupServices,
  text: string,
  report = services.report,
): PageContext {
  const { markdown, shortcodes, highlightRawCode, readFile, hooks, acceptsLanguage, onPageUse } = services;
  return {
    markdown,
    shortcodes,
    report,
    highlightRawCode,
    readFile,
    hooks,
    acceptsLanguage,
    onPageUse,
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
    message: 'the output of this shortcode appears on no slide, because the text around it is not rendered',
    hint: 'Move it out of the surrounding comment, link definition or shortcode.',
    source,
    offset,
  });
}

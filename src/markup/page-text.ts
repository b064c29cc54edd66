/** Renders the Markdown of one text of a page, as HTML or as slides. Each text is a document of its own, as in Hugo. */
import type { MarkdownIt } from 'markdown-it';
import { createDiagnostic, type SourceFile } from '../diagnostics.ts';
import type { Feature, Page, RenderHooks, Report, Shortcodes, Slide } from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, joinParts, lineStart, sourceOffset } from './shortcodes/expansion.ts';
import type { Placeholders } from './shortcodes/placeholders.ts';
import { type MarkdownSectionServices, renderMarkdownSections } from './slides/markdown-sections.ts';
import type { HighlightRawCode } from './code/raw-code.ts';
import { createRevealSlides } from './slides/reveal-markdown.ts';
import { splitSlides, nestSlides, type SlideSource } from './slides/slides.ts';
import { IdAllocator } from './id-allocator.ts';

/** What rendering a page needs. */
export interface MarkupServices {
  readonly markdown: MarkdownIt;
  readonly shortcodes: Shortcodes;
  readonly report: Report;
  readonly highlightRawCode: HighlightRawCode;
  /** Reads a file that a slide names by its address; `undefined` if the site has none. */
  readonly readFile: MarkdownSectionServices['readFile'];
  /** The author's render hooks. */
  readonly hooks?: RenderHooks | undefined;
  /** Whether code in a language needs no highlighter. */
  readonly acceptsLanguage?: ((language: string) => boolean) | undefined;
  /** Called when a text depends on more of its page than its own words. */
  readonly onPageUse?: (() => void) | undefined;
}

/** What the texts of one page share. */
export interface PageContext extends MarkupServices {
  readonly page: Page;
  readonly placeholders: Placeholders;
  readonly features: Set<Feature>;
  /** The file that contains the text: the page, or a text from elsewhere. */
  readonly source: SourceFile;
  /** For a text from elsewhere: the offset in the page that is used for all positions in it. */
  readonly anchor: number | undefined;
  /** The number of texts from elsewhere around this one. */
  readonly depth: number;
}

/**
 * Renders a text as HTML. Placeholders stay: they are resolved with the slide around them, so that attributes and
 * stacks reach it.
 */
export function renderBlock(expansion: Expansion, context: PageContext, hasBreaks = false): string {
  const environment = createEnvironment(expansion, context, { isInner: true, hasBreaks });
  return context.markdown.render(expansion.text, environment);
}

/** Renders a text as slides. */
export function renderSlides(expansion: Expansion, context: PageContext): readonly Slide[] {
  const text = createSlideSource(expansion, context);
  return nestSlides(runRevealPlugins(splitSlides(text), text, context), text);
}

/** Renders a part of a text as slides, whose heading ids are unique among all parts. */
export function renderPart(
  expansion: Expansion,
  context: PageContext,
  headingIds: IdAllocator,
): readonly Slide[] {
  const { page, markdown, report } = context;
  const environment = createEnvironment(expansion, context, { headingIds });
  const text = { expansion, page, environment, markdown, report };
  return runRevealPlugins(splitSlides(text), text, context);
}

/** Renders a text in reveal.js's own Markdown as slides. */
export function renderRevealSlides(expansion: Expansion, context: PageContext): readonly Slide[] {
  return createRevealSlides(createSlideSource(expansion, context), (part, headingIds) =>
    createEnvironment(part, context, { headingIds }),
  );
}

/**
 * Does what reveal.js's plugins do in the browser with an author's HTML: renders Markdown sections and highlights code.
 */
function runRevealPlugins(
  slides: readonly Slide[],
  { environment: { headingIds } }: SlideSource,
  context: PageContext,
): readonly Slide[] {
  const findTagAfter = (offset: number, name: string, value: string): number => {
    const text = context.page.source.text.slice(0, findNextOffset(slides, offset));
    return findTag(text, offset, `${name}=`, value);
  };
  const run = (source: string, { position: { offset } }: Slide): string => {
    const rendered = renderMarkdownSections(source, {
      createSlides(text, syntax) {
        const expansion = joinParts([{ text, offset, isGenerated: true }]);
        const create = (part: Expansion, ids: IdAllocator): Environment =>
          createEnvironment(part, context, { headingIds: ids });
        const environment = create(expansion, headingIds);
        return createRevealSlides({ ...context, expansion, environment }, create, syntax);
      },
      readFile: (address, charset) => context.readFile(address, charset),
      report: (finding, name, value) =>
        context.report(
          createDiagnostic({
            ...finding,
            source: context.page.source,
            offset: context.anchor ?? findTagAfter(offset, name, value),
          }),
        ),
    });
    const { html, features, excesses } = context.highlightRawCode(rendered);
    for (const feature of features) context.features.add(feature);
    for (const { finding } of excesses)
      context.report(createDiagnostic({ ...finding, source: context.page.source, offset }));
    return html;
  };
  const runInSlide = (slide: Slide): Slide => ({
    ...slide,
    html: run(slide.html, slide),
    slides: slide.slides.map(runInSlide),
  });
  return slides.map(runInSlide);
}

/** Finds the offset of the first slide after an offset, also of slides in slides; `undefined` if there is none. */
function findNextOffset(slides: readonly Slide[], offset: number): number | undefined {
  const offsets = slides.flatMap(({ position, slides: inner }) => [
    position.offset,
    findNextOffset(inner, offset) ?? offset,
  ]);
  const [next] = offsets.filter((other) => other > offset).toSorted((a, b) => a - b);
  return next;
}

/** Finds the tag with an attribute, from the offset of its slide on; that offset if the source has no such attribute. */
function findTag(source: string, offset: number, name: string, value: string): number {
  const found = [`"${value}"`, `'${value}'`, value].map((written) => source.indexOf(name + written, offset));
  const attribute = found.find((at) => at >= 0);
  return attribute === undefined ? offset : Math.max(source.lastIndexOf('<', attribute), offset);
}

function createSlideSource(expansion: Expansion, context: PageContext): SlideSource {
  const { page, markdown, report } = context;
  return { expansion, page, environment: createEnvironment(expansion, context), markdown, report };
}

/** A slide break in the form of most decks. */
const BREAK_LINE_RE = /^[ \t]*\r?\n---[ \t]*\r?$/m;

/** The number of characters in which words of an element are sought. */
const SEARCHED = 2000;

/** What rules ask about the page of a text. */
function createPageTests({
  page,
  shortcodes,
  acceptsLanguage,
  onPageUse,
}: PageContext): Pick<Environment, 'acceptsLanguage' | 'hasBreakLines' | 'isShortcode'> {
  let hasBreakLines: boolean | undefined;
  return {
    acceptsLanguage,
    hasBreakLines() {
      onPageUse?.();
      return (hasBreakLines ??= BREAK_LINE_RE.test(page.source.text.slice(page.bodyOffset)));
    },
    isShortcode: (name) => shortcodes.find(name) !== undefined,
  };
}

/** Creates the environment of a text, with references, lines and, unless `headingIds` are given, ids of its own. */
function createEnvironment(
  expansion: Expansion,
  context: PageContext,
  {
    isInner = false,
    hasBreaks = false,
    headingIds = new IdAllocator(),
  }: Partial<Pick<Environment, 'isInner' | 'hasBreaks' | 'headingIds'>> = {},
): Environment {
  const { page, placeholders, features, report, hooks } = context;
  const found = new Map<string, number>();
  const lastFound = new Map<string, { readonly line: number; readonly at: number }>();
  const environment: Environment = {
    placeholders,
    features,
    isInner,
    hasBreaks,
    ...(hooks && { hooks }),
    headingIds,
    ...createPageTests(context),
    lines: [0, 0],
    offsetOf(line, words = '', lead = 0) {
      const start = lineStart(expansion, line);
      if (words === '') return sourceOffset(expansion, start);
      // Elements of a kind are asked for in their order, so the next one is after the last.
      const last = lastFound.get(words.charAt(0));
      const from = last !== undefined && last.line === line ? last.at : start;
      const at = expansion.text.slice(from, from + SEARCHED).indexOf(words);
      if (at >= 0) lastFound.set(words.charAt(0), { line, at: from + at + 1 });
      return sourceOffset(expansion, at < 0 ? start : from + at + lead);
    },
    report(words, finding, lead = 0) {
      const [first, last] = environment.lines;
      const key = `${first}:${words}`;
      const from = found.get(key) ?? lineStart(expansion, first);
      const end = lineStart(expansion, last);
      // The words may continue on the lines below.
      const at = from + expansion.text.slice(from, Math.max(end, from) + words.length - 1).indexOf(words);
      const isInLines = at >= from && at < end;
      // Repeated words in a block are found one after the other.
      if (isInLines) found.set(key, at + words.length);
      report(
        createDiagnostic({
          ...finding,
          source: page.source,
          offset: sourceOffset(expansion, isInLines ? at + lead : from),
        }),
      );
    },
  };
  return environment;
}

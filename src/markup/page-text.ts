/** One text of a page as Markdown: as HTML, or as slides. Each text is a document of its own, as in Hugo. */
import type { MarkdownIt } from 'markdown-it';
import { createDiagnostic, type SourceFile } from '../diagnostics.ts';
import type { Feature, Page, RenderHooks, Report, Shortcodes, Slide } from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, joinParts, lineStart, sourceOffset } from './expansion.ts';
import type { Placeholders } from './placeholders.ts';
import { type MarkdownSectionServices, renderMarkdownSections } from './markdown-sections.ts';
import type { HighlightRawCode } from './code/raw-code.ts';
import { createRevealSlides } from './reveal-markdown.ts';
import { splitSlides, nestSlides, type SlideSource } from './slides.ts';
import { IdAllocator } from './id-allocator.ts';

/** What a page is rendered with. */
export interface MarkupServices {
  readonly markdown: MarkdownIt;
  readonly shortcodes: Shortcodes;
  readonly report: Report;
  readonly highlightRawCode: HighlightRawCode;
  /** The text of a file that a slide names by its address; `undefined` where the site has none. */
  readonly readFile: MarkdownSectionServices['readFile'];
  /** Templates of the author that write parts of the Markdown. */
  readonly hooks?: RenderHooks | undefined;
}

/** What the texts of one page share. */
export interface PageContext extends MarkupServices {
  readonly page: Page;
  readonly placeholders: Placeholders;
  readonly features: Set<Feature>;
  /** Where the words of the text are: the page, or a text from elsewhere. */
  readonly source: SourceFile;
  /** The place in the page that stands for all of a text from elsewhere. */
  readonly anchor: number | undefined;
  /** How many texts from elsewhere it stands in. */
  readonly depth: number;
}

/** The HTML of a text. Marks stay: they are settled with the slide around them, so that attributes and stacks reach it. */
export function renderBlock(expansion: Expansion, context: PageContext, hasBreaks = false): string {
  const environment = createEnvironment(expansion, context, { isInner: true, hasBreaks });
  return context.markdown.render(expansion.text, environment);
}

/** The slides of a text. */
export function renderSlides(expansion: Expansion, context: PageContext): readonly Slide[] {
  const text = createSlideSource(expansion, context);
  return nestSlides(renderRawHtml(splitSlides(text), text, context), text);
}

/** The slides of a part of a text, whose headings share their ids with those of its other parts. */
export function renderPart(
  expansion: Expansion,
  context: PageContext,
  headingIds: IdAllocator,
): readonly Slide[] {
  const text = { ...context, expansion, environment: createEnvironment(expansion, context, { headingIds }) };
  return renderRawHtml(splitSlides(text), text, context);
}

/** The slides of a text in reveal.js's own Markdown. */
export function renderRevealSlides(expansion: Expansion, context: PageContext): readonly Slide[] {
  return createRevealSlides(createSlideSource(expansion, context), (part, headingIds) =>
    createEnvironment(part, context, { headingIds }),
  );
}

/** What reveal.js's plugins make in the browser of HTML that an author wrote: slides of Markdown, and coloured code. */
function renderRawHtml(
  slides: readonly Slide[],
  { environment: { headingIds } }: SlideSource,
  context: PageContext,
): readonly Slide[] {
  const read = (words: string, { position: { offset } }: Slide): string => {
    const rendered = renderMarkdownSections(words, {
      createSlides(text, syntax) {
        const expansion = joinParts([{ text, offset, isGenerated: true }]);
        const create = (part: Expansion, ids: IdAllocator): Environment =>
          createEnvironment(part, context, { headingIds: ids });
        const environment = create(expansion, headingIds);
        return createRevealSlides({ ...context, expansion, environment }, create, syntax);
      },
      readFile: (address, charset) => context.readFile(address, charset),
      report: (finding) =>
        context.report(createDiagnostic({ ...finding, source: context.page.source, offset })),
    });
    const { html, features } = context.highlightRawCode(rendered);
    for (const feature of features) context.features.add(feature);
    return html;
  };
  const readSlide = (slide: Slide): Slide => ({
    ...slide,
    html: read(slide.html, slide),
    slides: slide.slides.map(readSlide),
  });
  return slides.map(readSlide);
}

function createSlideSource(expansion: Expansion, context: PageContext): SlideSource {
  return { ...context, expansion, environment: createEnvironment(expansion, context) };
}

/** Each text has ids, references and lines of its own, unless it is told other ids. */
function createEnvironment(
  expansion: Expansion,
  { page, placeholders, features, report, hooks }: PageContext,
  {
    isInner = false,
    hasBreaks = false,
    headingIds = new IdAllocator(),
  }: Partial<Pick<Environment, 'isInner' | 'hasBreaks' | 'headingIds'>> = {},
): Environment {
  const found = new Map<string, number>();
  const environment: Environment = {
    placeholders,
    features,
    isInner,
    hasBreaks,
    ...(hooks && { hooks }),
    headingIds,
    lines: [0, 0],
    offsetOf(line, words = '') {
      const start = lineStart(expansion, line);
      return sourceOffset(expansion, Math.max(expansion.text.indexOf(words, start), start));
    },
    report(words, finding) {
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
          offset: sourceOffset(expansion, isInLines ? at : from),
        }),
      );
    },
  };
  return environment;
}

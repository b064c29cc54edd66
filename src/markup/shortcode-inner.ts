/** The text of a shortcode in its forms: what stands between its tags, or a text from elsewhere. */
import type { ShortcodeInner } from '../types.ts';
import type { Expansion } from './expansion.ts';
import { type PageContext, renderBlock, renderRevealSlides, renderSlides } from './page-text.ts';

const PARAGRAPH_RE = /^<p>([\s\S]*)<\/p>\n?$/;

/** Where a text stands. */
interface TextPlace {
  readonly offset: number;
  readonly indentation: string;
  /** Whether its breaks are those of the text around it. */
  readonly hasBreaks?: boolean;
}

/** A text in its forms, each made only when it is asked for; its shortcodes run once for all of them. */
export function formsOf(
  expand: () => Expansion,
  context: PageContext,
  { offset, indentation, hasBreaks = false }: TextPlace,
): ShortcodeInner {
  let expanded: Expansion | undefined;
  const expansion = (): Expansion => (expanded ??= expand());
  const text = (): string => context.marks.fill(expansion().text);
  const block = (): string => renderBlock(expansion(), context, hasBreaks);
  const inline = (): string => {
    const html = block();
    const inside = PARAGRAPH_RE.exec(html)?.[1];
    return inside === undefined || inside.includes('<p>') ? html : inside;
  };
  return {
    text,
    deindented: () =>
      indentation === ''
        ? text()
        : text()
            .split('\n')
            .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
            .join('\n'),
    html: () => (expansion().text.includes('\n') ? block() : inline()),
    inline,
    block,
    slides: () => renderSlides(expansion(), context),
    revealSlides: () => renderRevealSlides(expansion(), context),
    rawSlide: () => {
      const { html, attributes, slides } = context.marks.settle(expansion().text);
      return { html, attributes, slides, position: { file: context.page.source.path, offset } };
    },
  };
}

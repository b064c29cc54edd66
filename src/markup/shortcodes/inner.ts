/** The inner text of a shortcode in its forms: the text between its tags, or one from elsewhere. */
import type { ShortcodeInner } from '../../types.ts';
import type { Expansion } from './expansion.ts';
import { type PageContext, renderBlock, renderRevealSlides, renderSlides } from '../page-text.ts';

/** The paragraph tags as Markdown writes them; Hugo looks for the same bytes. */
const [OPEN, CLOSE] = ['<p>', '</p>'];

/** Removes the paragraph tags from HTML that is a single paragraph. */
function withoutParagraph(html: string): string {
  const words = html.endsWith('\n') ? html.slice(0, -1) : html;
  if (!words.startsWith(OPEN) || !words.endsWith(CLOSE)) return html;
  const inside = words.slice(OPEN.length, -CLOSE.length);
  return inside.includes(OPEN) ? html : inside;
}

/** The position of a text. */
interface InnerOptions {
  readonly offset: number;
  readonly indentation: string;
  /** Whether breaks also count in the text around it. */
  readonly hasBreaks?: boolean;
}

/** Creates the forms of a text, each on demand; its shortcodes run once for all of them. */
export function createInner(
  expand: () => Expansion,
  context: PageContext,
  { offset, indentation, hasBreaks = false }: InnerOptions,
): ShortcodeInner {
  let expanded: Expansion | undefined;
  const expansion = (): Expansion => (expanded ??= expand());
  const text = (): string => context.placeholders.substitute(expansion().text);
  const block = (): string => renderBlock(expansion(), context, hasBreaks);
  const inline = (): string => withoutParagraph(block());
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
      const { html, attributes, slides } = context.placeholders.resolve(expansion().text);
      return { html, attributes, slides, position: { file: context.page.source.path, offset } };
    },
  };
}

/** The inner text of a shortcode in its forms: the text between its tags, or one from elsewhere. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
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

/** The size of a text with the output of its shortcodes, in UTF-16 code units. Code in code in code grows with each level. */
const MAX_LENGTH = 1_000_000;

function tooLong({ page }: PageContext, offset: number): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'shortcode-too-long',
    message: `the shortcodes inside this one write more than ${MAX_LENGTH} characters`,
    hint: 'Close the shortcodes around it, or show a part of their text.',
    source: page.source,
    offset,
  });
}

/** Creates the forms of a text, each on demand; its shortcodes run once for all of them. */
export function createInner(
  expand: () => Expansion,
  context: PageContext,
  { offset, indentation, hasBreaks = false }: InnerOptions,
): ShortcodeInner {
  let expanded: Expansion | undefined;
  // Only what shortcodes write can grow with each of them.
  const check = (text: string, { origins }: Expansion): void => {
    if (text.length > MAX_LENGTH && origins.some(({ isGenerated }) => isGenerated))
      throw new DeckError([tooLong(context, offset)]);
  };
  const expansion = (): Expansion => {
    if (!expanded) {
      expanded = expand();
      check(expanded.text, expanded);
    }
    return expanded;
  };
  const text = (): string => {
    const whole = context.placeholders.substitute(expansion().text);
    check(whole, expansion());
    return whole;
  };
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

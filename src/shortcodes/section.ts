/**
 * `{{% section %}} … {{% /section %}}`: a vertical stack.
 * Source: docs/compatibility.md#sections and #angle-brackets.
 */
import type { Shortcode } from '../types.ts';

export function createSectionShortcode(): Shortcode {
  return {
    name: 'section',
    takesInner: true,
    unclosed: 'file',
    render({ delimiter, isInMarkdown, inner }) {
      if (delimiter === '%' || isInMarkdown) return { kind: 'slides', slides: inner.slides() };
      // With angle brackets, the inner text is not Markdown, so it has no slide breaks.
      return { kind: 'slides', slides: [inner.rawSlide()] };
    },
  };
}

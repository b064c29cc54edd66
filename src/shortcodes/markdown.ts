/**
 * `{{< markdown >}} … {{< /markdown >}}`: slides in reveal.js's own Markdown.
 * Source: docs/compatibility.md#reveal-markdown.
 */
import type { Shortcode } from '../types.ts';

export function createMarkdownShortcode(): Shortcode {
  return {
    name: 'markdown',
    takesInner: true,
    unclosed: 'file',
    render({ inner }) {
      const [first, ...following] = inner.revealSlides();
      if (!first) return { kind: 'html', html: '' };
      const { attributes, html, slides } = first;
      return { kind: 'attributes', attributes, html, slides, following };
    },
  };
}

/** `{{< mermaid >}} … {{< /mermaid >}}`: a diagram, drawn in the browser. Source: reference, theme Q27. */
import type { Shortcode } from '../types.ts';
import { escapeHtml, writeElement } from './element.ts';

export function createMermaidShortcode(): Shortcode {
  return {
    name: 'mermaid',
    takesInner: true,
    render({ inner }) {
      // Outer line ends say nothing, and what looks like a tag in a diagram is text.
      const diagram = escapeHtml(
        inner
          .text()
          .replace(/^\s*\n/, '')
          .trimEnd(),
      );
      const html = writeElement('div', { class: 'mermaid' }, `\n${diagram}\n`);
      return { kind: 'html', html, features: ['mermaid'] };
    },
  };
}

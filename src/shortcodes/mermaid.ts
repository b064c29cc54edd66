/** `{{< mermaid >}} … {{< /mermaid >}}`: a diagram that browsers draw. Source: docs/compatibility.md#diagrams. */
import type { Shortcode } from '../types.ts';
import { reportAt } from './call.ts';
import type { ShortcodeServices } from './services.ts';

export function createMermaidShortcode({ renderMermaid, report }: ShortcodeServices): Shortcode {
  return {
    name: 'mermaid',
    takesInner: true,
    render(call) {
      // Line breaks around the diagram have no meaning.
      const diagram = call.inner
        .text()
        .replace(/^\s*\n/, '')
        .trimEnd();
      return { kind: 'html', html: renderMermaid(diagram, reportAt(call, report)), features: ['mermaid'] };
    },
  };
}

/** `{{< mermaid >}} … {{< /mermaid >}}`: a diagram, drawn in the browser. Source: docs/compatibility.md#diagrams. */
import type { Shortcode } from '../types.ts';
import { sayAt } from './call.ts';
import type { ShortcodeTools } from './tools.ts';

export function createMermaidShortcode({ mermaid, report }: ShortcodeTools): Shortcode {
  return {
    name: 'mermaid',
    takesInner: true,
    render(call) {
      // Outer line ends say nothing.
      const diagram = call.inner
        .text()
        .replace(/^\s*\n/, '')
        .trimEnd();
      return { kind: 'html', html: mermaid(diagram, sayAt(call, report)), features: ['mermaid'] };
    },
  };
}

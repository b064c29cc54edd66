/** Diagrams in mermaid, drawn in the browser in the place of their text. */
import type { Finding } from '../diagnostics.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the place of a diagram. What is missing to draw it is said. */
export type RenderMermaid = (
  diagram: string,
  report?: (finding: Omit<Finding, 'source' | 'offset'>) => void,
) => string;

/** Diagrams for one site; `hasPackage` tells whether there is mermaid to draw them with. */
export function createMermaid(hasPackage: () => boolean = () => true): RenderMermaid {
  return (diagram, report) => {
    if (!hasPackage()) report?.(packageMissing);
    // What looks like a tag in a diagram is text.
    return `<div class="mermaid">\n${escapeHtml(diagram)}\n</div>`;
  };
}

const packageMissing = {
  code: 'mermaid-package-missing',
  severity: 'error',
  message: 'there is a diagram in this deck, but mermaid, which draws it, is not installed',
  hint: 'Install it in the folder of the site: npm install --save-dev mermaid',
} as const;

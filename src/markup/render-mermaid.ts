/** Mermaid diagrams, which are drawn in the browser. */
import type { Finding } from '../diagnostics.ts';
import { escapeHtml } from '../escape-html.ts';

/** Writes the element in which a diagram is drawn. A missing package is reported. */
export type RenderMermaid = (
  diagram: string,
  report?: (finding: Omit<Finding, 'source' | 'offset'>) => void,
) => string;

/** Creates the diagram renderer of a site; `hasPackage` says whether mermaid is installed. */
export function createMermaid(hasPackage: () => boolean = () => true): RenderMermaid {
  return (diagram, report) => {
    if (!hasPackage()) report?.(packageMissing);
    // Tags in a diagram are text.
    return `<div class="mermaid">\n${escapeHtml(diagram)}\n</div>`;
  };
}

const packageMissing = {
  code: 'mermaid-package-missing',
  severity: 'error',
  message: 'this deck has a diagram, but mermaid is not installed',
  hint: "Install it in the site's folder: npm install --save-dev mermaid",
} as const;

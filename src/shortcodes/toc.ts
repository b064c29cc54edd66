/** `{{< toc >}}`: a list of the sections of the talk. They are known when the whole deck is, so the list is filled then. */
import { escapeHtml } from '../escape-html.ts';
import { TOC_MARK } from '../slide-html.ts';
import type { Shortcode } from '../types.ts';
import { getText } from './call.ts';

export function createTocShortcode(): Shortcode {
  return {
    name: 'toc',
    takesInner: false,
    render(call) {
      const label = escapeHtml(getText(call, 'label') || 'Contents');
      return { kind: 'html', html: `<nav class="deck-toc" aria-label="${label}">${TOC_MARK}</nav>` };
    },
  };
}

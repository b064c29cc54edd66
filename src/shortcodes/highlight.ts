/** `{{< highlight go "linenos=table,hl_lines=1 3-4" >}} … {{< /highlight >}}`: code. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';
import { getText } from './call.ts';
import type { ShortcodeServices } from './services.ts';

/** Empty lines around the code belong to the tags. */
const EDGES_RE = /^(?:[ \t]*\r?\n)+|\s+$/g;

export function createHighlightShortcode({ highlight }: ShortcodeServices): Shortcode {
  return {
    name: 'highlight',
    takesInner: true,
    render(call) {
      const language = getText(call, ['lang', 'language', 'type'], 0);
      const options = getText(call, ['options', 'opts'], 1);
      const { html, features } = highlight({
        text: call.inner.text().replace(EDGES_RE, ''),
        language,
        options,
        isForChroma: true,
      });
      return { kind: 'html', html: html.trimEnd(), features };
    },
  };
}

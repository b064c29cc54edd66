/** `{{< highlight go "linenos=table,hl_lines=1 3-4" >}} … {{< /highlight >}}`: code. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';
import { getText, reportAt } from './call.ts';
import type { ShortcodeServices } from './services.ts';

/** Empty lines around the code belong to the tags. */
const FIRST_LINES_RE = /^(?:[ \t]*\r?\n)+/;

export function createHighlightShortcode({ highlight, report }: ShortcodeServices): Shortcode {
  return {
    name: 'highlight',
    takesInner: true,
    render(call) {
      const language = getText(call, ['lang', 'language', 'type'], 0);
      const options = getText(call, ['options', 'opts'], 1);
      const { html, features, excess, unknownLanguage } = highlight({
        text: call.inner.text().replace(FIRST_LINES_RE, '').trimEnd(),
        language,
        options,
        isForChroma: true,
      });
      if (unknownLanguage) reportAt(call, report)(unknownLanguage);
      if (excess) reportAt(call, report)(excess.finding);
      return { kind: 'html', html: html.trimEnd(), features };
    },
  };
}

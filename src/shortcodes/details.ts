/** `{{< details summary="…" >}} … {{< /details >}}`: a text that opens on a click. Source: Hugo's shortcode of that name. */
import type { Shortcode } from '../types.ts';
import { isEnabled, getText } from './call.ts';
import { openTag } from './element.ts';

export function createDetailsShortcode(): Shortcode {
  return {
    name: 'details',
    takesInner: true,
    render(call) {
      const [className, name, title] = ['class', 'name', 'title'].map((key) => getText(call, key));
      const tag = openTag('details', { class: className, name, open: isEnabled(call, 'open', false), title });
      const summary = call.read(getText(call, 'summary') || 'Details').inline();
      // With either delimiter, as in Hugo.
      return {
        kind: 'html',
        html: `${tag}\n<summary>${summary}</summary>\n${call.inner.block().trimEnd()}\n</details>`,
      };
    },
  };
}

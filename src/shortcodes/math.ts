/** `{{< math "E=mc^2" />}}` in a line, `{{< math >}} … {{< /math >}}` on lines of its own: a formula in TeX. */
import type { Shortcode } from '../types.ts';
import { sayAt, textOf } from './call.ts';
import type { ShortcodeTools } from './tools.ts';

export function createMathShortcode({ math, report }: ShortcodeTools): Shortcode {
  return {
    name: 'math',
    takesInner: true,
    render(call) {
      const say = sayAt(call, report);
      const words = textOf(call, 'inline', 0);
      const html = words ? math(words, false, say) : `<p>${math(call.inner.text().trim(), true, say)}</p>`;
      return { kind: 'html', html, features: ['math'] };
    },
  };
}

/** `{{< math "E=mc^2" />}}` inline, or `{{< math >}} … {{< /math >}}` as a block: a formula in TeX. */
import type { Shortcode } from '../types.ts';
import { reportAt, getText } from './call.ts';
import type { ShortcodeServices } from './services.ts';

export function createMathShortcode({ renderMath, report }: ShortcodeServices): Shortcode {
  return {
    name: 'math',
    takesInner: true,
    render(call) {
      const reportFinding = reportAt(call, report);
      const words = getText(call, 'inline', 0);
      const html = words
        ? renderMath(words, false, reportFinding)
        : `<p>${renderMath(call.inner.text().trim(), true, reportFinding)}</p>`;
      return { kind: 'html', html, features: ['math'] };
    },
  };
}

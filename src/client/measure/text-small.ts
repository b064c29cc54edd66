/** Text that is too small to be read from the last row. */
import type { SlideTools } from './slide-tools.ts';
import type { InstantRule, Measure, RuleOptions } from './types.ts';

declare const deckCheck: SlideTools;

export const textSmall: InstantRule<'text-small'> = {
  kind: 'page',
  code: 'text-small',
  when: 'step',
  measure,
  report: ({ place, values: { size = 0, limit = 0 } }) => ({
    message: `text of ${size} px is smaller than ${limit} px at the size of the deck`,
    hint: `Make it larger, or move it to the notes. [params.deckwright.checks] sets another limit: text-small = { limit = 16 }.${/mermaid/.test(place.name) ? ' Text in a mermaid diagram has the size of %%{init: {"themeVariables": {"fontSize": "24px"}}}%%; a diagram that is larger than its slide shrinks.' : ''}`,
  }),
};

function measure({ minFont }: RuleOptions): readonly Measure[] {
  const { scale } = deckCheck.area();
  // Sizes that follow from the size of other text, and texts that are no content.
  const exempt = 'sup, sub, rt, .katex, .footnote-ref, .footnote-backref, .hljs-ln-numbers, mjx-container';
  // Transforms of the element and of its ancestors on the slide.
  const ratioOf = (element: Element): number => {
    if (element instanceof SVGGraphicsElement) {
      const { a = 1, b = 0, c = 0, d = 1 } = element.getScreenCTM() ?? {};
      return Math.sqrt(Math.abs(a * d - b * c)) / scale;
    }
    const box = [element, ...deckCheck.ancestors(element)].find(
      (one): one is HTMLElement => one instanceof HTMLElement && one.offsetHeight > 0 && one.offsetWidth > 0,
    );
    if (!box) return 1;
    const { width, height } = box.getBoundingClientRect();
    const isWide = box.offsetWidth > box.offsetHeight;
    const ratio = (isWide ? width / box.offsetWidth : height / box.offsetHeight) / scale;
    // Sizes of layout are rounded, and what is turned has other sides.
    return Math.abs(ratio - 1) < 0.05 || ratio > 4 || ratio < 0.05 ? 1 : ratio;
  };
  const sizes = new Map<Element, number>();
  for (const { element, text } of deckCheck.items()) {
    if (!text || !/[\p{L}\p{N}]/u.test(text.data) || element.closest(exempt)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) * ratioOf(element);
    // Nobody sees a difference of a fortieth; code of themes has 17.6 px.
    if (size >= minFont * 0.975) continue;
    const unit = deckCheck.unit(element);
    sizes.set(unit, Math.min(size, sizes.get(unit) ?? Infinity));
  }
  return [...sizes].map(([unit, size]) => ({
    place: deckCheck.place(unit),
    detail: '',
    values: { size: Math.round(size * 10) / 10, limit: minFont },
  }));
}

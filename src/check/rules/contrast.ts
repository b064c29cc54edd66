/** Contrast of text, by the rule of axe-core for WCAG 2.2 AA; text on pictures is measured in pixels afterwards. */
import type { AxeResults, ElementContext, NodeResult, RunOptions } from 'axe-core';
import type { PageTools } from '../page-tools.ts';
import type { Measure, PageRule, StepOptions } from '../types.ts';

declare const deckCheck: PageTools;
declare const axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };

export const contrast: PageRule = {
  kind: 'page',
  code: 'contrast',
  when: 'step',
  measure,
  report: ({ values: { ratio = 0, required = 0, colours = '', count = 1 } }) => ({
    message: `the contrast of ${Number(count) > 1 ? `${count} texts` : 'the text'} is ${ratio}:1, and WCAG 2.2 AA asks for ${required}:1 (${colours})`,
    hint: 'Choose a darker or lighter colour for the text, or a plain background under it.',
  }),
};

async function measure({ isLastStep }: StepOptions): Promise<readonly Measure[]> {
  const slide = deckCheck.slide();
  // The last step shows all fragments but those that have gone by then.
  const passing =
    '.fragment.current-fragment:is(.current-visible, .fade-in-then-out, .fade-in-then-semi-out), .fragment.fade-out:not(.visible)';
  const include = isLastStep ? [slide] : [...slide.querySelectorAll<HTMLElement>(passing)];
  if (include.length === 0) return [];
  // Lines that are not the subject of the step are dimmed on purpose, and so is what has had its turn.
  const dimmed =
    '.has-highlights .code-line:not(.highlight-line), .semi-fade-out.visible, .fade-in-then-semi-out.visible:not(.current-fragment), .katex-mathml';
  const exclude = [...slide.querySelectorAll<HTMLElement>(dimmed)];
  const { violations, incomplete } = await axe.run(
    { include, exclude },
    {
      runOnly: { type: 'rule', values: ['color-contrast'] },
      resultTypes: ['violations', 'incomplete'],
      elementRef: true,
      iframes: false,
      preload: false,
    },
  );
  const toMeasure = ({ element, any }: NodeResult, isUnsure: boolean): readonly Measure[] => {
    const data = (any[0]?.data ?? {}) as Readonly<Record<string, string | number | undefined>>;
    // A text of one character may be a picture of its own, such as an arrow.
    if (!element || data['messageKey'] === 'shortTextContent') return [];
    const { left, top, width, height } = element.getBoundingClientRect();
    const atMiddle = document.elementsFromPoint(left + width / 2, top + height / 2);
    // Out of sight in a box that scrolls, or below something else.
    if (isUnsure && !atMiddle.some((one) => element.contains(one))) return [];
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const pixels = parseFloat(fontSize);
    const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700);
    const values = {
      ratio: Number(data['contrastRatio'] ?? 0),
      required: isLarge ? 3 : 4.5,
      colours: `${data['fgColor']} on ${data['bgColor']}`,
      color,
    };
    const place = deckCheck.place(element);
    return [{ place: { ...place, box: deckCheck.visibleBox(element) }, detail: '', values, isUnsure }];
  };
  // One finding for each pair of colours on a slide, at its first text, which says how many there are.
  const byColours = new Map<string, Measure>();
  for (const measure of violations.flatMap(({ nodes }) => nodes.flatMap((node) => toMeasure(node, false)))) {
    const key = `${measure.values['colours']} ${measure.values['required']}`;
    const known = byColours.get(key) ?? measure;
    const count = Number(known.values['count'] ?? 0) + 1;
    byColours.set(key, { ...known, detail: key, values: { ...known.values, count } });
  }
  const unsure = incomplete.flatMap(({ nodes }) => nodes.flatMap((node) => toMeasure(node, true)));
  return [...byColours.values(), ...unsure];
}

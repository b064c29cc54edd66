/** Formulas that are shown as an error, or as their source. */
import type { PageTools } from '../page-tools.ts';
import type { Measure, PageRule } from '../types.ts';

declare const deckCheck: PageTools;

export const formulaFailed: PageRule = {
  kind: 'page',
  code: 'formula-failed',
  when: 'slide',
  measure,
  report: ({ values: { reason = '' } }) => ({
    message: `a formula could not be rendered: ${reason}`,
    hint: 'Correct the formula; https://katex.org/docs/supported.html lists what KaTeX supports.',
  }),
};

function measure(): readonly Measure[] {
  const slide = deckCheck.slide();
  const found: Measure[] = [];
  const add = (formula: Element, reason: string): void => {
    const place = deckCheck.place(formula);
    found.push({ place, detail: '', values: { reason: reason.trim().replace(/\s+/g, ' ').slice(0, 200) } });
  };
  // KaTeX explains an error in a title; MathJax has elements of its own.
  for (const formula of slide.querySelectorAll('.katex-error, mjx-merror, [data-mjx-error], .merror'))
    add(
      formula,
      formula.getAttribute('title') ?? formula.getAttribute('data-mjx-error') ?? formula.textContent ?? '',
    );
  // A command that KaTeX does not know is shown as it is written, in red.
  for (const formula of slide.querySelectorAll('.katex')) {
    const name = formula.querySelector('mstyle[mathcolor="#cc0000"] > mtext')?.textContent ?? '';
    if (name.startsWith('\\')) add(formula, `the command ${name} is not known`);
  }
  return found;
}

/** Goes through the slides of an open deck, step by step, and measures each with all rules. */
import type { DeckPage } from '../browser/open-deck.ts';
import { type PageSteps, type ShownSlide, type Step, writeFunctions } from '../browser/page-steps.ts';
import type { PageTools } from './page-tools.ts';
import type { Measure, PageRule, RuleOptions } from './types.ts';

/** A measure of a rule at a step. */
export interface Measured {
  readonly code: PageRule['code'];
  readonly at: Step;
  readonly measure: Measure;
}

interface Walk {
  readonly slide: Pick<ShownSlide, 'h' | 'v' | 'steps'>;
  readonly rules: readonly Pick<PageRule, 'code' | 'when'>[];
  readonly options: RuleOptions;
}

declare const deckSteps: PageSteps;
declare const deckCheck: PageTools;
declare const deckRules: Readonly<Record<string, PageRule['measure']>>;

/** The script that defines the measures of rules in a page. */
export const rulesScript = (rules: readonly PageRule[]): string =>
  `globalThis.deckRules = ${writeFunctions(Object.fromEntries(rules.map(({ code, measure }) => [code, measure])))};`;

/** Measures a slide at all of its steps. */
export async function walkSlide(
  deckPage: DeckPage,
  slide: ShownSlide,
  rules: readonly PageRule[],
  options: RuleOptions,
): Promise<readonly Measured[]> {
  const { h, v, steps } = slide;
  const walk: Walk = {
    slide: { h, v, steps },
    rules: rules.map(({ code, when }) => ({ code, when })),
    options,
  };
  return deckPage.run({ h, v, step: 0 }, walkInPage, walk);
}

/** Runs in the page, as text. */
async function walkInPage({ slide: { h, v, steps }, rules, options }: Walk): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  deckCheck.focus(h, v);
  for (let step = 0; step < steps; step++) {
    await deckSteps.show({ h, v, step });
    deckCheck.shown = undefined;
    const isLastStep = step === steps - 1;
    for (const { code, when } of rules) {
      if (when === 'slide' && !isLastStep) continue;
      const measures = (await deckRules[code]?.({ ...options, isLastStep })) ?? [];
      found.push(...measures.map((measure) => ({ code, at: { h, v, step }, measure })));
    }
  }
  return found;
}

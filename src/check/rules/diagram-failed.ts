/** Diagrams that mermaid could not draw. */
import type { PageTools } from '../page-tools.ts';
import type { Measure, PageRule } from '../types.ts';

declare const deckCheck: PageTools;

export const diagramFailed: PageRule = {
  kind: 'page',
  code: 'diagram-failed',
  when: 'slide',
  measure,
  report: ({ values: { reason = '' } }) => ({
    message: `a diagram could not be drawn: ${reason}`,
    hint: 'Correct its text; https://mermaid.live shows where it goes wrong.',
  }),
};

function measure(): readonly Measure[] {
  const diagrams = [...deckCheck.slide().querySelectorAll<HTMLElement>('.mermaid[data-diagram=failed]')];
  return diagrams.map((diagram) => ({
    place: deckCheck.place(diagram),
    detail: '',
    values: { reason: (diagram.dataset['diagramError'] ?? '').replace(/\s+/g, ' ').slice(0, 200) },
  }));
}

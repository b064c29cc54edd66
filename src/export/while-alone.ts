/** Takes the other slides out of a page while something is made of the one that is shown. */
import type { SlideTools } from './slide-tools.ts';
import type { ShownStep } from './walk-slides.ts';

declare const deckExport: SlideTools;

/** Runs work, such as the taking of a picture, while the page has no other slide than the one that is shown. */
export async function whileAlone<T>(
  { deckPage, step }: Pick<ShownStep, 'deckPage' | 'step'>,
  work: () => Promise<T>,
): Promise<T> {
  await deckPage.run(step, () => deckExport.showAlone(true), null);
  try {
    return await work();
  } finally {
    await deckPage.run(step, () => deckExport.showAlone(false), null);
  }
}

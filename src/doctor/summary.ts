/** The line that sums an examination up. */
import { countOf } from '../count-of.ts';
import type { Examination } from './examination.ts';

/** `10 decks, 147 slides: builds as it is; 3 things differ on purpose, 2 warnings` */
export function summarize(examination: Omit<Examination, 'summary'>): string {
  const { builds, decks, differences, unsupported, findings } = examination;
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0);
  const [errors, warnings] = (['error', 'warning'] as const).map((wanted) =>
    findings.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0),
  );
  const sound = decks.filter(({ isSound }) => isSound).length;
  const failing = errors
    ? `does not build yet: ${countOf(errors, 'error')}${soundText(sound, decks.length)}`
    : 'does not build under --strict';
  const verdict = builds ? 'builds as it is' : failing;
  const { length } = differences;
  const differing = length === 1 ? '1 thing differs' : `${length || 'no'} things differ`;
  const missing = unsupported.length > 0 ? `${unsupported.length} not supported, ` : '';
  return `${countOf(decks.length, 'deck')}, ${countOf(slides, 'slide')}: ${verdict}; ${differing} on purpose, ${missing}${countOf(warnings ?? 0, 'warning')}`;
}

/** `, though 2 of 3 decks are sound`; nothing where none is. */
function soundText(sound: number, all: number): string {
  return sound === 0
    ? ''
    : `, though ${sound} of ${countOf(all, 'deck')} ${sound === 1 ? 'is' : 'are'} sound`;
}

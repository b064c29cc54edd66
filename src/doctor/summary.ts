/** Writes the last line of an examination. */
import { countOf } from '../count-of.ts';
import type { Examination } from './examination.ts';

/** Writes the summary: `10 decks, 147 slides: builds; 3 intended differences, 2 warnings` */
export function summarize(examination: Omit<Examination, 'summary'>): string {
  const { builds, decks, differences, unsupported, findings } = examination;
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0);
  const [errors, warnings] = (['error', 'warning'] as const).map((wanted) =>
    findings.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0),
  );
  const sound = decks.filter(({ isSound }) => isSound).length;
  const failing = errors
    ? `does not build yet: ${countOf(errors, 'error')}${soundText(sound, decks.length)}`
    : 'does not build with --strict';
  const verdict = builds ? 'builds' : failing;
  const { length } = differences;
  const differing = `${length || 'no'} intended difference${length === 1 ? '' : 's'}`;
  const missing = unsupported.length > 0 ? `${unsupported.length} not supported, ` : '';
  return `${countOf(decks.length, 'deck')}, ${countOf(slides, 'slide')}: ${verdict}; ${differing}, ${missing}${countOf(warnings ?? 0, 'warning')}`;
}

/** Writes `, but 2 of 3 decks have no errors`; empty if all decks have errors. */
function soundText(sound: number, all: number): string {
  return sound === 0
    ? ''
    : `, but ${sound} of ${countOf(all, 'deck')} ${sound === 1 ? 'has' : 'have'} no errors`;
}

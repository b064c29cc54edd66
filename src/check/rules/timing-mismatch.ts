/** Times of slides that do not add up to the time of the deck. */
import { countOf } from '../../count-of.ts';
import type { CheckedDeck, CheckedSlide, DeckFinding, DeckRule } from '../types.ts';

export const timingMismatch: DeckRule = {
  kind: 'deck',
  code: 'timing-mismatch',
  inspect: (deck) => [...deck.slides.flatMap(invalidTime), ...totalFindings(deck)],
};

const HINT = 'Times are in whole seconds: total_time of the deck, and data-timing of a slide.';

/** The time of a slide as the speaker view reads it; `undefined` without one. */
function timeOf({ attributes }: CheckedSlide): number | undefined {
  const value = attributes['data-timing'];
  return value === undefined ? undefined : parseInt(value, 10);
}

function invalidTime(slide: CheckedSlide): readonly DeckFinding[] {
  const time = timeOf(slide);
  if (time === undefined || time >= 0) return [];
  return [{ slide, message: `"${slide.attributes['data-timing']}" is no time of a slide`, hint: HINT }];
}

/** Compares the sum with the total: the speaker view divides the rest among the slides without a time. */
function totalFindings({ rendered, slides }: CheckedDeck): readonly DeckFinding[] {
  const { totalTime, minimumTimePerSlide } = rendered.params.options;
  const total = Number(totalTime);
  if (!totalTime || !Number.isFinite(total)) return [];
  const times = slides.map(timeOf);
  const sum = times.reduce<number>((all, time) => all + (time || 0), 0);
  const rest = times.filter((time) => !time).length;
  const find = (message: string): readonly DeckFinding[] => [{ slide: undefined, message, hint: HINT }];
  if (sum > total)
    return find(`the slides take ${sum} s, ${sum - total} s more than the total_time of ${total} s`);
  if (rest === 0 && sum < total)
    return find(`the slides take ${sum} s, ${total - sum} s less than the total_time of ${total} s`);
  const share = Math.round((total - sum) / Math.max(rest, 1));
  const limit = Math.max(Number(minimumTimePerSlide) || 0, 1);
  if (rest === 0 || share >= limit) return [];
  return find(
    `${countOf(rest, 'slide')} without a time: ${share} s are left for each, the others take ${sum} s of the total_time of ${total} s`,
  );
}

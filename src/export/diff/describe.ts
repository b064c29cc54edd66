/** Changes in words, for the page and the summary. */
import { countOf } from '../../count-of.ts';
import type { ChangeKind, DeckChanges, SlideChange } from './compare-decks.ts';

/** Counts the changes of decks: `2 slides changed, 1 added`; `no changes` without any. */
export function countChanges(decks: readonly Pick<DeckChanges, 'changes'>[]): string {
  const kinds = decks.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  const counts = KINDS.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count > 0 ? [{ kind, count }] : [];
  });
  if (counts.length === 0) return 'no changes';
  return counts
    .map(({ kind, count }, n) => (n === 0 ? `${countOf(count, 'slide')} ${kind}` : `${count} ${kind}`))
    .join(', ');
}

const KINDS: readonly ChangeKind[] = ['changed', 'added', 'removed', 'moved', 'failed'];

/** The number of a slide, before and after: `3`, or `3, was 2`. */
export function numberOf({ before, after }: SlideChange): string {
  if (!before || !after) return (after ?? before)?.number ?? '';
  return before.number === after.number ? after.number : `${after.number}, was ${before.number}`;
}

/** What a slide is called: its heading, or its first words. */
export function nameOf({ before, after }: SlideChange): string {
  const { heading = '', text = '' } = after ?? before ?? {};
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const name = heading || first;
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name;
}

const MAX_NAME = 80;

/** What has happened to a slide: `changed: 4 % of its pixels, notes`. */
export function describeChange({ kind, steps, hasOtherNotes }: SlideChange): string {
  if (kind !== 'changed') return kind;
  const most = Math.max(0, ...steps.map(({ difference }) => difference?.share ?? 1));
  return `changed: ${[...(steps.length > 0 ? [`${percent(most)} of its pixels`] : []), ...(hasOtherNotes ? ['notes'] : [])].join(', ')}`;
}

/** `0.042` as `4.2 %`, and what is less than a tenth of a per cent as such. */
function percent(share: number): string {
  if (share < 0.001) return '< 0.1 %';
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** A summary in Markdown, for a pull request. */
import { countOf } from '../../count-of.ts';
import type { DeckChanges } from './compare-decks.ts';
import { countChanges, describeChange, nameOf, numberOf } from './describe.ts';
import type { DiffFacts } from './page.ts';

/** Writes the summary. */
export function writeSummary({ ref, hash, decks }: DiffFacts): string {
  const changed = decks.filter(({ kind }) => kind !== 'same');
  const same = decks.length - changed.length;
  const lines = [
    `## Decks: ${countChanges(decks)}`,
    `Compared with ${code(ref)} (${hash}).`,
    ...changed.map(writeDeck),
    ...(same > 0 ? [`${countOf(same, 'deck')} without changes.`] : []),
  ];
  return `${lines.join('\n\n')}\n`;
}

function writeDeck({ name, title, kind, changes, same }: DeckChanges): string {
  const whole = kind === 'added' || kind === 'removed' ? ` (${kind})` : '';
  const rows = changes.map(
    (change) => `| ${numberOf(change)} | ${cell(nameOf(change))} | ${describeChange(change)} |`,
  );
  return [
    `### ${cell(title || name)} ${code(name)}${whole}`,
    '',
    '| Slide | | |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `${countOf(same, 'slide')} without changes.`,
  ].join('\n');
}

/** Text that Markdown and HTML leave as it is, in a cell of a table. */
const cell = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]()#+!|~<>&@]/g, String.raw`\$&`)
    .trim();

const code = (text: string): string => `\`${text.replaceAll(/[`|\s]+/g, ' ')}\``;

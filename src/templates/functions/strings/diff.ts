/** `strings.Diff`: the differences of two texts, line by line, as in `diff -u`. */
import { structuredPatch } from 'diff';

interface Version {
  readonly name: string;
  readonly text: string;
}

/** Number of lines around a change. */
const CONTEXT = 3;

/** Lists the differences of two texts; empty if they are equal. */
export function diffLines(before: Version, after: Version): string {
  const { hunks } = structuredPatch(before.name, after.name, before.text, after.text, '', '', {
    context: CONTEXT,
  });
  if (hunks.length === 0) return '';
  const written = hunks.map(
    ({ oldStart, oldLines, newStart, newLines, lines }) =>
      `@@ -${startOf(oldStart, oldLines)},${oldLines} +${startOf(newStart, newLines)},${newLines} @@\n${lines.join('\n')}\n`,
  );
  return `diff ${before.name} ${after.name}\n--- ${before.name}\n+++ ${after.name}\n${written.join('')}`;
}

/** The start of a range; as in `diff -u`, an empty range starts at the line before. */
const startOf = (start: number, lines: number): number => (lines === 0 ? start - 1 : start);

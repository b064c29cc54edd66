/** `strings.Diff`: what two texts differ in, line by line, as `diff -u` shows it. */
import { structuredPatch } from 'diff';

interface Version {
  readonly name: string;
  readonly text: string;
}

/** Lines around a change. */
const CONTEXT = 3;

/** The differences of two texts; empty where there are none. */
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

/** As in `diff -u`, an empty range is named by the line before it. */
const startOf = (start: number, lines: number): number => (lines === 0 ? start - 1 : start);

/** Keys that stand twice in one table of YAML: the last one counts, as in Hugo to 0.160, and that is said. */
import { createDiagnostic, lineAndColumn, type SourceFile } from '../diagnostics.ts';
import type { Report } from '../types.ts';
import type { RepeatedKey } from './format.ts';

/** Reports them; `start` is the offset in the file at which the parsed text begins. */
export function reportRepeated(
  source: SourceFile,
  start: number,
  report: Report,
): (repeated: RepeatedKey) => void {
  return ({ key, offsets }) => {
    const lines = offsets.map((offset) => lineAndColumn(source.text, start + offset).line);
    const before = lines.slice(0, -1).join(' and line ');
    report(
      createDiagnostic({
        code: 'key-repeated',
        severity: 'warning',
        message: `the key "${key}" stands on line ${before} and again on line ${lines.at(-1)}, and the last one counts`,
        hint: 'Take one of them out: Hugo from 0.160 on stops at it.',
        source,
        offset: start + (offsets.at(-1) ?? 0),
      }),
    );
  };
}

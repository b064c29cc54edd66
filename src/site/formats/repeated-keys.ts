/** Reports duplicate keys of YAML. The last one is used, as in Hugo before 0.160. */
import { createDiagnostic, lineAndColumn, type SourceFile } from '../../diagnostics.ts';
import type { Report } from '../../types.ts';
import type { RepeatedKey } from './format.ts';

/** Reports duplicate keys; `start` is the offset of the parsed text in the file. */
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
        message: `duplicate key "${key}" on line ${before} and line ${lines.at(-1)}; the last one is used`,
        hint: 'Remove one of them: Hugo 0.160 and later stop here.',
        source,
        offset: start + (offsets.at(-1) ?? 0),
      }),
    );
  };
}

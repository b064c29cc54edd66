/** Reads values of the configuration that need more than a type check. */
import { createDiagnostic } from '../../diagnostics.ts';
import { Pattern, PatternError } from '../../patterns.ts';
import type { Report } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import type { Reader } from '../values.ts';

/** Normalizes the name of a page kind: Hugo up to 0.73 called `taxonomy` `taxonomyTerm`. */
export function normalizeKind(name: string): string {
  const kind = name.trim().toLowerCase();
  return kind === 'taxonomyterm' ? 'taxonomy' : kind;
}

/** Reads `uglyURLs`. Hugo also accepts a table by section; here, it is on only if it is on for all sections. */
export function readUglyURLs(read: Reader, locations: TableLocations, report: Report): boolean {
  const written = read.raw('uglyURLs');
  if (!isTable(written)) return read.boolean('uglyURLs') ?? false;
  const sections = Object.keys(written);
  const ugly = sections.filter((section) => read.boolean(`uglyURLs.${section}`));
  if (ugly.length > 0 && ugly.length < sections.length) {
    report(
      createDiagnostic({
        code: 'ugly-urls-mixed',
        severity: 'warning',
        message: 'uglyURLs per section is not supported, so it is off for all pages',
        hint: 'Use uglyURLs = true for the whole site, or remove it.',
        ...locateKey(locations, ['uglyURLs']),
      }),
    );
  }
  return sections.length > 0 && ugly.length === sections.length;
}

/** Reads `ignoreFiles`, patterns of Go. */
export function readIgnoreFiles(read: Reader, locations: TableLocations, report: Report): readonly Pattern[] {
  return (read.strings('ignoreFiles') ?? []).flatMap((pattern) => {
    try {
      return [new Pattern(pattern)];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      report(
        createDiagnostic({
          code: 'config-pattern',
          message: `ignoreFiles has "${pattern}", which is not a valid regular expression`,
          hint: "Use a pattern such as '\\.draft\\.md$'. In double quotes, write each backslash twice.",
          ...locateKey(locations, ['ignoreFiles']),
        }),
      );
      return [];
    }
  });
}

/** Reads the time zone of dates without one, as its canonical name. */
export function readTimeZone(read: Reader, locations: TableLocations, report: Report): string | undefined {
  const zone = read.string('timeZone');
  if (zone === undefined || zone === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(
      createDiagnostic({
        code: 'time-zone-unknown',
        message: `"${zone}" is not a time zone, so UTC is used`,
        hint: 'Use a name such as Europe/Berlin.',
        ...locateKey(locations, ['timeZone']),
      }),
    );
    return undefined;
  }
}

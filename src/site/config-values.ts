/** Values of the configuration that take more than their type to read. */
import { createDiagnostic } from '../diagnostics.ts';
import { Pattern, PatternError } from '../patterns.ts';
import type { Report } from '../types.ts';
import { isTable } from '../tables.ts';
import { type Places, placeOfKey } from './layers.ts';
import type { Reader } from './values.ts';

/** A kind of page by its name in Hugo, which until 0.73 called `taxonomy` `taxonomyTerm`. */
export function kindName(name: string): string {
  const kind = name.trim().toLowerCase();
  return kind === 'taxonomyterm' ? 'taxonomy' : kind;
}

/** Hugo also takes a table by section. We have one answer for the whole site: yes where all sections say so. */
export function readUglyURLs(read: Reader, places: Places, report: Report): boolean {
  const written = read.raw('uglyURLs');
  if (!isTable(written)) return read.boolean('uglyURLs') ?? false;
  const sections = Object.keys(written);
  const ugly = sections.filter((section) => read.boolean(`uglyURLs.${section}`));
  if (ugly.length > 0 && ugly.length < sections.length) {
    report(
      createDiagnostic({
        code: 'ugly-urls-mixed',
        severity: 'warning',
        message: 'uglyURLs differs from section to section, which deckwright does not do, so no page has one',
        hint: 'Write uglyURLs = true for the whole site, or take it out.',
        ...placeOfKey(places, ['uglyURLs']),
      }),
    );
  }
  return sections.length > 0 && ugly.length === sections.length;
}

/** The patterns of files that are left out. */
export function readIgnoreFiles(read: Reader, places: Places, report: Report): readonly Pattern[] {
  return (read.strings('ignoreFiles') ?? []).flatMap((pattern) => {
    try {
      return [new Pattern(pattern)];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      report(
        createDiagnostic({
          code: 'config-pattern',
          message: `ignoreFiles has "${pattern}", which is no regular expression`,
          hint: 'Write a pattern such as \\\\.draft\\\\.md$, with a backslash in front of characters that stand for themselves.',
          ...placeOfKey(places, ['ignoreFiles']),
        }),
      );
      return [];
    }
  });
}

/** The zone that dates without one are in, by its canonical name. */
export function readTimeZone(read: Reader, places: Places, report: Report): string | undefined {
  const zone = read.string('timeZone');
  if (zone === undefined || zone === '') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(
      createDiagnostic({
        code: 'time-zone-unknown',
        message: `"${zone}" is no time zone, so dates without one are in UTC`,
        hint: 'Write timeZone as the name of a city, as in Europe/Berlin.',
        ...placeOfKey(places, ['timeZone']),
      }),
    );
    return undefined;
  }
}

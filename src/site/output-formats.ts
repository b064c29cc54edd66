/** The output formats that a page may ask for: Hugo's own, those of the site, and Reveal, which needs no entry here. */
import { createDiagnostic, nearestName, type Diagnostic } from '../diagnostics.ts';
import type { SiteConfig } from '../types.ts';
import { isTable } from '../tables.ts';
import { readPath } from './formats.ts';
import { type Places, placeOfKey } from './layers.ts';

const BUILT_IN = [
  '404', 'alias', 'amp', 'calendar', 'css', 'csv', 'gotmpl', 'html', 'json', 'markdown', 'reveal', 'robots', 'rss',
  'sitemap', 'sitemapindex', 'webappmanifest',
]; // prettier-ignore

/** What is said of formats that there are not; they count as not written. */
export function checkOutputs(
  outputs: readonly string[],
  { raw }: Pick<SiteConfig, 'raw'>,
  places: Places,
): readonly Diagnostic[] {
  const own = readPath(raw, ['outputFormats']);
  const known = [...BUILT_IN, ...(isTable(own) ? Object.keys(own) : []).map((name) => name.toLowerCase())];
  return outputs
    .filter((output) => !known.includes(output))
    .map((output) => {
      const nearest = nearestName(output, known);
      return createDiagnostic({
        code: 'output-unknown',
        message: `there is no output format named "${output}"`,
        hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Name one of the formats of this site, or add [outputFormats.${output}] to its configuration: it knows ${[...new Set(known)].sort().join(', ')}.`,
        ...placeOfKey(places, ['outputs']),
      });
    });
}

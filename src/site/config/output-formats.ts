/** The valid output formats: those of Hugo and of the site, and Reveal, which needs no configuration. */
import { createDiagnostic, nearestName, type Diagnostic } from '../../diagnostics.ts';
import type { SiteConfig } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';

const BUILT_IN = [
  '404', 'alias', 'amp', 'calendar', 'css', 'csv', 'gotmpl', 'html', 'json', 'markdown', 'reveal', 'robots', 'rss',
  'sitemap', 'sitemapindex', 'webappmanifest',
]; // prettier-ignore

/** Reports unknown output formats, which are ignored. */
export function checkOutputs(
  outputs: readonly string[],
  { raw }: Pick<SiteConfig, 'raw'>,
  locations: TableLocations,
): readonly Diagnostic[] {
  const own = readPath(raw, ['outputFormats']);
  const known = [...BUILT_IN, ...(isTable(own) ? Object.keys(own) : []).map((name) => name.toLowerCase())];
  return outputs
    .filter((output) => !known.includes(output))
    .map((output) => {
      const nearest = nearestName(output, known);
      return createDiagnostic({
        code: 'output-unknown',
        message: `unknown output format "${output}"`,
        hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Use one of the site's formats (${[...new Set(known)].sort().join(', ')}), or define [outputFormats.${output}].`,
        ...locateKey(locations, ['outputs']),
      });
    });
}

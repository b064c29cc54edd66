/** Finds output formats that deckwright does not write: it writes only HTML and Reveal. */
import { findKeyOffset } from '../../site/formats/formats.ts';
import { locateKey } from '../../site/locate-key.ts';
import type { Site } from '../find-site.ts';
import { positionAt } from './locations.ts';
import type { SurveyFinding } from './finding.ts';

/** Formats that are written, or that another finding covers. */
const WRITTEN: ReadonlySet<string> = new Set([
  'html',
  'reveal',
  'rss',
  '404',
  'alias',
  'robots',
  'sitemap',
  'sitemapindex',
]);

/** Unsupported output formats in the configuration and in the front matter of pages. */
export function surveyOutputs({ config, pages }: Site): readonly SurveyFinding[] {
  const ofSite = Object.entries(config.outputs).flatMap(([kind, outputs]) => {
    const { source, offset = 0 } = locateKey(config.layers, ['outputs', kind]);
    return source && outputs.some(isMissing) ? [createFinding(positionAt(source, offset))] : [];
  });
  const ofPages = pages
    .filter(({ outputs, source }) => source.path !== '' && outputs?.some(isMissing))
    .map(({ location }) => createFinding(positionAt(location.source, findKeyOffset(location, ['outputs']))));
  return [...ofSite, ...ofPages];
}

const isMissing = (output: string): boolean => !WRITTEN.has(output);

const createFinding = (position: SurveyFinding['position']): SurveyFinding => ({
  kind: 'output-format',
  position,
});

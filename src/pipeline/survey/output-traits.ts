/** Output formats that pages ask for and that are not written: only HTML and Reveal are. */
import { offsetOfKey } from '../../site/formats.ts';
import { placeOfKey } from '../../site/layers.ts';
import type { Site } from '../find-site.ts';
import { spotAt } from './spots.ts';
import type { Trait } from './trait.ts';

/** Written, or a thing that a site has once and that is told apart. */
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

/** In the configuration, and in the front matter of pages. */
export function surveyOutputs({ config, pages }: Site): readonly Trait[] {
  const ofSite = Object.entries(config.outputs).flatMap(([kind, outputs]) => {
    const { source, offset = 0 } = placeOfKey(config.layers, ['outputs', kind]);
    return source && outputs.some(isMissing) ? [trait(spotAt(source, offset))] : [];
  });
  const ofPages = pages
    .filter(({ outputs, source }) => source.path !== '' && outputs?.some(isMissing))
    .map(({ place }) => trait(spotAt(place.source, offsetOfKey(place, ['outputs']))));
  return [...ofSite, ...ofPages];
}

const isMissing = (output: string): boolean => !WRITTEN.has(output);

const trait = (spot: Trait['spot']): Trait => ({ kind: 'output-format', spot });

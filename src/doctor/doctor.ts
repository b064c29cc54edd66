/** The doctor: opens a site on disk and examines it. */
import { type DeckwrightOptions, openSite } from '../bundle/open-site.ts';
import type { Examination } from './examination.ts';
import { examine } from './examine.ts';

/**
 * Reports what a site contains and what differs from Hugo and the reveal-hugo theme. Writes nothing.
 * @throws {DeckError} if the site can't be opened
 * @example
 * const { builds, summary } = doctor({ source: 'talks' });
 */
export function doctor(options: DeckwrightOptions = {}): Examination {
  const { pipeline, site, findFiles } = openSite(options);
  return examine(pipeline, {
    complete: (deck) => findFiles(deck, site),
    strict: options.strict ?? false,
  });
}

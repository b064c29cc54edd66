/** The doctor: opens a site from disk and examines it. */
import { type DeckwrightOptions, openSite } from '../bundle/open-site.ts';
import type { Examination } from './examination.ts';
import { examine } from './examine.ts';

/**
 * Says what a site is made of and what will differ from Hugo and the reveal-hugo theme. Nothing is written.
 * @throws {DeckError} when the site can't be opened
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

/** The languages of a site that have pages. */
import type { Language } from '../../types.ts';
import type { Site } from '../find-site.ts';

export function publishedLanguages({ site }: { readonly site: Site }): readonly Language[] {
  const own = new Set(site.pages.map(({ language }) => language));
  return site.config.languages.filter(({ code }) => own.has(code));
}

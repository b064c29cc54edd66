/** Titles of sections without a page file. Source: Hugo's `pluralizeListTitles` and `capitalizeListTitles`. */
import { readPath } from '../site/formats/formats.ts';
import type { TitleOf } from '../site/pages/generated-pages.ts';
import { pluralize } from '../templates/functions/inflect/plurals.ts';
import { toTitleCase } from '../templates/functions/inflect/title-case.ts';
import type { SiteConfig } from '../types.ts';
import { readTitleCaseStyle } from './templates/template-host.ts';

/** Creates a function that turns a folder into a title: `lightning-talk` gives `Lightning-Talks`, as in Hugo since 0.123. */
export function createTitleWriter(config: SiteConfig): TitleOf {
  const { raw } = config;
  const isOn = (key: string): boolean => readPath(raw, [key]) !== false;
  return (folder) => {
    const plural = isOn('pluralizeListTitles') ? pluralize(folder) : folder;
    return isOn('capitalizeListTitles') ? toTitleCase(plural, readTitleCaseStyle(config)) : plural;
  };
}

/** The dates of a page. */
import { GoTime } from '../functions/time/object.ts';
import { findZone } from '../functions/time/zone.ts';
import type { MemberRows } from './members.ts';
import type { BasePage, PageSite } from './page-base.ts';

/** Converts a date; without an offset, it is in the site's time zone. */
export function toGoTime(date: Date | undefined, { config }: PageSite): GoTime {
  if (!date) return GoTime.zero();
  return GoTime.of(date, config.timeZone === undefined ? undefined : findZone(config.timeZone));
}

type DateName = 'date' | 'lastmod' | 'publishDate';

/** Reads a date of a page; as in Hugo, a section without one has the latest of its pages. */
function dateOf(object: BasePage, name: DateName): GoTime {
  const { page, site } = object;
  const own = page[name];
  if (own || page.kind === 'page') return toGoTime(own, site);
  const dates = object.allBelow.flatMap(({ page: below }) => below[name] ?? []);
  return toGoTime(dates.sort((a, b) => b.getTime() - a.getTime())[0], site);
}

export const pageDates: MemberRows<BasePage> = {
  Date: (object) => dateOf(object, 'date'),
  Lastmod: (object) => dateOf(object, 'lastmod'),
  PublishDate: (object) => dateOf(object, 'publishDate'),
  ExpiryDate: ({ page, site }) => toGoTime(page.expiryDate, site),
};

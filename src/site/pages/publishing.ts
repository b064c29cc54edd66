/** Decides whether pages are published, rendered and listed: by drafts, dates, `build` and `disableKinds`. */
import type { Page, SiteConfig } from '../../types.ts';
import { BUILD_KEYS, BUILD_VALUES } from './build-options.ts';
import { readPath } from '../formats/formats.ts';

/** Why a page is not published. */
export type Unpublished = 'draft' | 'future' | 'expired';

/** Returns why a page is not published at a date; `undefined` if it is, for example because the site builds drafts. */
export function unpublishedReason(page: Page, config: SiteConfig, now: Date): Unpublished | undefined {
  const from = page.publishDate ?? page.date;
  if (page.draft && !config.buildDrafts) return 'draft';
  if (from && from > now && !config.buildFuture) return 'future';
  return page.expiryDate && page.expiryDate <= now && !config.buildExpired ? 'expired' : undefined;
}

/** Whether a page is published at a date: no draft, not in the future and not expired, unless the site includes these. */
export function isPublished(page: Page, config: SiteConfig, now: Date): boolean {
  return unpublishedReason(page, config, now) === undefined;
}

/** The next time at which a page is published, or expires. */
export function nextPublishing(pages: readonly Page[], now: Date): Date | undefined {
  return pages
    .flatMap(({ publishDate, date, expiryDate }) => [publishDate ?? date, expiryDate])
    .reduce((next, at) => (at && at > now && (!next || at < next) ? at : next), undefined);
}

/** Whether the site disables pages of this kind. Parts of a bundle have no kind of their own. */
export function isKindDisabled({ kind, bundle }: Page, { disableKinds }: SiteConfig): boolean {
  return bundle !== 'part' && disableKinds.includes(kind.toLowerCase());
}

/** Whether a page is rendered, and not only used by others. */
export function isRendered(page: Page): boolean {
  return readBuild(page, 'render') === 'always';
}

/** Whether a page has an address: it is rendered or has `render: link`, and is not a part of a bundle. */
export function hasAddress(page: Page): boolean {
  return page.bundle !== 'part' && readBuild(page, 'render') !== 'never';
}

/** Whether a page is in the lists of its section, or of the whole site. */
export function isListed(page: Page, where: 'section' | 'site'): boolean {
  const list = readBuild(page, 'list');
  return list === 'always' || (list === 'local' && where === 'section');
}

/** Whether the files of a bundle are published with it. */
export function hasPublishedResources({ params }: Page): boolean {
  return readOption(params, 'publishResources') !== false;
}

/** Reads an option of `build`, or the older `headless` of bundles; booleans are the older form of values. */
function readBuild({ params }: Page, key: 'list' | 'render'): string {
  const isHeadless = ['true', true].includes(readPath(params, ['headless']) as string | boolean);
  const value = isHeadless ? 'never' : readOption(params, key);
  if (value === false || value === 'false') return 'never';
  return BUILD_VALUES[key].find((known) => known === value) ?? 'always';
}

const readOption = (params: Page['params'], key: string): unknown =>
  BUILD_KEYS.map((name) => readPath(params, [name, key])).find((value) => value !== undefined);

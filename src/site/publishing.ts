/** Whether a page is published, shown as a page of its own, and listed: drafts, dates, `build` and `disableKinds`. */
import type { Page, SiteConfig } from '../types.ts';
import { BUILD_KEYS, BUILD_VALUES } from './build-options.ts';
import { readPath } from './formats.ts';

/** Why a page is not published. */
export type Unpublished = 'draft' | 'future' | 'expired';

/** Why a page is not published at a moment; `undefined` where it is, or where the site says that it does not matter. */
export function whyUnpublished(page: Page, config: SiteConfig, now: Date): Unpublished | undefined {
  const from = page.publishDate ?? page.date;
  if (page.draft && !config.buildDrafts) return 'draft';
  if (from && from > now && !config.buildFuture) return 'future';
  return page.expiryDate && page.expiryDate <= now && !config.buildExpired ? 'expired' : undefined;
}

/** Whether a page is published at a moment: neither draft, nor future, nor expired, unless the site says otherwise. */
export function isPublished(page: Page, config: SiteConfig, now: Date): boolean {
  return whyUnpublished(page, config, now) === undefined;
}

/** Whether the site has pages of this kind at all. A part of a bundle belongs to the page that it is a part of. */
export function isKindDisabled({ kind, bundle }: Page, { disableKinds }: SiteConfig): boolean {
  return bundle !== 'part' && disableKinds.includes(kind.toLowerCase());
}

/** Whether a page is written, and not only read by others. */
export function isRendered(page: Page): boolean {
  return readBuild(page, 'render') === 'always';
}

/** Whether a page is written, or at least has an address, which `render: link` leaves to it. Parts of bundles have none. */
export function hasAddress(page: Page): boolean {
  return page.bundle !== 'part' && readBuild(page, 'render') !== 'never';
}

/** Whether a page stands in the lists of its section, or in those of the whole site. */
export function isListed(page: Page, where: 'section' | 'site'): boolean {
  const list = readBuild(page, 'list');
  return list === 'always' || (list === 'local' && where === 'section');
}

/** Whether the files of a bundle are published with it. */
export function hasPublishedResources({ params }: Page): boolean {
  return readOption(params, 'publishResources') !== false;
}

/** `headless` is what bundles had before there was `build`; truth values are older than words. */
function readBuild({ params }: Page, key: 'list' | 'render'): string {
  const isHeadless = ['true', true].includes(readPath(params, ['headless']) as string | boolean);
  const value = isHeadless ? 'never' : readOption(params, key);
  if (value === false || value === 'false') return 'never';
  return BUILD_VALUES[key].find((known) => known === value) ?? 'always';
}

const readOption = (params: Page['params'], key: string): unknown =>
  BUILD_KEYS.map((name) => readPath(params, [name, key])).find((value) => value !== undefined);

/** The addresses of a page and of its references. */
import type { MemberRows } from './members.ts';
import type { BasePage } from './page-base.ts';

export const pageAddresses: MemberRows<BasePage> = {
  RelPermalink: (object) => addressBelow(object, object.site.config.basePath),
  Permalink: (object) => addressBelow(object, object.site.config.baseURL),
  Ref: (object) => (ref: unknown) => resolveRef(object, ref, true),
  RelRef: (object) => (ref: unknown) => resolveRef(object, ref, false),
  GetPage:
    ({ site, page }) =>
    (ref: unknown) =>
      site.findPage(String(ref), page) ?? null,
};

const addressBelow = ({ page, site }: BasePage, base: string): string =>
  site.source.hasAddress(page) ? base + page.address : '';

/** Resolves `.Ref "a.md"` and `.Ref (dict "path" "a.md")`. */
function resolveRef({ page, site }: BasePage, ref: unknown, isAbsolute: boolean): string {
  const path = typeof ref === 'object' && ref !== null && 'path' in ref ? ref.path : ref;
  return site.source.resolveRef(page, String(path), isAbsolute);
}

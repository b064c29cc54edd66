/** Where a page is, and where what it names is. */
import type { MemberRows } from './members.ts';
import type { BasePage } from './page-base.ts';

export const pageAddresses: MemberRows<BasePage> = {
  RelPermalink: ({ page, site }) => site.config.basePath + page.address,
  Permalink: ({ page, site }) => site.config.baseURL + page.address,
  Ref: (object) => (ref: unknown) => resolveRef(object, ref, true),
  RelRef: (object) => (ref: unknown) => resolveRef(object, ref, false),
  GetPage:
    ({ site, page }) =>
    (ref: unknown) =>
      site.findPage(String(ref), page) ?? null,
};

/** `.Ref "a.md"` and `.Ref (dict "path" "a.md")`. */
function resolveRef({ page, site }: BasePage, ref: unknown, isAbsolute: boolean): string {
  const path = typeof ref === 'object' && ref !== null && 'path' in ref ? ref.path : ref;
  return site.source.resolveRef(page, String(path), isAbsolute);
}

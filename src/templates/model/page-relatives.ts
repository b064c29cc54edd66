/** The pages around a page: its section, its neighbours, its translations. */
import { toText } from '../functions/values/conversions.ts';
import type { MemberRows } from './members.ts';
import { BasePage } from './page-base.ts';

export const pageRelatives: MemberRows<BasePage> = {
  // Files about the whole site list all pages.
  Pages: (object) => (object.isSiteFile ? object.site.pages : object.below(['page', 'section'])),
  RegularPages: (object) => object.below(['page']),
  RegularPagesRecursive: ({ allBelow, site }) =>
    site.sorted(allBelow.filter(({ page }) => page.kind === 'page')),
  Sections: (object) => object.below(['section']),
  Parent: ({ ancestors }) => ancestors[0],
  Ancestors: ({ ancestors }) => ancestors,
  CurrentSection: ({ section }) => section,
  FirstSection: (object) => [object.section, ...object.section.ancestors].at(-2) ?? object.section,
  IsAncestor: (object) => (other: unknown) => other instanceof BasePage && other.ancestors.includes(object),
  IsDescendant:
    ({ ancestors }) =>
    (other: unknown) =>
      other instanceof BasePage && ancestors.includes(other),
  InSection:
    ({ section }) =>
    (other: unknown) =>
      other instanceof BasePage && other.section === section,
  Eq: (object) => (other: unknown) => other === object,
  Next: (object) => neighbour(object.site.regularPages, object, -1),
  Prev: (object) => neighbour(object.site.regularPages, object, 1),
  NextInSection: (object) => neighbour(object.siblings, object, -1),
  PrevInSection: (object) => neighbour(object.siblings, object, 1),
  Translations: ({ translations }) => translations,
  AllTranslations: (object) => object.site.inLanguages([object, ...object.translations]),
  IsTranslated: ({ translations }) => translations.length > 0,
  Resources: ({ page, site }) => site.resources(page),
  HasShortcode:
    ({ page }) =>
    (name: unknown) =>
      new RegExp(`\\{\\{[<%]\\s*${String(name).replace(/[^\w/-]/g, '')}\\b`).test(page.source.text),
  GetTerms:
    ({ page, site }) =>
    (taxonomy: unknown) =>
      site.terms(page, toText(taxonomy)),
};

function neighbour(pages: readonly BasePage[], page: BasePage, step: number): BasePage | undefined {
  const at = pages.indexOf(page);
  return at < 0 ? undefined : pages[at + step];
}

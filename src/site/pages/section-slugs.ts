/** Applies the slugs of sections to the addresses of pages below them. */
import type { Page, PageResource, SiteConfig } from '../../types.ts';
import { parentPath } from './content-names.ts';
import { readPath } from '../formats/formats.ts';
import { frontMatterKeys } from '../options/front-matter.ts';
import { type Addressed, type AddressedSection, resolveAddress } from './page-address.ts';
import { slugFromName } from './page-dates.ts';
import { readAddress } from './page.ts';
import { createKeyReader, createReader } from '../values.ts';

/** The slugs of sections by language and path. */
type Sections = ReadonlyMap<string, string | undefined>;

/** Resolves addresses that depend on sections; returns unaffected pages unchanged. */
export function applySectionSlugs(pages: readonly Page[], config: SiteConfig): readonly Page[] {
  const sections: Sections = new Map(
    pages
      .filter(({ kind }) => kind === 'section')
      .map((page) => [slugKey(page, page.path), readAddressParams(page, config).slug]),
  );
  const hasSlugs = [...sections.values()].some(Boolean);
  if (!hasSlugs && readPath(config.raw, ['permalinks']) === undefined) return pages;
  return pages.map((page) => (page.kind === 'home' ? page : applySectionSlug(page, sections, config)));
}

function applySectionSlug(page: Page, sections: Sections, config: SiteConfig): Page {
  const addressed: Addressed = { ...page, ...readAddressParams(page, config) };
  const before = resolveAddress(addressed, config);
  const { outputPath, address, aliases, folder } = resolveAddress(
    { ...addressed, sections: sectionsAbove(page, sections) },
    config,
  );
  if (outputPath === page.outputPath && aliases.join() === page.aliases.join()) return page;
  const move = (resource: PageResource): PageResource =>
    resource.outputPath === ''
      ? resource
      : { ...resource, outputPath: moveResource(folder, resource.outputPath, before.folder) };
  return { ...page, outputPath, address, aliases, resources: page.resources.map(move) };
}

/** Reads the address of a page again; mistakes were reported when the page was read. */
function readAddressParams(
  { params, path }: Page,
  config: SiteConfig,
): Pick<Addressed, 'slug' | 'url' | 'aliases'> {
  const nothing = (): undefined => undefined;
  const value = createKeyReader(frontMatterKeys, createReader(params, undefined, nothing));
  const words = readAddress(value, undefined, nothing);
  return { ...words, slug: words.slug ?? slugFromName(path, config) };
}

/** Lists the sections of a page. A folder without a page is a section only at the top level. */
function sectionsAbove(page: Page, sections: Sections): readonly AddressedSection[] {
  const paths: string[] = [];
  for (let at = parentPath(page.path); at !== ''; at = parentPath(at)) {
    if (sections.has(slugKey(page, at)) || !at.includes('/')) paths.unshift(at);
  }
  return paths.map((path) => ({ path, slug: sections.get(slugKey(page, path)) }));
}

const slugKey = ({ language }: Page, path: string): string => `${language}:${path}`;

const moveResource = (folder: string, path: string, before: string): string =>
  [folder, before === '' ? path : path.slice(before.length + 1)].filter(Boolean).join('/');

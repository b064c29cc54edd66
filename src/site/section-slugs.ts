/** Addresses that other pages have a say in: the slug of a section counts for what is below it. */
import type { Page, PageResource, SiteConfig } from '../types.ts';
import { parentOf } from './content-names.ts';
import { readPath } from './formats.ts';
import { frontMatterKeys } from './options/front-matter.ts';
import { type Addressed, type AddressedSection, resolveAddress } from './page-address.ts';
import { slugFromName } from './page-dates.ts';
import { readAddress } from './page.ts';
import { createKeyReader, createReader } from './values.ts';

/** The sections of a site by language and path, each with its slug. */
type Sections = ReadonlyMap<string, string | undefined>;

/** Gives each page the address that it has by its sections; those for which that changes nothing stay as they are. */
export function placePages(pages: readonly Page[], config: SiteConfig): readonly Page[] {
  const sections: Sections = new Map(
    pages
      .filter(({ kind }) => kind === 'section')
      .map((page) => [keyOf(page, page.path), wordsOf(page, config).slug]),
  );
  const hasSlugs = [...sections.values()].some(Boolean);
  if (!hasSlugs && readPath(config.raw, ['permalinks']) === undefined) return pages;
  return pages.map((page) => (page.kind === 'home' ? page : placePage(page, sections, config)));
}

function placePage(page: Page, sections: Sections, config: SiteConfig): Page {
  const addressed: Addressed = { ...page, ...wordsOf(page, config) };
  const before = resolveAddress(addressed, config);
  const { outputPath, address, aliases, folder } = resolveAddress(
    { ...addressed, sections: sectionsAbove(page, sections) },
    config,
  );
  if (outputPath === page.outputPath && aliases.join() === page.aliases.join()) return page;
  const move = (resource: PageResource): PageResource =>
    resource.outputPath === ''
      ? resource
      : { ...resource, outputPath: moveTo(folder, resource.outputPath, before.folder) };
  return { ...page, outputPath, address, aliases, resources: page.resources.map(move) };
}

/** What a page says of its address; what is wrong in it was told when it was read. */
function wordsOf({ params, path }: Page, config: SiteConfig): Pick<Addressed, 'slug' | 'url' | 'aliases'> {
  const nothing = (): undefined => undefined;
  const value = createKeyReader(frontMatterKeys, createReader(params, undefined, nothing));
  const words = readAddress(value, undefined, nothing);
  return { ...words, slug: words.slug ?? slugFromName(path, config) };
}

/** A folder at the top is a section without a file, and one below it is none. */
function sectionsAbove(page: Page, sections: Sections): readonly AddressedSection[] {
  const paths: string[] = [];
  for (let at = parentOf(page.path); at !== ''; at = parentOf(at)) {
    if (sections.has(keyOf(page, at)) || !at.includes('/')) paths.unshift(at);
  }
  return paths.map((path) => ({ path, slug: sections.get(keyOf(page, path)) }));
}

const keyOf = ({ language }: Page, path: string): string => `${language}:${path}`;

const moveTo = (folder: string, path: string, before: string): string =>
  [folder, before === '' ? path : path.slice(before.length + 1)].filter(Boolean).join('/');

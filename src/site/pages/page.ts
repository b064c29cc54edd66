/** Creates pages from content files, front matter and cascades. */
import { createDiagnostic, type Diagnostic, type SourceFile } from '../../diagnostics.ts';
import type { Page, Report, SiteConfig, Table } from '../../types.ts';
import { checkBuild } from './build-options.ts';
import { readCascades } from './cascade.ts';
import { parentPath } from './content-names.ts';
import type { BundledFile, ContentFile, ContentFiles } from './content.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { readFrontMatter } from './front-matter.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { mergeTables } from '../merge.ts';
import { frontMatterKeys } from '../options/front-matter.ts';
import { checkOutputs } from '../config/output-formats.ts';
import { type Addressed, resolveAddress } from './page-address.ts';
import { readDates, slugFromName } from './page-dates.ts';
import { resolveResources } from './page-resources.ts';
import { createKeyReader, createReader, type KeyReader, type Reader } from '../values.ts';
import { readSitemap } from '../config/sitemap.ts';

/** A content file with its text. */
export interface ContentText extends ContentFile {
  readonly text: string;
}

/** Reads a page. Invalid values of the front matter are reported and ignored. */
export function readPage(file: ContentText, config: SiteConfig, report: Report): Page {
  const { kind, folder, path, language, bundle, files } = file;
  const source: SourceFile = { path: file.source, text: file.text };
  const { data, recovered, start, end, format, bodyOffset } = readFrontMatter(source, report);
  const location = { source, start, end, format };
  const frontMatter = { data, recovered };
  const bare = { source, bodyOffset, kind, folder, path, language, bundle, location, frontMatter, files };
  // The front matter was already reported as unreadable.
  if (recovered)
    return createPage(bare, { data: recovered, locations: undefined }, { config, report: () => undefined });
  return createPage(bare, { data, locations: location }, { config, report });
}

/** A page before its front matter is evaluated. */
interface BarePage extends Pick<
  Page,
  'source' | 'bodyOffset' | 'kind' | 'folder' | 'path' | 'language' | 'bundle' | 'location' | 'frontMatter'
> {
  readonly files: readonly BundledFile[];
}

/** The front matter of a page, with its locations. */
interface PageData {
  readonly data: Table;
  readonly locations: TableLocations;
}

interface Context {
  readonly config: SiteConfig;
  readonly report: Report;
}

function createPage({ files, ...bare }: BarePage, words: PageData, { config, report }: Context): Page {
  const read = createReader(words.data, words.locations, report);
  const value = createKeyReader(frontMatterKeys, read);
  const title = value('title') ?? '';
  const dates = readDates(read, bare.path, config);
  const outputs = value('outputs')?.map((output) => output.toLowerCase());
  for (const diagnostic of checkOutputs(outputs ?? [], config, words.locations)) report(diagnostic);
  for (const diagnostic of checkBuild(words.data, words.locations)) report(diagnostic);
  const ways = readAddress(value, words.locations, report);
  const slug = ways.slug ?? slugFromName(bare.path, config);
  const addressed = { ...bare, ...ways, slug, title, date: dates.date };
  const { outputPath, address, aliases, folder } = resolveAddress(addressed, config);
  return {
    ...bare,
    ...dates,
    type: value('type') ?? resolveType(bare),
    resources: resolveResources(files, folder, read.raw('resources')),
    layout: value('layout'),
    outputPath,
    address,
    aliases,
    title,
    linkTitle: value('linkTitle') ?? title,
    description: value('description') ?? '',
    weight: value('weight') ?? 0,
    draft: value('draft') ?? hasUnpublishedKey(read),
    sitemap: readSitemap(read),
    outputs,
    params: withParams(words.data),
  };
}

/** Whether `published` is `false`, the older form of `draft: true`; as a date, it is an alias of `publishDate`. */
function hasUnpublishedKey(read: Reader): boolean {
  return read.raw('published') === false;
}

/** Returns the default type: the first folder, as Hugo writes paths. A leaf bundle at the top level is in no folder. */
function resolveType({ kind, path }: Pick<Page, 'kind' | 'path'>): string {
  const [section = ''] = (kind === 'page' ? parentPath(path) : path).split('/', 1);
  return section.toLowerCase().replaceAll(' ', '-') || 'page';
}

/**
 * Merges `params` of the front matter over the other keys; the table itself is kept. Unlike Hugo, which drops a table
 * with the same key as one in `params`, this merges the two.
 */
function withParams(data: Table): Table {
  const params = readPath(data, ['params']);
  return isTable(params) ? mergeTables(data, params) : data;
}

/** Overlays a table on another, not recursively except for `params`; keys are compared in any case. */
function mergeCascaded(under: Table, over: Table): Table {
  const covered = new Set(Object.keys(over).map(keyName));
  const rest = Object.entries(under).filter(([key]) => !covered.has(keyName(key)));
  const [lower, upper] = [under['params'], over['params']];
  const params = isTable(lower) && isTable(upper) ? { params: mergeCascaded(lower, upper) } : {};
  return { ...Object.fromEntries(rest), ...over, ...params };
}

/** Normalizes a key for comparison: `_build` is the older name of `build`. */
const keyName = (key: string): string => key.toLowerCase().replace(/^_build$/, 'build');

/** Reads the address of a page. A URL of another site is reported and ignored. */
export function readAddress(
  value: KeyReader<typeof frontMatterKeys>,
  locations: TableLocations,
  report: Report,
): AddressParams {
  const isValid = (key: string, address: string): boolean => {
    const mistake = ADDRESS_MISTAKES.find((row) => row.has(address));
    if (!mistake) return true;
    const { message, hint } = mistake;
    const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address;
    const words = { message: `"${shown.replaceAll('\0', '\\0')}" ${message}`, hint };
    report(createDiagnostic({ code: 'address-invalid', ...words, ...locateKey(locations, [key]) }));
    return false;
  };
  return {
    slug: [value('slug')].find((slug) => slug && (PROTOCOL_RE.test(slug) || isValid('slug', slug))),
    url: [value('url')].find((url) => url && isValid('url', url)),
    aliases: (value('aliases') ?? []).filter((alias) => isValid('aliases', alias)),
  };
}

/** The most bytes of a name in file systems. */
const MAX_NAME = 255;

/** What an address can't be. The first row that matches is reported, and the address is ignored. */
const ADDRESS_MISTAKES: readonly { has(address: string): boolean; message: string; hint: string }[] = [
  {
    has: (address) => PROTOCOL_RE.test(address),
    message: "is on another site, but a page's address must be on this one",
    hint: "Use a path from the site's root: /talks/first/.",
  },
  {
    has: (address) => /[\0\uFFFD\uD800-\uDFFF]/u.test(address),
    message: 'contains a character that no file name can have',
    hint: 'Remove the character U+0000, or half of a character such as \\ud83d.',
  },
  {
    has: (address) => address.split('/').some((name) => Buffer.byteLength(name) > MAX_NAME),
    message: `has a name of more than ${MAX_NAME} bytes, which no file can have`,
    hint: 'Shorten it.',
  },
];

type AddressParams = Pick<Addressed, 'slug' | 'url' | 'aliases'>;

const PROTOCOL_RE = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Receives diagnostics about the front matter of a page. */
export type PageReport = (diagnostic: Diagnostic, page: Page) => void;

/** Applies cascades to pages; returns unaffected pages unchanged. */
export function cascadePages(
  pages: readonly Page[],
  { pages: files }: ContentFiles,
  config: SiteConfig,
  report: PageReport,
): readonly Page[] {
  const cascades = readCascades(pages, config);
  const filesOf = new Map(files.map((file) => [file.source, file.files]));
  return pages.map((page) => {
    const layers = cascades.filter(({ reaches }) => reaches(page)).map(({ layer }) => layer);
    if (layers.length === 0) return page;
    const { data, recovered: own = data } = page.frontMatter;
    const words = {
      data: layers.reduceRight((under, { table }) => mergeCascaded(under, table), {}),
      // The page's own front matter was checked when it was read, so it has no location here.
      locations: [...layers.toReversed(), { table: own, location: undefined, path: [] }],
    };
    return createPage(
      { ...page, files: filesOf.get(page.source.path) ?? [] },
      { ...words, data: mergeCascaded(words.data, own) },
      // A diagnostic without a location is about the page's own front matter.
      { config, report: (diagnostic) => diagnostic.file !== '' && report(diagnostic, page) },
    );
  });
}

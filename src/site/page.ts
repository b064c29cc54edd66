/** Creates pages from content files, front matter and cascades. */
import { createDiagnostic, type Diagnostic, type SourceFile } from '../diagnostics.ts';
import type { Page, Report, SiteConfig, Table } from '../types.ts';
import { checkBuild } from './build-options.ts';
import { readCascades } from './cascade.ts';
import { parentOf } from './content-names.ts';
import type { BundledFile, ContentFile, ContentFiles } from './content.ts';
import { isTable } from '../tables.ts';
import { readPath } from './formats.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Places, placeOfKey } from './layers.ts';
import { mergeTables } from './merge.ts';
import { frontMatterKeys } from './options/front-matter.ts';
import { checkOutputs } from './output-formats.ts';
import { type Addressed, resolveAddress } from './page-address.ts';
import { readDates, slugFromName } from './page-dates.ts';
import { resolveResources } from './page-resources.ts';
import { createKeyReader, createReader, type KeyReader, type Reader } from './values.ts';
import { readSitemap } from './sitemap.ts';

/** A content file with its text. */
export interface ContentText extends ContentFile {
  readonly text: string;
}

/** Reads a page. Invalid values of the front matter are reported and ignored. */
export function readPage(file: ContentText, config: SiteConfig, report: Report): Page {
  const { kind, folder, path, language, bundle, files } = file;
  const source: SourceFile = { path: file.source, text: file.text };
  const { data, recovered, start, end, format, bodyOffset } = readFrontMatter(source, report);
  const place = { source, start, end, format };
  const frontMatter = { data, recovered };
  const bare = { source, bodyOffset, kind, folder, path, language, bundle, place, frontMatter, files };
  // The front matter was already reported as unreadable.
  if (recovered)
    return createPage(bare, { data: recovered, places: undefined }, { config, report: () => undefined });
  return createPage(bare, { data, places: place }, { config, report });
}

/** A page before its front matter is evaluated. */
interface BarePage extends Pick<
  Page,
  'source' | 'bodyOffset' | 'kind' | 'folder' | 'path' | 'language' | 'bundle' | 'place' | 'frontMatter'
> {
  readonly files: readonly BundledFile[];
}

/** The front matter of a page, with its locations. */
interface Words {
  readonly data: Table;
  readonly places: Places;
}

interface Context {
  readonly config: SiteConfig;
  readonly report: Report;
}

function createPage({ files, ...bare }: BarePage, words: Words, { config, report }: Context): Page {
  const read = createReader(words.data, words.places, report);
  const value = createKeyReader(frontMatterKeys, read);
  const title = value('title') ?? '';
  const dates = readDates(read, bare.path, config);
  const outputs = value('outputs')?.map((output) => output.toLowerCase());
  for (const diagnostic of checkOutputs(outputs ?? [], config, words.places)) report(diagnostic);
  for (const diagnostic of checkBuild(words.data, words.places)) report(diagnostic);
  const ways = readAddress(value, words.places, report);
  const slug = ways.slug ?? slugFromName(bare.path, config);
  const addressed = { ...bare, ...ways, slug, title, date: dates.date };
  const { outputPath, address, aliases, folder } = resolveAddress(addressed, config);
  return {
    ...bare,
    ...dates,
    type: value('type') ?? typeOf(bare),
    resources: resolveResources(files, folder, read.raw('resources')),
    layout: value('layout'),
    outputPath,
    address,
    aliases,
    title,
    linkTitle: value('linkTitle') ?? title,
    description: value('description') ?? '',
    weight: value('weight') ?? 0,
    draft: value('draft') ?? isUnpublished(read),
    sitemap: readSitemap(read),
    outputs,
    params: withParams(words.data),
  };
}

/** Whether `published` is `false`, the older form of `draft: true`; as a date, it is an alias of `publishDate`. */
function isUnpublished(read: Reader): boolean {
  return read.raw('published') === false;
}

/** Returns the default type: the first folder, as Hugo writes paths. A leaf bundle at the top level is in no folder. */
function typeOf({ kind, path }: Pick<Page, 'kind' | 'path'>): string {
  const [section = ''] = (kind === 'page' ? parentOf(path) : path).split('/', 1);
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
function overlay(under: Table, over: Table): Table {
  const covered = new Set(Object.keys(over).map(keyName));
  const rest = Object.entries(under).filter(([key]) => !covered.has(keyName(key)));
  const [lower, upper] = [under['params'], over['params']];
  const params = isTable(lower) && isTable(upper) ? { params: overlay(lower, upper) } : {};
  return { ...Object.fromEntries(rest), ...over, ...params };
}

/** Normalizes a key for comparison: `_build` is the older name of `build`. */
const keyName = (key: string): string => key.toLowerCase().replace(/^_build$/, 'build');

/** Reads the address of a page. A URL of another site is reported and ignored. */
export function readAddress(
  value: KeyReader<typeof frontMatterKeys>,
  places: Places,
  report: Report,
): AddressWords {
  const isOurs = (key: string, address: string): boolean => {
    if (!PROTOCOL_RE.test(address)) return true;
    const finding = {
      code: 'address-invalid' as const,
      message: `"${address}" is on another site, but a page's address must be on this one`,
      hint: "Use a path from the site's root: /talks/first/.",
    };
    report(createDiagnostic({ ...finding, ...placeOfKey(places, [key]) }));
    return false;
  };
  return {
    slug: value('slug'),
    url: [value('url')].find((url) => url && isOurs('url', url)),
    aliases: (value('aliases') ?? []).filter((alias) => isOurs('aliases', alias)),
  };
}

type AddressWords = Pick<Addressed, 'slug' | 'url' | 'aliases'>;

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
      data: layers.reduceRight((under, { table }) => overlay(under, table), {}),
      // The page's own front matter was checked when it was read, so it has no location here.
      places: [...layers.toReversed(), { table: own, place: undefined, path: [] }],
    };
    return createPage(
      { ...page, files: filesOf.get(page.source.path) ?? [] },
      { ...words, data: overlay(words.data, own) },
      // A diagnostic without a location is about the page's own front matter.
      { config, report: (diagnostic) => diagnostic.file !== '' && report(diagnostic, page) },
    );
  });
}

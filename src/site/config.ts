/** The configuration of a site: `hugo.*` or `config.*`, as Hugo finds it, with Hugo's defaults. */
import { createDiagnostic, type SourceFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { MarkupConfig, Report, SiteConfig, SiteOverrides, Table, TablePlace } from '../types.ts';
import { type Format, FormatError, formats, isTable, offsetOfKey } from './formats.ts';
import { basePathOf, isBaseURL, normalizeBaseURL } from './urls.ts';
import { createReader, type Reader } from './values.ts';

/** What counts where the author says nothing. */
const siteDefaults = {
  title: '',
  languageCode: 'en',
  contentDir: 'content',
  staticDir: 'static',
  layoutDir: 'layouts',
  publishDir: 'public',
} as const;

/** The names of a configuration file, in Hugo's order; only the first that is there is read. */
const CONFIG_FILES = ['hugo', 'config'].flatMap((name) =>
  formats.flatMap((format) =>
    format.extensions.map((extension) => ({ file: `${name}.${extension}`, format })),
  ),
);

/** Reads the configuration of a site. What is wrong in it is reported, and the default counts in its place. */
export function readSiteConfig(files: Files, overrides: SiteOverrides, report: Report): SiteConfig {
  const found = CONFIG_FILES.find(({ file }) => files.has(file));
  const source = found && { path: found.file, text: files.read(found.file) ?? '' };
  const table = found && source ? parseConfig(source, found.format, report) : {};
  const place = found && source && { source, start: 0, end: source.text.length, format: found.format.name };
  return normalizeSiteConfig(table, { overrides, place, report });
}

function parseConfig(source: SourceFile, format: Format, report: Report): Table {
  try {
    const table = format.parse(source.text);
    // A file that is empty, or holds comments only, says nothing.
    if (table === null || table === undefined) return {};
    if (isTable(table)) return table;
    throw new FormatError('it is not a table of keys and values', 0);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'config-invalid',
        message: `the ${format.name} configuration can't be read: ${error.message}`,
        hint: 'Mend the line, or put quotes around the value.',
        source,
        offset: error.offset,
      }),
    );
    return {};
  }
}

interface ConfigInput {
  readonly overrides: SiteOverrides;
  readonly place: TablePlace | undefined;
  readonly report: Report;
}

function normalizeSiteConfig(table: Table, { overrides, place, report }: ConfigInput): SiteConfig {
  const read = createReader(table, place, report);
  const written = overrides.baseURL ?? read.string('baseURL') ?? '';
  if (!isBaseURL(written)) report(baseURLInvalid(written, place));
  const baseURL = normalizeBaseURL(written);
  return {
    title: read.string('title') ?? siteDefaults.title,
    baseURL,
    basePath: basePathOf(baseURL),
    languageCode: read.string('languageCode') ?? siteDefaults.languageCode,
    contentDir: folder(read.string('contentDir') ?? siteDefaults.contentDir),
    staticDirs: (read.strings('staticDir') ?? [siteDefaults.staticDir]).map(folder),
    layoutDir: folder(read.string('layoutDir') ?? siteDefaults.layoutDir),
    publishDir: folder(overrides.publishDir ?? read.string('publishDir') ?? siteDefaults.publishDir),
    outputs: normalizeOutputs(read),
    params: read.table('params') ?? {},
    markup: normalizeMarkup(read),
    buildDrafts: overrides.buildDrafts ?? read.boolean('buildDrafts') ?? false,
    buildFuture: overrides.buildFuture ?? read.boolean('buildFuture') ?? false,
    buildExpired: overrides.buildExpired ?? read.boolean('buildExpired') ?? false,
    place,
    usedFiles: place ? [place.source.path] : [],
  };
}

function baseURLInvalid(written: string, place: TablePlace | undefined): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'base-url-invalid',
    message: `"${written}" is no address, so the site can't be built below it`,
    hint: 'Write baseURL as https://example.org/talks/, or as a path, /talks/.',
    ...(place && { source: place.source, offset: offsetOfKey(place, ['baseURL']) }),
  });
}

function normalizeOutputs(read: Reader): SiteConfig['outputs'] {
  const kinds = Object.keys(read.table('outputs') ?? {});
  return Object.fromEntries(
    kinds.map((kind) => [
      kind.toLowerCase(),
      (read.strings(`outputs.${kind}`) ?? []).map((name) => name.toLowerCase()),
    ]),
  );
}

/** Source of the defaults: reference, "Goldmark in Hugo". */
function normalizeMarkup(read: Reader): MarkupConfig {
  const goldmark = (key: string): boolean | undefined => read.boolean(`markup.goldmark.${key}`);
  return {
    unsafe: goldmark('renderer.unsafe'),
    typographer: switchable(read, 'markup.goldmark.extensions.typographer', 'disable') ?? true,
    linkify: goldmark('extensions.linkify') ?? true,
    autoHeadingId: goldmark('parser.autoHeadingID') ?? true,
    headingAttributes: goldmark('parser.attribute.title') ?? true,
    hardWraps: goldmark('renderer.hardWraps') ?? false,
  };
}

/** A switch that older configurations write as a plain value and newer ones as a table with `disable`. */
function switchable(read: Reader, key: string, off: string): boolean | undefined {
  return isTable(read.raw(key)) ? invert(read.boolean(`${key}.${off}`)) : read.boolean(key);
}

const invert = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value;

/** A folder as the stages write it: `/`, and none at either end. */
function folder(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.?\/)+|\/+$/g, '');
}

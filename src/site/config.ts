/** The configuration of a site: its files, its themes and the variables of the environment, with Hugo's defaults. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Report, SiteConfig, SiteOverrides, Table } from '../types.ts';
import { mergeLayers, readConfigLayers } from './config-files.ts';
import { folderName, readSiteMounts } from './config-mounts.ts';
import { kindName, readIgnoreFiles, readTimeZone, readUglyURLs } from './config-values.ts';
import { readLanguages } from './languages.ts';
import { placeOfKey } from './layers.ts';
import { normalizeMarkup } from './markup-config.ts';
import { readThemes, type Theme } from './themes.ts';
import { basePathOf, isBaseURL, normalizeBaseURL } from './urls.ts';
import { createReader, type Reader } from './values.ts';
import { environmentOf, readVariables } from './variables.ts';

/** What counts where the author says nothing. */
const siteDefaults = {
  title: '',
  contentDir: 'content',
  layoutDir: 'layouts',
  publishDir: 'public',
  environment: 'production',
} as const;

/** Reads the configuration of a site. What is wrong in it is reported, and the default counts in its place. */
export function readSiteConfig(files: Files, overrides: SiteOverrides, report: Report): SiteConfig {
  const variables = overrides.variables ?? {};
  const environment = overrides.environment ?? environmentOf(variables) ?? siteDefaults.environment;
  const request = { folder: '', names: overrides.config, environment };
  const written = readConfigLayers(files, request, report);
  const own = [...written, readVariables(variables, mergeLayers(written))];
  const site = { read: createReader(mergeLayers(own), own, report), places: own };
  const themes = readThemes(site, { files, environment, report });
  // The first theme wins over the others, and the site over all of them.
  const layers = [...themes.toReversed().flatMap((theme) => theme.layers), ...own];
  const config = normalizeSiteConfig({ table: mergeLayers(layers), layers, themes, overrides, report });
  return {
    ...config,
    environment,
    place: written.find(({ path }) => path.length === 0)?.place,
    usedFiles: [
      ...written.flatMap(({ place }) => place?.source.path ?? []),
      ...themes.flatMap((theme) => theme.usedFiles),
    ],
  };
}

interface ConfigInput extends Pick<SiteConfig, 'layers'> {
  readonly table: Table;
  readonly themes: readonly Theme[];
  readonly overrides: SiteOverrides;
  readonly report: Report;
}

function normalizeSiteConfig(input: ConfigInput): Omit<SiteConfig, 'environment' | 'place' | 'usedFiles'> {
  const { table, layers, themes, overrides, report } = input;
  const read = createReader(table, layers, report);
  const languages = readLanguages({ read, places: layers, report });
  const own = readSiteMounts({ read, places: layers, folder: '', theme: undefined, report }, languages);
  const baseURL = readBaseURL(read, input);
  return {
    title: read.string('title') ?? siteDefaults.title,
    baseURL,
    basePath: basePathOf(baseURL),
    languageCode: languages[0]?.languageCode ?? '',
    languages,
    contentDir: folderName(read.string('contentDir') ?? siteDefaults.contentDir),
    layoutDir: folderName(read.string('layoutDir') ?? siteDefaults.layoutDir),
    publishDir: folderName(overrides.publishDir ?? read.string('publishDir') ?? siteDefaults.publishDir),
    mounts: [...own, ...themes.flatMap(({ mounts }) => mounts)],
    themes: themes.filter(({ state }) => state === 'there').map(({ name }) => name),
    missingThemes: themes.filter(({ state }) => state === 'missing').map(({ name }) => name),
    outputs: readOutputs(read),
    params: read.table('params') ?? {},
    markup: normalizeMarkup(read),
    buildDrafts: overrides.buildDrafts ?? read.boolean('buildDrafts') ?? false,
    buildFuture: overrides.buildFuture ?? read.boolean('buildFuture') ?? false,
    buildExpired: overrides.buildExpired ?? read.boolean('buildExpired') ?? false,
    uglyURLs: readUglyURLs(read, layers, report),
    relativeURLs: read.boolean('relativeURLs') ?? false,
    canonifyURLs: read.boolean('canonifyURLs') ?? false,
    disablePathToLower: read.boolean('disablePathToLower') ?? false,
    disableKinds: (read.strings('disableKinds') ?? []).map(kindName),
    ignoreFiles: readIgnoreFiles(read, layers, report),
    cascade: read.tables('cascade') ?? [],
    timeZone: readTimeZone(read, layers, report),
    raw: table,
    layers,
  };
}

function readBaseURL(read: Reader, { overrides, layers, report }: ConfigInput): string {
  const written = overrides.baseURL ?? read.string('baseURL') ?? '';
  if (!isBaseURL(written)) {
    report(
      createDiagnostic({
        code: 'base-url-invalid',
        message: `"${written}" is no address, so the site can't be built below it`,
        hint: 'Write baseURL as https://example.org/talks/, or as a path, /talks/.',
        ...placeOfKey(layers, ['baseURL']),
      }),
    );
  }
  return normalizeBaseURL(written);
}

function readOutputs(read: Reader): SiteConfig['outputs'] {
  const kinds = Object.keys(read.table('outputs') ?? {});
  return Object.fromEntries(
    kinds.map((kind) => [
      kind.toLowerCase(),
      (read.strings(`outputs.${kind}`) ?? []).map((name) => name.toLowerCase()),
    ]),
  );
}

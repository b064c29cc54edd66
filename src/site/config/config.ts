/** Reads the configuration of a site from its files, themes and environment variables, with Hugo's defaults. */
import { createDiagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { Report, SiteConfig, SiteOverrides, Table } from '../../types.ts';
import { readCheckLevels } from './check-levels.ts';
import { mergeLayers, readConfigLayers } from './config-files.ts';
import { readSiteMounts } from '../mounts/config-mounts.ts';
import { normalizeKind, readIgnoreFiles, readTimeZone, readUglyURLs } from './config-values.ts';
import { readLanguages } from './languages.ts';
import { locateKey } from '../locate-key.ts';
import { normalizeMarkup } from './markup-config.ts';
import { folderName } from '../mounts/mount-row.ts';
import { siteKeys } from '../options/site.ts';
import type { HugoTheme } from '../themes/hugo-theme.ts';
import { readThemes } from '../themes/hugo-themes.ts';
import { parseBasePath, isBaseURL, normalizeBaseURL } from '../urls.ts';
import { createKeyReader, createReader, type KeyReader, type Reader } from '../values.ts';
import { readSiteSitemap } from './sitemap.ts';
import { readEnvironment, readVariables } from './variables.ts';

/** The default environment. */
const ENVIRONMENT = 'production';

/** Reads the configuration of a site. Invalid values are reported and replaced by defaults. */
export function readSiteConfig(files: Files, overrides: SiteOverrides, report: Report): SiteConfig {
  const variables = overrides.variables ?? {};
  const environment = overrides.environment ?? readEnvironment(variables) ?? ENVIRONMENT;
  const request = { folder: '', names: overrides.config, environment };
  const written = readConfigLayers(files, request, report);
  const own = [...written, readVariables(variables, mergeLayers(written))];
  const site = { read: createReader(mergeLayers(own), own, report), locations: own };
  const themes = readThemes(site, { files, environment, report });
  // The first theme takes precedence over the others, and the site over all themes.
  const layers = [...themes.toReversed().flatMap((theme) => theme.layers), ...own];
  const config = normalizeSiteConfig({ table: mergeLayers(layers), layers, themes, overrides, report });
  return {
    ...config,
    environment,
    location: written.find(({ path }) => path.length === 0)?.location,
    usedFiles: [
      ...written.flatMap(({ location }) => location?.source.path ?? []),
      ...themes.flatMap((theme) => theme.usedFiles),
    ],
  };
}

interface ConfigInput extends Pick<SiteConfig, 'layers'> {
  readonly table: Table;
  readonly themes: readonly HugoTheme[];
  readonly overrides: SiteOverrides;
  readonly report: Report;
}

function normalizeSiteConfig(input: ConfigInput): Omit<SiteConfig, 'environment' | 'location' | 'usedFiles'> {
  const { table, layers, themes, overrides, report } = input;
  const read = createReader(table, layers, report);
  const value = createKeyReader(siteKeys, read);
  const languages = readLanguages({ read, locations: layers, report });
  const own = readSiteMounts({ read, locations: layers, folder: '', theme: undefined, report }, languages);
  const baseURL = readBaseURL(value, input);
  return {
    title: value('title') ?? siteKeys.title.default,
    baseURL,
    basePath: parseBasePath(baseURL),
    languageCode: languages[0]?.languageCode ?? '',
    languages,
    contentDir: folderName(value('contentDir') ?? siteKeys.contentDir.default),
    layoutDir: folderName(value('layoutDir') ?? siteKeys.layoutDir.default),
    publishDir: folderName(overrides.publishDir ?? value('publishDir') ?? siteKeys.publishDir.default),
    mounts: [...own, ...themes.flatMap(({ mounts }) => mounts)],
    themes: themes.filter(({ state }) => state === 'there').map(({ name }) => name),
    missingThemes: themes.filter(({ state }) => state === 'missing').map(({ name }) => name),
    outputs: readOutputs(read),
    params: value('params') ?? {},
    checks: readCheckLevels(table, layers, report),
    markup: normalizeMarkup(read),
    buildDrafts: overrides.buildDrafts ?? value('buildDrafts') ?? false,
    buildFuture: overrides.buildFuture ?? value('buildFuture') ?? false,
    buildExpired: overrides.buildExpired ?? value('buildExpired') ?? false,
    uglyURLs: readUglyURLs(read, layers, report),
    relativeURLs: value('relativeURLs') ?? false,
    canonifyURLs: value('canonifyURLs') ?? false,
    disablePathToLower: value('disablePathToLower') ?? false,
    removePathAccents: value('removePathAccents') ?? false,
    disableKinds: (value('disableKinds') ?? []).map(normalizeKind),
    ignoreFiles: readIgnoreFiles(read, layers, report),
    cascade: value('cascade') ?? [],
    sitemap: readSiteSitemap(read),
    enableRobotsTXT: value('enableRobotsTXT') ?? false,
    timeZone: readTimeZone(read, layers, report),
    timeout: value('timeout'),
    raw: table,
    layers,
  };
}

function readBaseURL(value: KeyReader<typeof siteKeys>, { overrides, layers, report }: ConfigInput): string {
  const written = overrides.baseURL ?? value('baseURL') ?? '';
  if (!isBaseURL(written)) {
    report(
      createDiagnostic({
        code: 'base-url-invalid',
        message: `"${written}" is not a URL`,
        hint: 'Use https://example.org/talks/ or a path such as /talks/.',
        ...locateKey(layers, ['baseURL']),
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

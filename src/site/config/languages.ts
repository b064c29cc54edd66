/** Reads the languages of a site: `[languages]` of the configuration, with Hugo's defaults. */
import { cleanPath } from '../urls.ts';
import { createDiagnostic, nearestName } from '../../diagnostics.ts';
import type { Language, Report, SiteConfig, Table } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { readPath } from '../formats/formats.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { mergeTables } from '../merge.ts';
import type { Reader } from '../values.ts';

/** Keys of a language in lower case; before Hugo 0.112, all other keys were its params. */
const LANGUAGE_KEYS: ReadonlySet<string> = new Set([
  'baseurl', 'build', 'builddrafts', 'buildexpired', 'buildfuture', 'canonifyurls', 'capitalizelisttitles', 'cascade',
  'contentdir', 'copyright', 'defaultcontentlanguage', 'description', 'direction', 'disablealiases', 'disabled',
  'disablehugogeneratorinject', 'disablekinds', 'disablelanguages', 'enableemoji', 'frontmatter', 'hascjklanguage',
  'label', 'languagecode', 'languagedirection', 'languagename', 'locale', 'markup', 'mediatypes', 'menu', 'menus',
  'outputformats', 'outputs', 'page', 'paginate', 'paginatepath', 'pagination', 'params', 'permalinks', 'pluralizelisttitles',
  'privacy', 'related', 'relativeurls', 'removepathaccents', 'rsslimit', 'security', 'services', 'sitemap', 'staticdir',
  'summarylength', 'taxonomies', 'timezone', 'title', 'titlecasestyle', 'uglyurls', 'weight',
]); // prettier-ignore

/** The configuration to read from. */
interface LanguagesInput {
  readonly read: Reader;
  readonly locations: TableLocations;
  readonly report: Report;
}

/** Reads the languages, the default first, the others by weight. */
export function readLanguages({ read, locations, report }: LanguagesInput): readonly Language[] {
  const wanted = (read.string('defaultContentLanguage') ?? 'en').toLowerCase();
  const tables = Object.entries(read.table('languages') ?? {});
  if (tables.length === 0) return [readLanguage(read, wanted, wanted)];
  const codes = tables.map(([code]) => code.toLowerCase());
  const isKnown = codes.includes(wanted);
  if (!isKnown) report(defaultUnknown(wanted, codes, locations));
  const off = (read.strings('disableLanguages') ?? []).map((code) => code.toLowerCase());
  const isOn = (code: string): boolean =>
    code === wanted || !(off.includes(code) || read.boolean(`languages.${code}.disabled`));
  const on = codes.filter(isOn).map((code) => ({ code, weight: readWeight(read, code) }));
  const order = on.sort((a, b) => a.weight - b.weight || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
  const first = isKnown ? wanted : (order[0] ?? wanted);
  return [first, ...order.filter((code) => code !== first)].map((code) => readLanguage(read, code, first));
}

/** Reads the weight; languages without one come last, like pages. */
const readWeight = (read: Reader, code: string): number =>
  read.integer(`languages.${code}.weight`) || Number.MAX_SAFE_INTEGER;

function defaultUnknown(
  wanted: string,
  codes: readonly string[],
  locations: TableLocations,
): ReturnType<typeof createDiagnostic> {
  const nearest = nearestName(wanted, codes);
  return createDiagnostic({
    code: 'language-unknown',
    message: `the default language "${wanted}" is not one of the site's languages: ${codes.join(', ')}`,
    hint: `${nearest ? `Did you mean "${nearest}"? ` : ''}Set defaultContentLanguage to one of them, or add [languages.${wanted}].`,
    ...locateDefault(locations),
  });
}

/** Locates the default language. Without `defaultContentLanguage`, it is English, and `languages` is located. */
function locateDefault(locations: TableLocations): ReturnType<typeof locateKey> {
  const written = locateKey(locations, ['defaultContentLanguage']);
  return written.source ? written : locateKey(locations, ['languages']);
}

/** Reads a language. Since 0.158, Hugo calls `languageName` and `languageCode` `label` and `locale`. */
function readLanguage(read: Reader, code: string, defaultCode: string): Language {
  const key = (name: string): string => `languages.${code}.${name}`;
  const isDefault = code === defaultCode;
  const written = read.string(key('locale')) ?? read.string(key('languageCode'));
  const ofSite = read.string('locale') ?? read.string('languageCode');
  return {
    code,
    name: read.string(key('label')) ?? read.string(key('languageName')) ?? '',
    title: read.string(key('title')) ?? read.string('title') ?? '',
    languageCode: written ?? (isDefault ? ofSite : undefined) ?? code,
    weight: read.integer(key('weight')) ?? 0,
    isDefault,
    folder: isDefault && !read.boolean('defaultContentLanguageInSubdir') ? '' : cleanPath(code),
    params: mergeTables(read.table('params') ?? {}, readParams(read, code)),
  };
}

function readParams(read: Reader, code: string): Table {
  const table = read.table(`languages.${code}`) ?? {};
  const former = Object.entries(table).filter(([key]) => !LANGUAGE_KEYS.has(key.toLowerCase()));
  const params = read.table(`languages.${code}.params`);
  return mergeTables(Object.fromEntries(former), isTable(params) ? params : {});
}

/**
 * Returns the configuration for a language: with its title, params and language code, and with its other values in
 * `raw`.
 * @throws {Error} if the site has no such language
 */
export function inLanguage(config: SiteConfig, code: string): SiteConfig {
  const language = config.languages.find((candidate) => candidate.code === code);
  if (!language) throw new Error(`the site has no language ${code}`);
  const own = readPath(config.raw, ['languages', code]);
  if (language.isDefault && !isTable(own)) return config;
  const { title, params, languageCode } = language;
  const raw = isTable(own) ? mergeTables(config.raw, { ...own, params }) : config.raw;
  return { ...config, title, params, languageCode, raw };
}

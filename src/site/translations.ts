/** Reads `i18n/`: translations by key, one file per language. Source: Hugo's multilingual strings. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { checkEncoding } from '../text-encoding.ts';
import type { Report, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { FormatError, formats } from './formats/formats.ts';
import { reportRepeated } from './formats/repeated-keys.ts';
import { listMounted } from './mounts/mounts.ts';

/** Translations by language and key. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, Table | string>>;

/** Reads all files of `i18n/`. Files that can't be read are reported. */
export function readTranslations(files: Files, config: SiteConfig, report: Report): Translations {
  const languages = new Map<string, Map<string, Table | string>>();
  // Files of the site take precedence over files of themes with the same name.
  const mounts = config.mounts.filter(({ component }) => component === 'i18n');
  const found = mounts.flatMap((mount) => listMounted(files, [mount], 'i18n'));
  for (const { path, source } of found) {
    const language = path.replace(/\.\w+$/, '').toLowerCase();
    const texts = languages.get(language) ?? new Map<string, Table | string>();
    const file = { path: source, text: files.read(source) ?? '' };
    for (const diagnostic of checkEncoding(files, file)) report(diagnostic);
    for (const [key, value] of readTexts(file, report)) if (!texts.has(key)) texts.set(key, value);
    languages.set(language, texts);
  }
  return languages;
}

function readTexts(source: { path: string; text: string }, report: Report): [string, Table | string][] {
  const format = formats.find(({ extensions }) => extensions.some((one) => source.path.endsWith(`.${one}`)));
  try {
    return readEntries(format?.parse(source.text, reportRepeated(source, 0, report)));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'translation-invalid',
        severity: 'warning',
        message: `the ${format?.name} translations can't be read, so templates that use them fail: ${error.message}`,
        hint: 'Fix the line, or quote the value.',
        source,
        offset: error.offset,
      }),
    );
    return [[UNREADABLE, source.path]];
  }
}

/** Key that marks a language whose file can't be read. */
const UNREADABLE = '\0';

/** Returns the unreadable file of a language, if there is one. */
export function findUnreadableTranslations(translations: Translations, language: string): string | undefined {
  const file = translations.get(language.toLowerCase())?.get(UNREADABLE);
  return typeof file === 'string' ? file : undefined;
}

/** Reads a table by key, or the older form: a list of tables with `id` and `translation`. */
function readEntries(value: unknown): [string, Table | string][] {
  const isText = (item: unknown): item is Table | string => typeof item === 'string' || isTable(item);
  if (isTable(value)) return flattenTable(value, '');
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const text = isTable(item) ? item['translation'] : undefined;
    return isTable(item) && isText(text) ? [[String(item['id']), text] as [string, Table | string]] : [];
  });
}

/** Keys of a table with plural forms; a table with other keys is nested: `article.readingTime`. */
const FORMS: ReadonlySet<string> = new Set([
  'zero', 'one', 'two', 'few', 'many', 'other', 'description', 'hash', 'id', 'leftdelim', 'rightdelim', 'translation',
]); // prettier-ignore

function flattenTable(table: Table, prefix: string): [string, Table | string][] {
  return Object.entries(table).flatMap(([key, item]): [string, Table | string][] => {
    if (typeof item === 'string') return [[prefix + key, item]];
    if (!isTable(item)) return [];
    const isForms = Object.keys(item).every((name) => FORMS.has(name.toLowerCase()));
    return isForms ? [[prefix + key, item]] : flattenTable(item, `${prefix}${key}.`);
  });
}

/** Finds a translation, in the plural form for `count`; `undefined` if the language has none. */
export function findTranslation(
  translations: Translations,
  language: string,
  key: string,
  count: number | undefined,
): string | undefined {
  const value = translations.get(language.toLowerCase())?.get(key);
  if (value === undefined || typeof value === 'string') return value;
  const form = count === undefined ? 'other' : new Intl.PluralRules(language).select(count);
  const text = value[form] ?? value['other'];
  return typeof text === 'string' ? text : undefined;
}

/** `i18n/`: texts of templates by key, one file a language. Source: Hugo's multilingual strings. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Report, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { FormatError, formats } from './formats.ts';
import { reportRepeated } from './repeated-keys.ts';
import { listMounted } from './mounts.ts';

/** The texts of a site, by language and key. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, Table | string>>;

/** Reads all files of `i18n/`. What can't be read is reported, and the rest goes on. */
export function readTranslations(files: Files, config: SiteConfig, report: Report): Translations {
  const languages = new Map<string, Map<string, Table | string>>();
  // The site's own files come first: what its themes say in files of the same name comes under them.
  const mounts = config.mounts.filter(({ component }) => component === 'i18n');
  const found = mounts.flatMap((mount) => listMounted(files, [mount], 'i18n'));
  for (const { path, source } of found) {
    const language = path.replace(/\.\w+$/, '').toLowerCase();
    const texts = languages.get(language) ?? new Map<string, Table | string>();
    for (const [key, value] of readTexts({ path: source, text: files.read(source) ?? '' }, report))
      if (!texts.has(key)) texts.set(key, value);
    languages.set(language, texts);
  }
  return languages;
}

function readTexts(source: { path: string; text: string }, report: Report): [string, Table | string][] {
  const format = formats.find(({ extensions }) => extensions.some((one) => source.path.endsWith(`.${one}`)));
  try {
    return entriesOf(format?.parse(source.text, reportRepeated(source, 0, report)));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'translation-invalid',
        severity: 'warning',
        message: `the ${format?.name} translations can't be read, and what asks for one fails: ${error.message}`,
        hint: 'Mend the line, or put quotes around the value.',
        source,
        offset: error.offset,
      }),
    );
    return [[UNREAD, source.path]];
  }
}

/** In the place of the texts of a file that can't be read. */
const UNREAD = '\0';

/** The file that a text of a language may stand in and that can't be read. */
export function unreadTranslations(translations: Translations, language: string): string | undefined {
  const file = translations.get(language.toLowerCase())?.get(UNREAD);
  return typeof file === 'string' ? file : undefined;
}

/** A table by keys, or the older form: a list of tables with `id` and `translation`. */
function entriesOf(value: unknown): [string, Table | string][] {
  const isText = (item: unknown): item is Table | string => typeof item === 'string' || isTable(item);
  if (isTable(value)) return keysOf(value, '');
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const text = isTable(item) ? item['translation'] : undefined;
    return isTable(item) && isText(text) ? [[String(item['id']), text] as [string, Table | string]] : [];
  });
}

/** What a table of forms may have; a table with other keys holds texts of its own: `article.readingTime`. */
const FORMS: ReadonlySet<string> = new Set([
  'zero', 'one', 'two', 'few', 'many', 'other', 'description', 'hash', 'id', 'leftdelim', 'rightdelim', 'translation',
]); // prettier-ignore

function keysOf(table: Table, prefix: string): [string, Table | string][] {
  return Object.entries(table).flatMap(([key, item]): [string, Table | string][] => {
    if (typeof item === 'string') return [[prefix + key, item]];
    if (!isTable(item)) return [];
    const isForms = Object.keys(item).every((name) => FORMS.has(name.toLowerCase()));
    return isForms ? [[prefix + key, item]] : keysOf(item, `${prefix}${key}.`);
  });
}

/** The text of a key; of several forms, the one that fits the count. `undefined` where the language has none. */
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

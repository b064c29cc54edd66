/** One row of `[[module.mounts]]`: a folder or a file, where it is seen, and which of its files. */
import path from 'node:path';
import { createDiagnostic, nearestName } from '../diagnostics.ts';
import type { Component, Mount, Report } from '../types.ts';
import { isTable } from '../tables.ts';
import { type Places, placeOfKey } from './layers.ts';
import { NOT } from './mount-filter.ts';
import type { Reader } from './values.ts';

/** The folders of a site, and the keys that name another one. */
export const COMPONENTS: readonly { readonly component: Component; readonly key: string }[] = [
  { component: 'content', key: 'contentDir' },
  { component: 'static', key: 'staticDir' },
  { component: 'layouts', key: 'layoutDir' },
  { component: 'data', key: 'dataDir' },
  { component: 'assets', key: 'assetDir' },
  { component: 'i18n', key: 'i18nDir' },
  { component: 'archetypes', key: 'archetypeDir' },
];

export const components: readonly Component[] = COMPONENTS.map(({ component }) => component);

const isComponent = (name: string): name is Component => components.some((component) => component === name);

/** What mounts are read from. */
export interface MountsInput {
  /** Reads the configuration of the site or of a theme. */
  readonly read: Reader;
  readonly places: Places;
  /** The folder that sources are below; empty for the site. */
  readonly folder: string;
  /** The theme that brings them. */
  readonly theme: string | undefined;
  readonly report: Report;
}

/** The source of a mount that shadows a folder of a theme with nothing: there is nothing to read, and nothing to say. */
const NOTHING = '/dev/null';

/** One row of the list, once for each language that it names; nothing where it can't be mounted. */
export function readMount(input: MountsInput, keys: readonly string[]): readonly Mount[] {
  const { read, places, folder, theme, report } = input;
  const key = (name: string): string => [...keys, name].join('.');
  const written = read.string(key('source')) ?? '';
  const target = folderName(read.string(key('target')) ?? '');
  const [component = ''] = target.split('/', 1);
  if (written === '' || !isComponent(component)) {
    report(mountInvalid(target, places, keys));
    return [];
  }
  checkKeys(input, keys);
  if (written === NOTHING) return [];
  const isAbsolute = path.posix.isAbsolute(written) || path.win32.isAbsolute(written);
  const source = folderName(path.posix.join(folder, written.replaceAll('\\', '/')));
  if (isAbsolute || isOutside(source)) {
    report(mountOutside(written, places, [...keys, 'source']));
    return [];
  }
  const files = readPatterns(input, keys);
  const mount = { component, source, target: target.slice(component.length + 1), theme };
  const filter = files.length > 0 ? { files } : {};
  return readLanguages(input, keys).map((language) => ({ ...mount, language, ...filter }));
}

/** `files`, and what it was before Hugo 0.153: the patterns of `includeFiles` before those of `excludeFiles`. */
function readPatterns({ read, places, report }: MountsInput, keys: readonly string[]): readonly string[] {
  const list = (name: string): readonly string[] => read.strings([...keys, name].join('.')) ?? [];
  const files = list('files');
  for (const pattern of files.filter((one) => /^\s*!/.test(one) && !one.startsWith(NOT)))
    report(patternOdd(pattern, places, [...keys, 'files']));
  return [...files, ...list('includeFiles'), ...list('excludeFiles').map((pattern) => NOT + pattern)];
}

/** Signs of a pattern in the place of a name. */
const PATTERN_RE = /[*?![\]{}]/;

/** The languages that a mount is for; `undefined` stands for all of them. */
function readLanguages(
  { read, places, report }: MountsInput,
  keys: readonly string[],
): readonly (string | undefined)[] {
  const key = [...keys, 'sites', 'matrix', 'languages'];
  const one = read.string([...keys, 'lang'].join('.'));
  const named = one === undefined ? (read.strings(key.join('.')) ?? []) : [one];
  const pattern = named.find((name) => PATTERN_RE.test(name));
  if (pattern !== undefined && pattern !== '**') report(languagePattern(pattern, places, key));
  const languages = named.filter((name) => !PATTERN_RE.test(name)).map((name) => name.toLowerCase());
  return languages.length > 0 ? languages : [undefined];
}

/** The keys of a row, and of the tables in it; `undefined` where there is no table. */
const KNOWN_KEYS: Readonly<Record<string, readonly string[] | undefined>> = {
  source: undefined,
  target: undefined,
  lang: undefined,
  files: undefined,
  includeFiles: undefined,
  excludeFiles: undefined,
  // Whoever writes a page sees its changes: there is nothing to switch off.
  disableWatch: undefined,
  sites: ['matrix'],
  'sites.matrix': ['languages'],
};

/** Says which keys of a row are not read: a filter with a slip in its name would publish what it was to hide. */
function checkKeys({ read, places, report }: MountsInput, keys: readonly string[]): void {
  const names = Object.keys(KNOWN_KEYS).filter((name) => !name.includes('.'));
  const check = (within: string, known: readonly string[]): void => {
    const table = read.raw([...keys, ...within.split('.').filter(Boolean)].join('.'));
    for (const name of Object.keys(isTable(table) ? table : {})) {
      const full = within === '' ? name : `${within}.${name}`;
      if (known.some((one) => one.toLowerCase() === name.toLowerCase())) continue;
      report(keyUnknown(full, nearestName(name, known), placeOfKey(places, [...keys, ...full.split('.')])));
    }
  };
  check('', names);
  for (const [name, known] of Object.entries(KNOWN_KEYS)) if (known) check(name, known);
}

function keyUnknown(
  key: string,
  nearest: string | undefined,
  place: ReturnType<typeof placeOfKey>,
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-key',
    severity: 'warning',
    message: `deckwright reads no ${key} of a mount, so it changes nothing`,
    hint: `${nearest ? `Did you mean ${nearest}? ` : ''}A mount has source, target, lang, sites.matrix.languages and files.`,
    ...place,
  });
}

function patternOdd(
  pattern: string,
  places: Places,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-pattern',
    severity: 'warning',
    message: `"${pattern}" leaves nothing out: it is the name of a file that begins with !, and only such files are seen`,
    hint: `Write "${NOT}${pattern.trim().slice(1).trim()}", with a blank behind the !, to leave these files out.`,
    ...placeOfKey(places, keys),
  });
}

function languagePattern(
  pattern: string,
  places: Places,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-languages',
    severity: 'warning',
    message: `deckwright reads no patterns of languages, so "${pattern}" counts for nothing`,
    hint: 'Name each language of this mount by its code.',
    ...placeOfKey(places, keys),
  });
}

/** What is said of a folder that is not in the site. */
export function mountOutside(
  source: string,
  places: Places,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-outside',
    severity: 'warning',
    message: `${source} is not in the folder of the site, so nothing of it is read`,
    hint: 'Put the folder into the site, and name it by its path from there.',
    ...placeOfKey(places, keys),
  });
}

function mountInvalid(
  target: string,
  places: Places,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-invalid',
    message: `a mount needs a source, and a target in one of the folders of a site, but its target is "${target}"`,
    hint: `Let the target begin with one of ${components.join(', ')}.`,
    ...placeOfKey(places, keys),
  });
}

/** A folder as the stages write it: `/`, and none at either end; empty for the root. */
export function folderName(written: string): string {
  const plain = path.posix.normalize(written.replaceAll('\\', '/').replace(/^\/+/, ''));
  return plain === '.' ? '' : plain.replace(/\/+$/, '');
}

/** Whether a folder is not below the root of the site. */
export const isOutside = (folder: string): boolean => folder === '..' || folder.startsWith('../');

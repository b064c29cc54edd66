/** Reads a row of `[[module.mounts]]`. */
import path from 'node:path';
import { createDiagnostic, nearestName } from '../../diagnostics.ts';
import type { Component, Mount, Report } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { NOT } from './mount-filter.ts';
import type { Reader } from '../values.ts';

/** The components, and the keys that change their folders. */
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

/** The configuration that mounts are read from. */
export interface MountsInput {
  /** Reader of the configuration of the site or of a theme. */
  readonly read: Reader;
  readonly locations: TableLocations;
  /** The base folder of sources; empty for the site. */
  readonly folder: string;
  /** The theme of the mounts. */
  readonly theme: string | undefined;
  readonly report: Report;
}

/** The source of a mount that hides a folder of a theme: it is skipped without a warning. */
const NO_MOUNTS = '/dev/null';

/** Reads a row of the list, as one mount per language; empty if it is invalid. */
export function readMount(input: MountsInput, keys: readonly string[]): readonly Mount[] {
  const { read, locations, folder, theme, report } = input;
  const key = (name: string): string => [...keys, name].join('.');
  const written = read.string(key('source')) ?? '';
  const target = folderName(read.string(key('target')) ?? '');
  const [component = ''] = target.split('/', 1);
  if (written === '' || !isComponent(component)) {
    const what =
      written === ''
        ? `the mount to "${target}" has no source`
        : `the target "${target}" is not in one of the site's folders`;
    report(mountInvalid(what, { written, locations, keys }));
    return [];
  }
  checkKeys(input, keys);
  if (written === NO_MOUNTS) return [];
  const isAbsolute = path.posix.isAbsolute(written) || path.win32.isAbsolute(written);
  const source = folderName(path.posix.join(folder, written.replaceAll('\\', '/')));
  if (isAbsolute || isOutside(source)) {
    report(mountOutside(written, locations, [...keys, 'source']));
    return [];
  }
  const files = readPatterns(input, keys);
  const mount = { component, source, target: target.slice(component.length + 1), theme };
  const filter = files.length > 0 ? { files } : {};
  return readLanguages(input, keys).map((language) => ({ ...mount, language, ...filter }));
}

/** Reads `files`, or the options before Hugo 0.153: `includeFiles` followed by `excludeFiles`. */
function readPatterns({ read, locations, report }: MountsInput, keys: readonly string[]): readonly string[] {
  const list = (name: string): readonly string[] => read.strings([...keys, name].join('.')) ?? [];
  const files = list('files');
  for (const pattern of files.filter((one) => /^\s*!/.test(one) && !one.startsWith(NOT)))
    report(unsupportedPattern(pattern, locations, [...keys, 'files']));
  return [...files, ...list('includeFiles'), ...list('excludeFiles').map((pattern) => NOT + pattern)];
}

/** Special characters of patterns. */
const PATTERN_RE = /[*?![\]{}]/;

/** Reads the languages of a mount; `undefined` means all languages. */
function readLanguages(
  { read, locations, report }: MountsInput,
  keys: readonly string[],
): readonly (string | undefined)[] {
  const key = [...keys, 'sites', 'matrix', 'languages'];
  const one = read.string([...keys, 'lang'].join('.'));
  const named = one === undefined ? (read.strings(key.join('.')) ?? []) : [one];
  const pattern = named.find((name) => PATTERN_RE.test(name));
  if (pattern !== undefined && pattern !== '**') report(unsupportedLanguagePattern(pattern, locations, key));
  const languages = named.filter((name) => !PATTERN_RE.test(name)).map((name) => name.toLowerCase());
  return languages.length > 0 ? languages : [undefined];
}

/** The keys of a row, and of tables in it; `undefined` for keys without a table. */
const KNOWN_KEYS: Readonly<Record<string, readonly string[] | undefined>> = {
  source: undefined,
  target: undefined,
  lang: undefined,
  files: undefined,
  includeFiles: undefined,
  excludeFiles: undefined,
  // Valid in Hugo, but without effect here: changes are always watched.
  disableWatch: undefined,
  sites: ['matrix'],
  'sites.matrix': ['languages'],
};

/** Reports unknown keys of a row: a misspelt filter would publish files that it should exclude. */
function checkKeys({ read, locations, report }: MountsInput, keys: readonly string[]): void {
  const names = Object.keys(KNOWN_KEYS).filter((name) => !name.includes('.'));
  const check = (within: string, known: readonly string[]): void => {
    const table = read.raw([...keys, ...within.split('.').filter(Boolean)].join('.'));
    for (const name of Object.keys(isTable(table) ? table : {})) {
      const full = within === '' ? name : `${within}.${name}`;
      if (known.some((one) => one.toLowerCase() === name.toLowerCase())) continue;
      report(keyUnknown(full, nearestName(name, known), locateKey(locations, [...keys, ...full.split('.')])));
    }
  };
  check('', names);
  for (const [name, known] of Object.entries(KNOWN_KEYS)) if (known) check(name, known);
}

function keyUnknown(
  key: string,
  nearest: string | undefined,
  location: ReturnType<typeof locateKey>,
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-key',
    severity: 'warning',
    message: `unsupported mount option ${key}, which is ignored`,
    hint: `${nearest ? `Did you mean ${nearest}? ` : ''}A mount has source, target, lang, sites.matrix.languages and files.`,
    ...location,
  });
}

function unsupportedPattern(
  pattern: string,
  locations: TableLocations,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-pattern',
    severity: 'warning',
    message: `"${pattern}" excludes nothing: without a space after the !, it matches file names that start with !`,
    hint: `Write "${NOT}${pattern.trim().slice(1).trim()}", with a space after the !, to exclude these files.`,
    ...locateKey(locations, keys),
  });
}

function unsupportedLanguagePattern(
  pattern: string,
  locations: TableLocations,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-languages',
    severity: 'warning',
    message: `language patterns are not supported, so "${pattern}" is ignored`,
    hint: 'List each language of this mount by its code.',
    ...locateKey(locations, keys),
  });
}

/** The diagnostic for a folder outside the site. */
export function mountOutside(
  source: string,
  locations: TableLocations,
  keys: readonly string[],
): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'mount-outside',
    severity: 'warning',
    message: `${source} is outside the site's folder, so it is ignored`,
    hint: 'Move the folder into the site, and use its path from there.',
    ...locateKey(locations, keys),
  });
}

function mountInvalid(
  message: string,
  row: { readonly written: string; readonly locations: TableLocations; readonly keys: readonly string[] },
): ReturnType<typeof createDiagnostic> {
  const { written, locations, keys } = row;
  return createDiagnostic({
    code: 'mount-invalid',
    message,
    hint:
      written === ''
        ? 'Add source = "folder", relative to the site.'
        : `Start the target with one of ${components.join(', ')}.`,
    ...locateKey(locations, keys),
  });
}

/** Normalizes a folder: with `/`, but not at the start or end; empty for the root. */
export function folderName(written: string): string {
  const plain = path.posix.normalize(written.replaceAll('\\', '/').replace(/^\/+/, ''));
  return plain === '.' ? '' : plain.replace(/\/+$/, '');
}

/** Whether a folder is outside the site. */
export const isOutside = (folder: string): boolean => folder === '..' || folder.startsWith('../');

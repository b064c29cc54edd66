/** Which folders of a site and of its themes are seen where: `[[module.mounts]]`, and Hugo's folders without it. */
import path from 'node:path';
import { createDiagnostic } from '../diagnostics.ts';
import type { Component, Language, Mount, Report } from '../types.ts';
import { type Places, placeOfKey } from './layers.ts';
import type { Reader } from './values.ts';

/** The folders of a site, and the keys that name another one. */
const COMPONENTS: readonly { readonly component: Component; readonly key: string }[] = [
  { component: 'content', key: 'contentDir' },
  { component: 'static', key: 'staticDir' },
  { component: 'layouts', key: 'layoutDir' },
  { component: 'data', key: 'dataDir' },
  { component: 'assets', key: 'assetDir' },
  { component: 'i18n', key: 'i18nDir' },
  { component: 'archetypes', key: 'archetypeDir' },
];

const components: readonly Component[] = COMPONENTS.map(({ component }) => component);

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

/** The mounts of a site: those that it lists, and its own folders where it lists none for their component. */
export function readSiteMounts(input: MountsInput, languages: readonly Language[]): readonly Mount[] {
  const listed = readListedMounts(input, ['module', 'mounts']);
  const isFree = ({ component }: Mount): boolean => listed.every((mount) => mount.component !== component);
  const own = COMPONENTS.flatMap(({ component, key }) =>
    foldersOf(input.read, component, key, languages).flatMap(({ source, language }) => {
      const folder = folderName(source);
      if (!isOutside(folder)) return [{ component, source: folder, target: '', language, theme: undefined }];
      input.report(mountOutside(source, input.places, [key]));
      return [];
    }),
  );
  return [...listed, ...own.filter(isFree)];
}

/** The folders of one component, with the language that a folder is for. */
interface Folder {
  readonly source: string;
  readonly language: string | undefined;
}

function foldersOf(
  read: Reader,
  component: Component,
  key: string,
  languages: readonly Language[],
): readonly Folder[] {
  const forAll = (source: string): Folder => ({ source, language: undefined });
  if (component === 'static') return readStaticDirs(read, languages).map(forAll);
  const folder = read.string(key) ?? component;
  if (component !== 'content') return [forAll(folder)];
  const folders = languages.map(({ code }) => {
    const source = read.string(`languages.${code}.${key}`) ?? folder;
    return { source, language: source === folder ? undefined : code };
  });
  return folders.filter((one, n) => folders.findIndex(({ source }) => source === one.source) === n);
}

const STATIC_KEYS = ['staticDir', ...Array.from({ length: 11 }, (_, n) => `staticDir${n}`)];

/** `staticDir` may be a list, and go on as `staticDir0` to `staticDir10`; a language may add folders of its own. */
function readStaticDirs(read: Reader, languages: readonly Language[]): readonly string[] {
  const folders = languages.flatMap(({ code }) => {
    const written = STATIC_KEYS.map((key) => read.strings(`languages.${code}.${key}`) ?? read.strings(key));
    return written.every((list) => list === undefined) ? ['static'] : written.flatMap((list) => list ?? []);
  });
  return [...new Set(folders)];
}

/** The folders of a theme that lists no mounts. */
export function defaultThemeMounts(folder: string, theme: string): readonly Mount[] {
  return components.map((component) => ({
    component,
    source: `${folder}/${component}`,
    target: '',
    language: undefined,
    theme,
  }));
}

/** The mounts of a list in the configuration, at a path of keys. */
export function readListedMounts(input: MountsInput, keys: readonly string[]): readonly Mount[] {
  const key = keys.join('.');
  const count = input.read.tables(key)?.length ?? 0;
  if (!Array.isArray(input.read.raw(key))) return count === 0 ? [] : readMount(input, keys);
  return Array.from({ length: count }, (_, n) => readMount(input, [...keys, String(n)])).flat();
}

/** The source of a mount that shadows a folder of a theme with nothing: there is nothing to read, and nothing to say. */
const NOTHING = '/dev/null';

/** One row of the list; nothing where it can't be mounted. */
function readMount({ read, places, folder, theme, report }: MountsInput, keys: readonly string[]): Mount[] {
  const key = (name: string): string => [...keys, name].join('.');
  const written = read.string(key('source')) ?? '';
  const target = folderName(read.string(key('target')) ?? '');
  const [component = ''] = target.split('/', 1);
  if (written === '' || !isComponent(component)) {
    report(mountInvalid(target, places, keys));
    return [];
  }
  if (written === NOTHING) return [];
  const isAbsolute = path.posix.isAbsolute(written) || path.win32.isAbsolute(written);
  const source = folderName(path.posix.join(folder, written.replaceAll('\\', '/')));
  if (isAbsolute || isOutside(source)) {
    report(mountOutside(written, places, [...keys, 'source']));
    return [];
  }
  const language = read.string(key('lang')) ?? read.strings(key('sites.matrix.languages'))?.[0];
  return [
    {
      component,
      source,
      target: target.slice(component.length + 1),
      language: language?.toLowerCase(),
      theme,
    },
  ];
}

function mountOutside(
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

const isOutside = (folder: string): boolean => folder === '..' || folder.startsWith('../');

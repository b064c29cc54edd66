/** Mounts of a site and its themes: `[[module.mounts]]`, or Hugo's default folders. */
import type { Component, Language, Mount } from '../../types.ts';
import {
  COMPONENTS,
  components,
  folderName,
  isOutside,
  mountOutside,
  type MountsInput,
  readMount,
} from './mount-row.ts';
import type { Reader } from '../values.ts';

/** Reads the mounts of a site: the listed ones, and default folders for components without any. */
export function readSiteMounts(input: MountsInput, languages: readonly Language[]): readonly Mount[] {
  const listed = readListedMounts(input, ['module', 'mounts']);
  const isFree = ({ component }: Mount): boolean => listed.every((mount) => mount.component !== component);
  const own = COMPONENTS.flatMap(({ component, key }) =>
    readFolders(input.read, component, key, languages).flatMap(({ source, language }) => {
      const folder = folderName(source);
      if (!isOutside(folder)) return [{ component, source: folder, target: '', language, theme: undefined }];
      input.report(mountOutside(source, input.locations, [key]));
      return [];
    }),
  );
  return [...listed, ...own.filter(isFree)];
}

/** A folder of a component, with its language. */
interface Folder {
  readonly source: string;
  readonly language: string | undefined;
}

function readFolders(
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

/** Reads `staticDir`, which can be a list, `staticDir0` to `staticDir10`, and the folders of languages. */
function readStaticDirs(read: Reader, languages: readonly Language[]): readonly string[] {
  const folders = languages.flatMap(({ code }) => {
    const written = STATIC_KEYS.map((key) => read.strings(`languages.${code}.${key}`) ?? read.strings(key));
    return written.every((list) => list === undefined) ? ['static'] : written.flatMap((list) => list ?? []);
  });
  return [...new Set(folders)];
}

/** Creates the mounts of a theme that lists none. */
export function defaultThemeMounts(folder: string, theme: string): readonly Mount[] {
  return components.map((component) => ({
    component,
    source: `${folder}/${component}`,
    target: '',
    language: undefined,
    theme,
  }));
}

/** Reads a list of mounts at a path of keys. */
export function readListedMounts(input: MountsInput, keys: readonly string[]): readonly Mount[] {
  const key = keys.join('.');
  const count = input.read.tables(key)?.length ?? 0;
  if (!Array.isArray(input.read.raw(key))) return count === 0 ? [] : readMount(input, keys);
  return Array.from({ length: count }, (_, n) => readMount(input, [...keys, String(n)])).flat();
}

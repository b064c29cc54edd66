/** Finds and reads the themes of a site. reveal-hugo is built in. */
import { createDiagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import type { Mount, Report, TableLayer } from '../../types.ts';
import { mergeLayers, readConfigLayers } from '../config/config-files.ts';
import { defaultThemeMounts, readListedMounts } from '../mounts/config-mounts.ts';
import { type TableLocations, locateKey } from '../locate-key.ts';
import { folderName } from '../mounts/mount-row.ts';
import { isCopyOfRevealHugo, isRevealHugo, readRevealHugo } from './reveal-hugo.ts';
import type { HugoTheme } from './hugo-theme.ts';
import { createReader, type Reader } from '../values.ts';

/** Input for reading themes. */
export interface ThemesInput {
  readonly files: Files;
  readonly environment: string;
  readonly report: Report;
}

/** A configuration that imports themes: that of the site, or of a theme. */
export interface Importer {
  readonly read: Reader;
  readonly locations: TableLocations;
}

/** A row of `[[module.imports]]`, or a name in `theme`. */
interface Import {
  readonly name: string;
  readonly importer: Importer;
  /** The keys of the row; `undefined` for a name of `theme`. */
  readonly row: readonly string[] | undefined;
}

/** Reads the themes in order of precedence; imports of a theme follow it. */
export function readThemes(site: Importer, input: ThemesInput): readonly HugoTheme[] {
  const seen = new Set<string>();
  const folder = folderName(site.read.string('themesDir') ?? 'themes');
  const collect = (importer: Importer): readonly HugoTheme[] =>
    readImports(importer).flatMap((one) => {
      // Themes can import each other.
      if (seen.has(one.name.toLowerCase())) return [];
      seen.add(one.name.toLowerCase());
      const found = findTheme(input.files, folder, one.name);
      if (isRevealHugo(one.name)) return found ? [readRevealHugo(input.files, found, one.name)] : [];
      if (found && isCopyOfRevealHugo(input.files, found))
        return [readRevealHugo(input.files, found, one.name)];
      if (found) return readTheme({ ...one, folder: found }, input, collect);
      input.report(themeMissing(input.files, `${folder}/${one.name}`, one));
      return [{ name: one.name, state: 'missing', mounts: [], layers: [], usedFiles: [] }];
    });
  return collect(site);
}

/** Lists the imports as Hugo does: first `module.imports`, then `theme`. */
function readImports(importer: Importer): readonly Import[] {
  const { read } = importer;
  const key = 'module.imports';
  const count = read.tables(key)?.length ?? 0;
  const rows = Array.isArray(read.raw(key))
    ? Array.from({ length: count }, (_, n) => [...key.split('.'), String(n)])
    : [key.split('.')].slice(0, count);
  const imports = rows.map((row) => ({
    name: read.string([...row, 'path'].join('.')) ?? '',
    importer,
    row,
  }));
  const names = (read.strings('theme') ?? []).map((name) => ({ name, importer, row: undefined }));
  return [...imports, ...names]
    .map((one) => ({ ...one, name: one.name.trim().replace(/^\/+|\/+$/g, '') }))
    .filter((one) => one.name !== '' && !isSet(one, 'disable'));
}

const isSet = ({ row, importer }: Import, key: string): boolean =>
  row !== undefined && importer.read.boolean([...row, key].join('.')) === true;

/** Finds a theme in the folder of themes, or where `hugo mod vendor` puts it. */
function findTheme(files: Files, themesFolder: string, name: string): string | undefined {
  return [`_vendor/${name}`, `${themesFolder}/${name}`].find(
    (folder) => folderName(folder) === folder && files.list(folder).length > 0,
  );
}

interface FoundTheme extends Import {
  readonly folder: string;
}

function readTheme(
  theme: FoundTheme,
  { files, environment, report }: ThemesInput,
  collect: (importer: Importer) => readonly HugoTheme[],
): readonly HugoTheme[] {
  const { name, folder } = theme;
  const layers = isSet(theme, 'ignoreConfig') ? [] : readConfigLayers(files, { folder, environment }, report);
  const own = { read: createReader(mergeLayers(layers), layers, report), locations: layers };
  const read: HugoTheme = {
    name,
    state: 'there',
    mounts: isSet(theme, 'noMounts') ? [] : readThemeMounts(theme, own, report),
    layers: layers.map(keepInherited),
    usedFiles: layers.flatMap(({ location }) => location?.source.path ?? []),
  };
  return [read, ...(isSet(theme, 'ignoreImports') ? [] : collect(own))];
}

/** Reads the mounts of a theme: those of the import, or else of the theme, or else its default folders. */
function readThemeMounts(
  { name, folder, row, importer }: FoundTheme,
  own: Importer,
  report: Report,
): readonly Mount[] {
  const shared = { folder, theme: name, report };
  const ofImport = row ? readListedMounts({ ...importer, ...shared }, [...row, 'mounts']) : [];
  if (ofImport.length > 0) return ofImport;
  const ofTheme = readListedMounts({ ...own, ...shared }, ['module', 'mounts']);
  return ofTheme.length > 0 ? ofTheme : defaultThemeMounts(folder, name);
}

/** Keys of a theme's configuration that apply to the site, in lower case; as in Hugo, others do not. */
const INHERITED_KEYS: readonly string[] = ['params', 'outputformats', 'mediatypes', 'menus'];

function keepInherited(layer: TableLayer): TableLayer {
  const entries = Object.entries(layer.table).filter(([key]) => INHERITED_KEYS.includes(key.toLowerCase()));
  return { ...layer, table: Object.fromEntries(entries) };
}

function themeMissing(
  files: Files,
  folder: string,
  { name, importer, row }: Import,
): ReturnType<typeof createDiagnostic> {
  const isSubmodule = files.read('.gitmodules')?.includes(folder) ?? false;
  const remedy = isSubmodule
    ? `It is a git submodule that is not checked out: run git submodule update --init ${folder}.`
    : `Install the theme in ${folder}.`;
  return createDiagnostic({
    code: 'theme-missing',
    severity: 'warning',
    message: `the theme "${name}" is missing: ${folder} does not exist`,
    hint: `${remedy} Decks do not need it: if nothing else does, remove it from the configuration.`,
    ...locateKey(importer.locations, row ? [...row, 'path'] : ['theme']),
  });
}

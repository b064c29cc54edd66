/** The files of a configuration: one at the root, and those of `config/` that are laid over it. */
import { createDiagnostic } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Report, Table, TableLayer } from '../types.ts';
import { isTable } from '../tables.ts';
import { FormatError, formatOf, formats } from './formats.ts';
import { reportRepeated } from './repeated-keys.ts';
import { mergeTables, nestTable } from './merge.ts';

/** The names of a configuration that are no key, in Hugo's order. */
const ROOT_NAMES: readonly string[] = ['hugo', 'config'];

const EXTENSIONS = formats.flatMap(({ extensions }) => extensions);

/** Hugo's order; only the first that is there is read. */
const ROOT_FILES = ROOT_NAMES.flatMap((name) => EXTENSIONS.map((extension) => `${name}.${extension}`));

/** Which configuration is read. */
export interface ConfigRequest {
  /** The folder of the site or of a theme; empty for the root of the site. */
  readonly folder: string;
  /** Files to read in place of the one at the root, with commas between them. */
  readonly names?: string | undefined;
  readonly environment: string;
}

/** The texts that a configuration is merged from, the one that wins last. What can't be read is reported. */
export function readConfigLayers(
  files: Files,
  request: ConfigRequest,
  report: Report,
): readonly TableLayer[] {
  const read = (path: string, keys: readonly string[]): TableLayer => readLayer(files, path, keys, report);
  const inFolder = (path: string): string => (request.folder === '' ? path : `${request.folder}/${path}`);
  const roots =
    request.names === undefined
      ? ROOT_FILES.map(inFolder)
          .filter((file) => files.has(file))
          .slice(0, 1)
      : findNamed(files, request.names, report);
  return [
    ...roots.map((file) => read(file, [])),
    ...['_default', request.environment].flatMap((name) => {
      const folder = inFolder(`config/${name}`);
      return files
        .list(folder)
        .filter(formatOf)
        .map((file) => read(file, keysOf(file)));
    }),
  ];
}

/** The whole configuration that these texts make. */
export function mergeLayers(layers: readonly TableLayer[]): Table {
  return layers.reduce<Table>((merged, { table }) => mergeTables(merged, table), {});
}

/** A name without an extension stands for the first file of it that is there. */
function findNamed(files: Files, names: string, report: Report): string[] {
  return names.split(',').flatMap((name) => {
    const plain = name.trim().replace(/^\.\//, '');
    const found = [plain, ...EXTENSIONS.map((extension) => `${plain}.${extension}`)].find(
      (file) => formatOf(file) && files.has(file),
    );
    if (!found) report(configMissing(plain));
    return found ? [found] : [];
  });
}

function configMissing(name: string): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'config-invalid',
    message: `there is no configuration file ${name} in the folder of the site`,
    hint: `Name a file that ends in ${EXTENSIONS.map((extension) => `.${extension}`).join(', ')}, or leave --config out.`,
  });
}

/**
 * The keys that a file in `config/` stands for: `params.toml` is `[params]`, `params.en.toml` is
 * `[languages.en.params]`, `hugo.toml` is the root.
 */
function keysOf(file: string): readonly string[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const name = base.slice(0, base.lastIndexOf('.'));
  if (ROOT_NAMES.includes(name)) return [];
  const dot = name.lastIndexOf('.');
  if (dot < 0) return [menus(name)];
  const [key, language] = [menus(name.slice(0, dot)), name.slice(dot + 1)];
  return ['languages', language, ...(['menus', 'params'].includes(key) ? [key] : [])];
}

/** Hugo's first name for `menus` was `menu`. */
const menus = (key: string): string => (key.toLowerCase() === 'menu' ? 'menus' : key);

function readLayer(files: Files, path: string, keys: readonly string[], report: Report): TableLayer {
  const source = { path, text: files.read(path) ?? '' };
  const format = formatOf(path);
  if (!format) throw new Error(`${path} is no configuration file`);
  const place = { source, start: 0, end: source.text.length, format: format.name };
  try {
    const table = format.parse(source.text, reportRepeated(source, 0, report));
    // A file that is empty, or holds comments only, says nothing.
    if (table === null || table === undefined) return { table: {}, place, path: keys };
    if (!isTable(table)) throw new FormatError('it is not a table of keys and values', 0);
    const seen = nestTable(keys, withMenus(table));
    return { table: isTable(seen) ? seen : {}, place, path: keys };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'config-invalid',
        message: `the ${format.name} configuration can't be read: ${error.message}`,
        hint: 'Mend the line, or put quotes around the value.',
        source,
        offset: error.offset,
      }),
    );
    return { table: {}, place, path: keys };
  }
}

const withMenus = (table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [menus(key), value]));

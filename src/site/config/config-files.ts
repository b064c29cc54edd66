/** Reads configuration files: one at the root, and those of `config/` that are merged over it. */
import { createDiagnostic } from '../../diagnostics.ts';
import type { Files } from '../../files.ts';
import { checkEncoding } from '../../text-encoding.ts';
import type { Report, Table, TableLayer } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { FormatError, findFormat, formats } from '../formats/formats.ts';
import { reportRepeated } from '../formats/repeated-keys.ts';
import { mergeTables, nestTable } from '../merge.ts';

/** Names of configuration files that are not a key, in Hugo's order. */
const ROOT_NAMES: readonly string[] = ['hugo', 'config'];

const EXTENSIONS = formats.flatMap(({ extensions }) => extensions);

/** Files at the root in Hugo's order; only the first that exists is read. */
const ROOT_FILES = ROOT_NAMES.flatMap((name) => EXTENSIONS.map((extension) => `${name}.${extension}`));

/** The configuration to read. */
export interface ConfigRequest {
  /** The folder of the site or of a theme; empty for the root of the site. */
  readonly folder: string;
  /** Files to read instead of the one at the root, separated by commas. */
  readonly names?: string | undefined;
  readonly environment: string;
}

/** Reads the layers of a configuration; later ones take precedence. Files that can't be read are reported. */
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
        .filter(findFormat)
        .map((file) => read(file, fileKeys(file)));
    }),
  ];
}

/** Merges layers into the whole configuration. */
export function mergeLayers(layers: readonly TableLayer[]): Table {
  return layers.reduce<Table>((merged, { table }) => mergeTables(merged, table), {});
}

/** Finds the named files; for a name without an extension, the first that exists. */
function findNamed(files: Files, names: string, report: Report): string[] {
  return names.split(',').flatMap((name) => {
    const plain = name.trim().replace(/^\.\//, '');
    const found = [plain, ...EXTENSIONS.map((extension) => `${plain}.${extension}`)].find(
      (file) => findFormat(file) && files.has(file),
    );
    if (!found) report(configMissing(plain));
    return found ? [found] : [];
  });
}

function configMissing(name: string): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'config-invalid',
    message: `the configuration file ${name} does not exist`,
    hint: `Use a file that ends in ${EXTENSIONS.map((extension) => `.${extension}`).join(', ')}, or omit --config.`,
  });
}

/**
 * Returns the keys that a file in `config/` is merged at: `params.toml` at `[params]`, `params.en.toml` at
 * `[languages.en.params]`, `hugo.toml` at the root.
 */
function fileKeys(file: string): readonly string[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const name = base.slice(0, base.lastIndexOf('.'));
  if (ROOT_NAMES.includes(name)) return [];
  const dot = name.lastIndexOf('.');
  if (dot < 0) return [menus(name)];
  const [key, language] = [menus(name.slice(0, dot)), name.slice(dot + 1)];
  return ['languages', language, ...(['menus', 'params'].includes(key) ? [key] : [])];
}

/** Renames `menu`, Hugo's former name for `menus`. */
const menus = (key: string): string => (key.toLowerCase() === 'menu' ? 'menus' : key);

function readLayer(files: Files, path: string, keys: readonly string[], report: Report): TableLayer {
  const source = { path, text: files.read(path) ?? '' };
  const format = findFormat(path);
  if (!format) throw new Error(`${path} is not a configuration file`);
  for (const diagnostic of checkEncoding(files, source)) report(diagnostic);
  const location = { source, start: 0, end: source.text.length, format: format.name };
  try {
    const table = format.parse(source.text, reportRepeated(source, 0, report));
    // The file is empty or contains only comments.
    if (table === null || table === undefined) return { table: {}, location, path: keys };
    if (!isTable(table)) throw new FormatError('it is not a table of keys and values', 0);
    const seen = nestTable(keys, withMenus(table));
    return { table: isTable(seen) ? seen : {}, location, path: keys };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'config-invalid',
        message: `the ${format.name} configuration can't be read: ${error.message}`,
        hint: 'Fix the line, or quote the value.',
        source,
        offset: error.offset,
      }),
    );
    return { table: {}, location, path: keys };
  }
}

const withMenus = (table: Table): Table =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [menus(key), value]));

/** Reads the data folders of a site into one table by folder and file name. */
import { CsvError, parseCsv } from '../csv.ts';
import { createDiagnostic, type SourceFile, UnreadableFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import { checkEncoding } from '../text-encoding.ts';
import type { Position, Report, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { type Format, FormatError, findFormat } from './formats/formats.ts';
import { reportRepeated } from './formats/repeated-keys.ts';
import { listMounted, type MountedFile } from './mounts/mounts.ts';

/** Hidden files: `.DS_Store`, `.gitkeep`. */
const HIDDEN_RE = /(?:^|\/)\./;

const EXTENSION_RE = /\.[^./]*$/;

/** Lists the data files in order of precedence. */
export function listDataFiles(files: Files, config: SiteConfig): readonly MountedFile[] {
  const mounts = config.mounts.filter(({ component }) => component === 'data');
  // A file of the site does not replace a theme's file at the same path: their keys are merged.
  const found = mounts.flatMap((mount) => [...listMounted(files, [mount], 'data')].sort(byFolder));
  return found.filter(({ path }) => !HIDDEN_RE.test(path));
}

/** Sorts a folder before a file of the same name, as in Hugo: `d/b.yaml` takes precedence over `d.toml`. */
function byFolder(a: MountedFile, b: MountedFile): number {
  const [one, other] = [folderFirst(a), folderFirst(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Rewrites a path so that files sort in the order in which Hugo walks folders. */
const folderFirst = ({ path }: MountedFile): string =>
  `${path.replace(EXTENSION_RE, '').replaceAll('/', '\0')}\u0001`;

/**
 * Reads the data of a site. All keys, including names of folders and files, keep their case. Files that can't be read
 * are reported, and only pages that use them fail.
 */
export function readData(files: Files, config: SiteConfig, report: Report): Table {
  const data = createBranch();
  for (const file of listDataFiles(files, config)) {
    const value = readFile(files, file, report);
    const keys = file.path.replace(EXTENSION_RE, '').split('/');
    if (value !== undefined && !insert(data, keys, value)) report(hidden(file, keys));
  }
  return toTable(data);
}

/** Locates a value of the data: `talk.intro` is the key `intro` in `data/talk.toml`. */
export function findDataLocation(files: Files, config: SiteConfig, path: string): Position | undefined {
  const wanted = path.toLowerCase().split('.');
  for (const file of listDataFiles(files, config)) {
    const keys = file.path.replace(EXTENSION_RE, '').toLowerCase().split('/');
    if (!keys.every((key, n) => key === wanted[n])) continue;
    const text = files.read(file.source) ?? '';
    const offset = findFormat(file.path)?.createLocator(text)(path.split('.').slice(keys.length));
    if (offset !== undefined) return { file: file.source, offset };
  }
  return undefined;
}

/** A table under construction; a map, so that a key `__proto__` is harmless. */
type Branch = Map<string, unknown>;

const createBranch = (): Branch => new Map<string, unknown>();

/** Inserts a value at the path of its file. Two tables are merged; otherwise the first value is kept. */
function insert(data: Branch, keys: readonly string[], value: unknown): boolean {
  let branch = data;
  for (const key of keys.slice(0, -1)) {
    const next = branch.get(key) ?? createBranch();
    if (!(next instanceof Map)) return false;
    branch.set(key, next);
    branch = next;
  }
  const key = keys.at(-1) ?? '';
  const found = branch.get(key);
  const isJoined = isTable(value) && !(value instanceof UnreadableFile);
  if (found === undefined) branch.set(key, isJoined ? new Map(Object.entries(value)) : value);
  else if (found instanceof Map && isJoined) {
    for (const [name, item] of Object.entries(value)) if (!found.has(name)) found.set(name, item);
  } else return false;
  return true;
}

const toTable = (branch: Branch): Table =>
  Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? toTable(value) : value]));

/** Reads the value of a file; `undefined` if it is empty. */
function readFile(files: Files, { source: path }: MountedFile, report: Report): unknown {
  const source = { path, text: files.read(path) ?? '' };
  const format: Pick<Format, 'parse'> | undefined = path.toLowerCase().endsWith('.csv')
    ? csvFormat
    : findFormat(path);
  if (!format) {
    report(formatUnknown(source));
    return undefined;
  }
  for (const diagnostic of checkEncoding(files, source)) report(diagnostic);
  try {
    const value = format.parse(source.text, reportRepeated(source, 0, report)) ?? undefined;
    if (value === undefined || typeof value === 'object') return value;
    throw new FormatError(`it is a ${typeof value}, not a table or a list`, 0);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    report(
      createDiagnostic({
        code: 'data-invalid',
        severity: 'warning',
        message: `the data can't be read, so templates that use it fail: ${error.message}`,
        hint: 'Fix the line, or quote the value.',
        source,
        offset: error.offset,
      }),
    );
    return new UnreadableFile(path);
  }
}

const csvFormat: Pick<Format, 'parse'> = {
  parse(text) {
    try {
      return parseCsv(text);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw new FormatError(error.message, error.offset);
    }
  },
};

function formatUnknown(source: SourceFile): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'data-format',
    severity: 'warning',
    message: 'data in this format is not supported, so the file is ignored',
    hint: 'Convert it to TOML, YAML, JSON or CSV, or move it out of the data folder.',
    source,
  });
}

function hidden(file: MountedFile, keys: readonly string[]): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'data-hidden',
    severity: 'warning',
    message: `${keys.join('.')} is already defined by another data file, so this one is ignored`,
    hint: 'Rename one of them: only tables are merged.',
    source: { path: file.source, text: '' },
  });
}

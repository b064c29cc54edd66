/** The data of a site: every file of its data folders, as one table by folder and name. */
import { CsvError, parseCsv } from '../csv.ts';
import { createDiagnostic, type SourceFile, UnreadFile } from '../diagnostics.ts';
import type { Files } from '../files.ts';
import type { Position, Report, SiteConfig, Table } from '../types.ts';
import { isTable } from '../tables.ts';
import { type Format, FormatError, formatOf } from './formats.ts';
import { reportRepeated } from './repeated-keys.ts';
import { listMounted, type MountedFile } from './mounts.ts';

/** What systems and editors leave behind: `.DS_Store`, `.gitkeep`. */
const HIDDEN_RE = /(?:^|\/)\./;

const EXTENSION_RE = /\.[^./]*$/;

/** The files that data is read from, the one that wins first. */
export function listDataFiles(files: Files, config: SiteConfig): readonly MountedFile[] {
  const mounts = config.mounts.filter(({ component }) => component === 'data');
  // A theme's file does not hide behind the site's at the same path: the keys of both count.
  const found = mounts.flatMap((mount) => [...listMounted(files, [mount], 'data')].sort(byFolder));
  return found.filter(({ path }) => !HIDDEN_RE.test(path));
}

/** What stands in a folder comes before the file of the same name, as in Hugo: `d/b.yaml` wins over `d.toml`. */
function byFolder(a: MountedFile, b: MountedFile): number {
  const [one, other] = [folderFirst(a), folderFirst(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A path that sorts as folders are walked: what follows a name in a folder is less than the end of a file's name. */
const folderFirst = ({ path }: MountedFile): string =>
  `${path.replace(EXTENSION_RE, '').replaceAll('/', '\0')}\u0001`;

/**
 * Reads the data of a site. Keys are the names of folders and files as they are written, and so are those within. What
 * can't be read is reported, and stops only those who ask for it.
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

/** Where a value of the data is written, by its path: `talk.intro` is the key `intro` in `data/talk.toml`. */
export function findDataPlace(files: Files, config: SiteConfig, path: string): Position | undefined {
  const wanted = path.toLowerCase().split('.');
  for (const file of listDataFiles(files, config)) {
    const keys = file.path.replace(EXTENSION_RE, '').toLowerCase().split('/');
    if (!keys.every((key, n) => key === wanted[n])) continue;
    const text = files.read(file.source) ?? '';
    const offset = formatOf(file.path)?.locate(text, path.split('.').slice(keys.length));
    if (offset !== undefined) return { file: file.source, offset };
  }
  return undefined;
}

/** A table under construction: what no `__proto__` in a file can confuse. */
type Branch = Map<string, unknown>;

const createBranch = (): Branch => new Map<string, unknown>();

/** Puts a value where its file stands; of two values at one place tables are joined, and otherwise the first stays. */
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
  const isJoined = isTable(value) && !(value instanceof UnreadFile);
  if (found === undefined) branch.set(key, isJoined ? new Map(Object.entries(value)) : value);
  else if (found instanceof Map && isJoined) {
    for (const [name, item] of Object.entries(value)) if (!found.has(name)) found.set(name, item);
  } else return false;
  return true;
}

const toTable = (branch: Branch): Table =>
  Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? toTable(value) : value]));

/** The value of a file; `undefined` where it has none. */
function readFile(files: Files, { source: path }: MountedFile, report: Report): unknown {
  const source = { path, text: files.read(path) ?? '' };
  const format: Pick<Format, 'parse'> | undefined = path.toLowerCase().endsWith('.csv')
    ? csvFormat
    : formatOf(path);
  if (!format) {
    report(formatUnknown(source));
    return undefined;
  }
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
        message: `the data can't be read, and what asks for it fails: ${error.message}`,
        hint: 'Mend the line, or put quotes around the value.',
        source,
        offset: error.offset,
      }),
    );
    return new UnreadFile(path);
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
    message: 'deckwright reads no data in this format, so the file counts as not there',
    hint: 'Write it in TOML, YAML, JSON or CSV, or move it out of the data folder.',
    source,
  });
}

function hidden(file: MountedFile, keys: readonly string[]): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'data-hidden',
    severity: 'warning',
    message: `another file of the data is already ${keys.join('.')}, so this one is not used`,
    hint: 'Give one of them another name: only tables are joined, and lists are not.',
    source: { path: file.source, text: '' },
  });
}

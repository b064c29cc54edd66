/** `os.*`: files of the site, and no others. */
import { GoObject } from '../gotemplate/values.ts';
import { toText } from './values/conversions.ts';
import { cleanPath } from './path.ts';
import type { FunctionContext, FunctionRow } from './row.ts';

type Values = readonly unknown[];

export const osFunctions: readonly FunctionRow[] = [
  {
    name: 'os.FileExists',
    aliases: ['fileExists'],
    args: [1, 1],
    run: (values, context) => stat(values, context) !== null,
  },
  {
    name: 'os.Getenv',
    aliases: ['getenv'],
    args: [1, 1],
    run: ([name], { host }) => host.environmentVariable(toText(name)) ?? '',
  },
  { name: 'os.ReadDir', aliases: ['readDir'], args: [1, 1], run: readFolder },
  { name: 'os.ReadFile', aliases: ['readFile'], args: [1, 1], run: readFile },
  { name: 'os.Stat', args: [1, 1], run: stat },
];

/** A file or a folder. */
class FileInfo extends GoObject {
  readonly typeName = 'os.FileInfo';
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(name: string, isFolder: boolean, size: () => number) {
    super();
    this.#fields = { Name: name, IsDir: isFolder, Size: size };
  }

  member(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }
}

/** Reads a path; as in Hugo, a leading slash refers to the site folder. */
const pathOf = (value: unknown): string => cleanPath(`/${toText(value)}`).slice(1);

/**
 * Reads a file. As in Hugo, a missing file is empty; unlike Hugo, it is reported, so that missing slides are noticed.
 */
function readFile([value]: Values, { host }: FunctionContext): string {
  const text = host.readFile(pathOf(value));
  if (text === undefined)
    host.report(
      'warning',
      `readFile "${toText(value)}" returns nothing, because the site has no such file; check the path, or fetch the submodule that contains the file`,
    );
  return text ?? '';
}

function readFolder([value]: Values, { host }: FunctionContext): readonly FileInfo[] {
  const path = pathOf(value);
  const sizeOf = (name: string): number =>
    Buffer.byteLength(host.readFile(path === '' ? name : `${path}/${name}`) ?? '');
  return host
    .readFolder(path)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, isFolder }) => new FileInfo(name, isFolder, () => (isFolder ? 0 : sizeOf(name))));
}

/** Describes a file. Files of `content/` are also found without that prefix, by the host. */
function stat([value]: Values, { host }: FunctionContext): FileInfo | null {
  const path = pathOf(value);
  if (toText(value) === '') return null;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, Math.max(0, path.length - name.length - 1));
  const entry = host.readFolder(folder).find((candidate) => candidate.name === name);
  if (entry?.isFolder || path === '') return new FileInfo(name, true, () => 0);
  const text = host.readFile(path);
  if (text === undefined && !entry) return null;
  return new FileInfo(name, false, () => Buffer.byteLength(text ?? ''));
}

/** `path.*`. */
import { posix } from 'node:path';
import { toText } from './values/conversions.ts';
import { readList } from './values/lists.ts';
import { ANY, type FunctionRow } from './row.ts';

const onPath =
  (run: (path: string) => unknown): FunctionRow['run'] =>
  ([path]) =>
    run(toText(path));

export const pathFunctions: readonly FunctionRow[] = [
  { name: 'path.Base', args: [1, 1], run: onPath(baseOf) },
  { name: 'path.BaseName', args: [1, 1], run: onPath(baseNameOf) },
  { name: 'path.Clean', args: [1, 1], run: onPath(cleanPath) },
  { name: 'path.Dir', args: [1, 1], run: onPath((path) => cleanPath(folderOf(path))) },
  { name: 'path.Ext', args: [1, 1], run: onPath(extensionOf) },
  {
    name: 'path.Join',
    args: [0, ANY],
    run: (values) => joinPath(values.flatMap((value) => readList(value) ?? [value]).map(toText)),
  },
  {
    name: 'path.Split',
    args: [1, 1],
    run: onPath((path) => ({ Dir: folderOf(path), File: path.slice(folderOf(path).length) })),
  },
];

/** Finds the extension, with its dot; unlike Node.js, Go also accepts `.name` as one. */
function extensionOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

function baseNameOf(path: string): string {
  const base = baseOf(path);
  return base.slice(0, base.length - extensionOf(path).length);
}

function baseOf(path: string): string {
  if (path === '') return '.';
  return posix.basename(path) || '/';
}

/** Finds the folder of a path, with its slash. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Normalizes a path, without a trailing slash. Node's own function takes quadratic time for many `../`. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute) parts.push(part);
  }
  return `${isAbsolute ? '/' : ''}${parts.join('/')}` || '.';
}

/** Joins parts of a path; empty ones are ignored, and without any the path is empty. */
export function joinPath(parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== '').join('/');
  return joined === '' ? '' : cleanPath(joined);
}

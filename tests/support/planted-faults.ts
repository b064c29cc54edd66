/**
 * A site of planted faults, each beside its near misses. A comment says what is to be found in the line below it, by a
 * build, by a browser, or by a browser that is asked for notes:
 *
 *     <!-- build: image-missing; browser: image-broken -->
 *
 * `image-missing+2` is two lines further down, `image-missing+0` in the line of the comment, `image-missing at 1` in the
 * first line of the file. Nothing else is to be found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../src/diagnostics.ts';

/** The folder of the site. */
export const plantedSite = path.resolve(import.meta.dirname, '..', 'fixtures', 'planted-faults');

/** Who finds a fault: a build, the command check, or check with `--require-notes`. */
export type Finder = 'build' | 'browser' | 'notes';

const COMMENT_RE = /(?:<!--|#|\{\{\/\*) ((?:build|browser|notes): .*?)(?: -->| \*\/\}\}|\s*$)/;
const FAULT_RE = /^([a-z-]+)(?:\+(\d+)| at (\d+))?$/;

/** Lists the planted faults of a finder, as `code file:line`. */
export function listPlanted(finder: Finder): readonly string[] {
  return readdirSync(plantedSite, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|js|css|pdf)$/.test(entry.name))
    .flatMap((entry) => readFaults(path.join(entry.parentPath, entry.name), finder))
    .sort();
}

function readFaults(file: string, finder: Finder): readonly string[] {
  const bytes = readFileSync(file);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const name = path.relative(plantedSite, file).split(path.sep).join('/');
  return bytes
    .toString(isWide ? 'utf16le' : 'latin1')
    .split('\n')
    .flatMap((text, index) => {
      const [, lists = ''] = COMMENT_RE.exec(text) ?? [];
      const own = lists.split('; ').find((list) => list.startsWith(`${finder}: `)) ?? '';
      return own === ''
        ? []
        : own
            .slice(finder.length + 2)
            .split(', ')
            .map((fault) => {
              const [, code, below = '1', line] = FAULT_RE.exec(fault) ?? [];
              if (code === undefined) throw new Error(`${name}:${index + 1}: "${fault}" is no fault`);
              return `${code} ${name}:${line ?? index + 1 + Number(below)}`;
            });
    });
}

/** Writes what was found in the same form. */
export const listFound = (found: readonly Diagnostic[]): readonly string[] =>
  found.map(({ code, file, line }) => `${code} ${file}:${line}`).sort();

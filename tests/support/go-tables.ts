/** Reads tables of tests out of Go's own sources: rows of literals. Nothing of them is kept here. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unquote } from '../../src/templates/gotemplate/quote.ts';

/** The folder of Go's sources. */
export const GO_SOURCE = process.env.GO_SOURCE ?? '/usr/share/go-1.19/src';

/** Whether Go's sources are there. */
export const hasGoSource = existsSync(path.join(GO_SOURCE, 'text', 'template', 'exec_test.go'));

/** One row: the source of each of its fields. */
export type GoRow = readonly string[];

const TOKEN_RE =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[\p{L}_][\p{L}\p{N}_]*|[\s\S]/guy;

function tokensOf(source: string): readonly string[] {
  return source.match(new RegExp(TOKEN_RE.source, 'gu')) ?? [];
}

/**
 * The rows of a table.
 * @param file below Go's sources
 * @param starts what stands before it, one behind the other; the last one with the brace that opens the table
 */
export function readGoTable(file: string, ...starts: readonly string[]): readonly GoRow[] {
  let source = readFileSync(path.join(GO_SOURCE, file), 'utf8');
  for (const start of starts) {
    const at = source.indexOf(start);
    if (at < 0) throw new Error(`${file} has no ${start}`);
    source = source.slice(at + start.length);
  }
  return readList(source).map((row) => readList(row.trim().slice(1)));
}

/** The elements up to the brace that closes a list. */
export function readList(source: string): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let element = '';
  for (const token of tokensOf(source)) {
    if (/^\/[/*]/.test(token)) continue;
    if (depth === 0 && (token === ',' || token === '}')) {
      if (element.trim()) elements.push(element.trim());
      element = '';
      if (token === '}') return elements;
      continue;
    }
    if (/^[{([]$/.test(token)) depth++;
    if (/^[})\]]$/.test(token)) depth--;
    element += token;
  }
  throw new Error('the list has no end');
}

/** A string: literals with `+` between them, and names of constants. */
export function readGoString(source: string, constants: Readonly<Record<string, string>> = {}): string {
  return tokensOf(source)
    .filter((token) => !/^(?:\s+|\+)$/.test(token))
    .map((token) => {
      const value = /^["`]/.test(token) ? unquote(token) : constants[token];
      if (value === undefined) throw new Error(`no string: ${token}`);
      return value;
    })
    .join('');
}

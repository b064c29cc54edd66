/** docs/write.md names every key of `[markup]` that is read. */
import { expect, test } from 'vitest';
import { normalizeMarkup } from '../../src/site/config/markup-config.ts';
import type { Reader } from '../../src/site/values.ts';
import { readDocument } from '../support/documents.ts';

/** Tables that may be plain values as well: only a table is looked into. */
const TABLE_RE = /\.(?:typographer|footnote|passthrough|delete|insert|mark|subscript|superscript)$/;

/** A configuration in which all that can be looked into is there, and that keeps what was asked of it. */
function spyOn(keys: Set<string>): Reader {
  const nothing = (key: string): undefined => void keys.add(key);
  return {
    raw: (key) => (keys.add(key), TABLE_RE.test(key) ? {} : undefined),
    string: nothing,
    boolean: (key) => (keys.add(key), key.endsWith('.enable') ? true : undefined),
    integer: nothing,
    number: nothing,
    strings: nothing,
    table: nothing,
    tables: nothing,
    date: nothing,
    duration: nothing,
  };
}

test('every key of [markup]', () => {
  const keys = new Set<string>();
  normalizeMarkup(spyOn(keys));
  const { text } = readDocument('docs/write.md');
  const names = [...keys]
    .filter((key) => key.startsWith('markup.'))
    .map((key) => key.split('.').at(-1) ?? '');
  expect(names.length).toBeGreaterThan(40);
  const isThere = (name: string): boolean => new RegExp(`\`(?:\\w*\\.)*${name}(?:\\.\\w+)*\``).test(text);
  expect([...new Set(names)].filter((name) => !isThere(name))).toEqual([]);
});

/** The data of a site: every file of its data folders, as one table. */
import { expect, test } from 'vitest';
import { type Diagnostic, UnreadableFile } from '../../src/diagnostics.ts';
import { memoryFiles } from '../../src/files.ts';
import { listDataFiles, readData } from '../../src/site/data.ts';
import type { Table } from '../../src/types.ts';
import { readConfig } from '../support/read-config.ts';

interface Read {
  readonly data: Table;
  readonly diagnostics: readonly Diagnostic[];
}

function read(files: Readonly<Record<string, string>>): Read {
  const diagnostics: Diagnostic[] = [];
  const { config } = readConfig(files);
  const data = readData(memoryFiles(files), config, (diagnostic) => diagnostics.push(diagnostic));
  return { data, diagnostics };
}

test('files of every format are seen by folder and name, in their own letters', () => {
  const { data, diagnostics } = read({
    'data/a.toml': 'x = 1\nFoo = "f"\n',
    'data/d/b.yaml': '- 1\n- 2\n',
    'data/d/C.json': '{"K": 1.5}',
    'data/d.toml': 'z = 1\n',
    'data/e.csv': 'a,b\n1,2\n',
    'data/two.parts.yml': 'x: 1\n',
    'data/empty.yaml': '',
    'data/.DS_Store': '',
    'other/f.toml': 'x = 1\n',
  });
  expect(diagnostics).toEqual([]);
  expect(data).toEqual({
    a: { x: 1, Foo: 'f' },
    d: { b: [1, 2], C: { K: 1.5 }, z: 1 },
    e: [
      ['a', 'b'],
      ['1', '2'],
    ],
    'two.parts': { x: 1 },
  });
});

test('the site wins over its themes, key by key', () => {
  const files = {
    'hugo.toml': 'theme = "t"\n',
    'data/a.toml': 'x = 1\n[deep]\ny = 1\n',
    'themes/t/data/a.yaml': 'x: 2\nz: 2\ndeep: {z: 2}\n',
    'themes/t/data/a.toml': 'w = 2\n',
    'themes/t/data/b.toml': 'x = 2\n',
  };
  expect(read(files)).toEqual({
    data: { a: { x: 1, deep: { y: 1 }, z: 2, w: 2 }, b: { x: 2 } },
    diagnostics: [],
  });
});

test('a folder wins over a file of its name', () => {
  expect(read({ 'data/d/b.yaml': '1: x\n', 'data/d.yaml': 'b: [2]\nc: 2\n' }).data).toEqual({
    d: { b: { '1': 'x' }, c: 2 },
  });
});

test.each([
  [{ 'data/a.json': '[1]', 'data/a.yaml': '[2]\n' }, 'data/a.yaml', { a: [1] }],
  [{ 'data/a.json': '{"b": 1}', 'data/a.yaml': '[2]\n' }, 'data/a.yaml', { a: { b: 1 } }],
])('what can not be joined is told: %j', (files, file, expected) => {
  const { data, diagnostics } = read(files);
  expect(diagnostics).toMatchObject([{ code: 'data-hidden', severity: 'warning', file }]);
  expect(data).toEqual(expected);
});

test.each([
  ['data/a.toml', 'x = 1\ny = \n', 2],
  ['data/a.yaml', 'x: 1\ny: "a\n', 2],
  ['data/a.json', '{"x": 1,}\n', 1],
  ['data/a.csv', 'a,b\n1,"2\n', 2],
  ['data/a.yaml', 'just words\n', 1],
])('%s that can not be read is told, and the rest counts: %j', (file, text, line) => {
  const { data, diagnostics } = read({ [file]: text, 'data/z.toml': 'x = 1\n' });
  expect(diagnostics.map((found) => [found.code, found.severity, found.file, found.line])).toEqual([
    ['data-invalid', 'warning', file, line],
  ]);
  expect(data).toEqual({ a: new UnreadableFile(file), z: { x: 1 } });
});

test('a format that is none', () => {
  const { data, diagnostics } = read({ 'data/a.xml': '<a/>' });
  expect(diagnostics).toMatchObject([{ code: 'data-format', severity: 'warning', file: 'data/a.xml' }]);
  expect(data).toEqual({});
});

test('a file can not reach what all tables have', () => {
  const { data } = read({ 'data/__proto__.json': '{"x": 1}', 'data/a.json': '{"__proto__": {"x": 1}}' });
  expect(Object.keys(data)).toEqual(['__proto__', 'a']);
  expect(({} as Table)['x']).toBeUndefined();
});

test('the files that are read', () => {
  const files = { 'data/a.toml': '', 'data/b/c.json': '{}', 'data/.keep': '' };
  const listed = listDataFiles(memoryFiles(files), readConfig(files).config);
  expect(listed.map(({ source }) => source)).toEqual(['data/a.toml', 'data/b/c.json']);
});

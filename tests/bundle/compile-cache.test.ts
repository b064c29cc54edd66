/** The cache of compiled code: what comes from it runs as what was compiled, and no state of its folder is a failure. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheCompiledCode } from '../../src/bundle/compile-cache.ts';

const require = createRequire(import.meta.url);
const plain = require.extensions['.js'];
let folder: string;
let code: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-compiled-'));
  code = path.join(folder, 'code');
  cache = path.join(folder, 'cache');
  mkdirSync(path.join(code, 'below'), { recursive: true });
  write('package.json', '{ "type": "commonjs" }');
});

afterEach(() => {
  require.extensions['.js'] = plain;
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string): void => writeFileSync(path.join(code, name), text);

/** Loads a file as a new process does, and saves what is new in the cache. */
function run(name: string): unknown {
  const file = path.join(code, name);
  for (const loaded of Object.keys(require.cache)) if (loaded.startsWith(code)) delete require.cache[loaded];
  require.extensions['.js'] = plain;
  const save = cacheCompiledCode({ code, cache });
  const result: unknown = require(file);
  save();
  return result;
}

/** The only entry of the cache. */
function entry(): string {
  const names = readdirSync(cache);
  expect(names).toHaveLength(1);
  return path.join(cache, names[0] ?? '');
}

test('code from the cache runs as the compiled one, and is not written again', () => {
  write(
    'one-12345678.js',
    'exports.sum = (a, b) => a + b; exports.file = __filename; exports.at = __dirname;',
  );
  const first = run('one-12345678.js') as { sum(a: number, b: number): number };
  expect(first).toMatchObject({ file: path.join(code, 'one-12345678.js'), at: code });
  const { ino } = statSync(entry());
  const second = run('one-12345678.js') as typeof first;
  expect(second.sum(1, 2)).toBe(3);
  expect(second).not.toBe(first);
  expect(statSync(entry()).ino).toBe(ino);
});

test('files require each other, and modules of Node', () => {
  write(
    'one-12345678.js',
    "exports.two = require('./two-12345678.js'); exports.sep = require('node:path').sep;",
  );
  write('two-12345678.js', 'module.exports = 2;');
  for (const time of [1, 2])
    expect(run('one-12345678.js'), `time ${time}`).toEqual({ two: 2, sep: path.sep });
  expect(readdirSync(cache)).toHaveLength(2);
});

test('changed code replaces its entry, whatever hash is in its name', () => {
  write('one-12345678.js', 'module.exports = 1;');
  expect(run('one-12345678.js')).toBe(1);
  // The length is the same, and that is all that V8 looks at.
  write('one-12345678.js', 'module.exports = 2;');
  expect(run('one-12345678.js')).toBe(2);
  write('one-87654321.js', 'module.exports = 3;');
  expect(run('one-87654321.js')).toBe(3);
  expect(run('one-87654321.js')).toBe(3);
  entry();
});

test.each([
  ['damaged', (file: string) => writeFileSync(file, flip(readFileSync(file)))],
  ['cut', (file: string) => truncateSync(file, statSync(file).size >> 1)],
  ['empty', (file: string) => truncateSync(file)],
  ['a text', (file: string) => writeFileSync(file, 'nothing of this kind')],
])('an entry that is %s is replaced', (_, damage) => {
  write('one-12345678.js', 'module.exports = () => 1;');
  run('one-12345678.js');
  const whole = readFileSync(entry());
  damage(entry());
  expect((run('one-12345678.js') as () => number)()).toBe(1);
  expect(readFileSync(entry())).toHaveLength(whole.length);
  expect((run('one-12345678.js') as () => number)()).toBe(1);
});

function flip(bytes: Buffer): Buffer {
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

test('code elsewhere, and code that imports modules, is loaded by Node', async () => {
  write('below/one-12345678.js', 'module.exports = 1;');
  expect(run('below/one-12345678.js')).toBe(1);
  write('two-12345678.js', 'exports.load = () => import("node:path");');
  const { load } = run('two-12345678.js') as { readonly load: () => Promise<{ sep: string }> };
  await expect(load()).resolves.toMatchObject({ sep: path.sep });
  write('three-12345678.js', 'exports.load = (name) => import(\n/* of a value */\nname);');
  const three = run('three-12345678.js') as { readonly load: (name: string) => Promise<{ sep: string }> };
  await expect(three.load('node:path')).resolves.toMatchObject({ sep: path.sep });
  expect(readdirSync(cache)).toEqual([]);
});

test('an error in the code is that of the code, and names its place', () => {
  write('one-12345678.js', "\n\nthrow new Error('of the code');");
  for (const time of [1, 2])
    expect(() => run('one-12345678.js'), `time ${time}`).toThrow(
      expect.objectContaining({ stack: expect.stringContaining('one-12345678.js:3') as string }),
    );
});

test('without its folder, nothing is written and nothing fails', () => {
  write('one-12345678.js', 'module.exports = 1;');
  const save = cacheCompiledCode({ code, cache });
  expect(require(path.join(code, 'one-12345678.js'))).toBe(1);
  rmSync(cache, { recursive: true });
  save();
  expect(existsSync(cache)).toBe(false);
});

/** Files that are not in UTF-8: told at the first wrong byte, and read where a byte order mark says how. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../src/files.ts';
import { createPipeline } from '../src/pipeline.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const top = temporaryFolder();
let count = 0;

/** Builds a site from files of bytes, and returns what is reported and the HTML of its slides. */
function build(files: Readonly<Record<string, Uint8Array | string>>): {
  found: readonly string[];
  html: string;
} {
  const root = path.join(top, String(count++));
  const all = { 'content/other/_index.md': page('# Other'), ...files };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  const pipeline = createPipeline({ files: diskFiles(root), builtIn: diskFiles(ROOT) });
  const site = pipeline.decks();
  const decks = site.decks.map((deck) => pipeline.render(deck));
  const diagnostics = [...site.diagnostics, ...decks.flatMap((deck) => deck.diagnostics)];
  return {
    found: diagnostics.map(
      ({ severity, code, file, line, column, message }) =>
        `${severity} ${code} ${file}:${line}:${column} ${message}`,
    ),
    html: decks.flatMap(({ sections }) => sections.map(({ html }) => html)).join('\n'),
  };
}

const page = (body: string): string => `+++\noutputs = ["Reveal"]\n+++\n\n${body}\n`;
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

describe('a page', () => {
  test('in Latin-1', () => {
    const { found, html } = build({ 'content/_index.md': latin1(page('# One\n\nA caf\u00E9')) });
    expect(found).toEqual([
      'warning text-encoding content/_index.md:7:6 this file is not in UTF-8: the byte 0xE9 is no character; in Windows-1252 it is "\u00E9"',
    ]);
    expect(html).toContain('Other');
  });

  test('in Windows-1252, with curly quotes', () => {
    const bytes = Buffer.concat([Buffer.from(page('# One\n\nA ')), Buffer.from([0x93, 0x61, 0x94])]);
    expect(build({ 'content/_index.md': bytes }).found).toEqual([
      expect.stringContaining('content/_index.md:8:1 this file is not in UTF-8: the byte 0x93'),
    ]);
  });

  test('in UTF-8 and Latin-1', () => {
    const bytes = Buffer.concat([Buffer.from(page('# \u00C4\u4F60')), latin1('x \u00FC')]);
    expect(build({ 'content/_index.md': bytes }).found).toEqual([
      expect.stringContaining('content/_index.md:6:3 this file is not in UTF-8: the byte 0xFC'),
    ]);
  });

  test.each([
    ['little-endian', utf16le],
    ['big-endian', utf16be],
  ])('in UTF-16, %s, with a byte order mark', (_, encode) => {
    const { found, html } = build({ 'content/_index.md': encode(`\uFEFF${page('# One\n\nA caf\u00E9')}`) });
    expect(found).toEqual([
      expect.stringContaining('text-encoding content/_index.md:1:1 this file is in UTF-16'),
    ]);
    expect(html).toContain('caf\u00E9');
  });

  test.each([
    ['little-endian', utf16le],
    ['big-endian', utf16be],
  ])('in UTF-16, %s, without a byte order mark', (_, encode) => {
    const { found, html } = build({ 'content/_index.md': encode(page('# One')) });
    expect(found).toEqual([expect.stringContaining('seems to be in UTF-16 without a byte order mark')]);
    expect(html).toContain('Other');
  });

  test.each([
    ['UTF-8', page('# One\n\nA caf\u00E9 \u4F60 \u{1F600}')],
    ['UTF-8 with a byte order mark', `\uFEFF${page('# One \u00E9')}`],
    ['a replacement character', page('# One \uFFFD')],
    ['a zero', page('# One \0')],
  ])('near misses: %s', (_, text) => {
    const { found, html } = build({ 'content/_index.md': text });
    expect(found).toEqual([]);
    expect(html).toContain('One');
  });
});

test.each([
  ['data/a.toml', 'a = "caf\u00E9"\n', 'data/a.toml:1:9'],
  ['data/a.csv', 'a,caf\u00E9\n', 'data/a.csv:1:6'],
  ['hugo.toml', 'title = "Caf\u00E9"\n', 'hugo.toml:1:13'],
  ['i18n/en.toml', 'a = "caf\u00E9"\n', 'i18n/en.toml:1:9'],
])('%s', (file, text, place) => {
  expect(build({ [file]: latin1(text) }).found).toEqual([
    expect.stringContaining(`warning text-encoding ${place} this file is not in UTF-8`),
  ]);
  expect(build({ [file]: utf16le(`\uFEFF${text}`) }).found).toEqual([
    expect.stringContaining('is in UTF-16'),
  ]);
});

test('a configuration in UTF-16 without a byte order mark', () => {
  expect(build({ 'hugo.toml': utf16le('title = "A"\n') }).found).toEqual([
    expect.stringContaining('warning text-encoding hugo.toml'),
    expect.stringContaining('error config-invalid hugo.toml'),
  ]);
});

/**
 * Every example in README.md, CONTRIBUTING.md and docs/*.md works. How to write one:
 *
 * - All blocks below one heading, of any level, form one site, which is built without errors and warnings.
 * - A block names its file behind the language: ```css assets/theme.css, ```handlebars layouts/partials/head.hbs,
 *   ```go-html-template layouts/shortcodes/x.html … A template that nothing runs is a mistake. Code hosts do not show
 *   that name, so the text around the block has it too where several files make up an example.
 * - static/tree.svg, static/logo.svg, static/sea.mp4 and assets/fonts/inter.woff2 are there.
 * - Without a name, `markdown` and `html` are content/_index.md, with front matter in front where they have none, and
 *   several of them are slides of the same deck; `toml` is hugo.toml.
 * - `fails=CODE`, or `fails=ONE,TWO`, behind the language: the site has these findings, by their codes, and no others.
 * - `text` that begins with `error CODE` or `warning CODE` is what the site's build prints, word for word; other `text`
 *   is not looked at.
 * - `sh`, `bash` and `console`: commands, their flags and scripts are there; with `$ ` in front, other lines are output.
 * - `js` and `ts` are checked by the compiler as programs that import deckwright, unless they name a file of a site.
 * - `yaml`, `toml` and `json` that name no file of a site can be read.
 *
 * A block in any other language fails, so that nothing is left untried.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostics.ts';
import { checkCommand, commandLines } from '../support/document-commands.ts';
import { checkPrograms } from '../support/document-programs.ts';
import { readData, siteFilesOf, sitePathOf, trySite } from '../support/document-site.ts';
import { type DocumentBlock, readDocuments } from '../support/documents.ts';

const folders: string[] = [];
const emptyFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-docs-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const COMMANDS = new Set(['sh', 'bash', 'console']);
const PROGRAMS = new Set(['js', 'ts']);
const DATA = new Set(['yaml', 'toml', 'json']);
const OUTPUT_RE = /^(?:error|warning) [a-z-]+/;

const documents = readDocuments();
const parts = documents.flatMap(({ path: file, parts }) =>
  parts
    .filter(({ blocks }) => blocks.length > 0)
    .map(({ heading, prose, blocks }) => ({ file, heading, prose, line: blocks[0]?.line ?? 0, blocks })),
);
const blocks = parts.flatMap(({ file, blocks }) => blocks.map((block) => ({ file, block })));
const isSite = (block: DocumentBlock): boolean => sitePathOf(block) !== undefined;

test('there are examples', () => {
  expect(documents.length).toBeGreaterThan(1);
  expect(blocks.length).toBeGreaterThan(10);
});

test('the language of every block is known', () => {
  const isKnown = (block: DocumentBlock): boolean =>
    isSite(block) ||
    block.language === 'text' ||
    [COMMANDS, PROGRAMS, DATA].some((languages) => languages.has(block.language));
  const unknown = blocks.filter(({ block }) => !isKnown(block));
  expect(unknown.map(({ file, block }) => `${file}:${block.line} ${block.language}`)).toEqual([]);
});

/** Pages on which several files make up an example. */
const OF_MANY_FILES = ['docs/look.md', 'docs/write.md'];

test('the file of a block is named in the text around it', () => {
  const unnamed = parts
    .filter(({ file }) => OF_MANY_FILES.includes(file))
    .flatMap(({ file, blocks, prose }) =>
      blocks.filter(({ name }) => !prose.includes(name)).map(({ name, line }) => `${file}:${line} ${name}`),
    );
  expect(unnamed).toEqual([]);
});

describe('sites', () => {
  const sites = parts.filter(({ blocks }) => blocks.some(isSite));

  test.each(sites)('$file:$line $heading', ({ blocks }) => {
    const { diagnostics, unusedTemplates, slides } = trySite(siteFilesOf(blocks), emptyFolder());
    const wanted = blocks.flatMap(({ fails }) => fails);
    const unwanted = diagnostics.filter(({ code }) => !wanted.includes(code));
    expect(unwanted.map(formatDiagnostic)).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(wanted));
    expect(unusedTemplates).toEqual([]);
    if (wanted.length === 0) expect(slides).toBeGreaterThan(0);
    const outputs = blocks.filter(({ language, text }) => language === 'text' && OUTPUT_RE.test(text));
    const printed = diagnostics.map(formatDiagnostic).join('\n\n');
    for (const { text } of outputs) expect(printed).toContain(text.trimEnd());
  });
});

describe('commands', () => {
  const lines = blocks
    .filter(({ block }) => COMMANDS.has(block.language))
    .flatMap(({ file, block }) => commandLines(block.text).map((line) => ({ file, at: block.line, line })));

  test.each(lines)('$file:$at $line', ({ line }) => {
    expect(() => checkCommand(line)).not.toThrow();
  });
});

/** A mistake among the programs, which the compiler must find: all of them are checked in one run. */
const planted = {
  document: 'planted',
  block: {
    language: 'js',
    name: '',
    fails: [],
    text: "import { build } from 'deckwright';\nawait build({ sorce: '.' });\n",
    line: 1,
  },
};

test('programs', () => {
  const programs = blocks
    .filter(({ block }) => PROGRAMS.has(block.language) && !isSite(block))
    .map(({ file, block }) => ({ document: file, block }));
  const found = checkPrograms([...programs, planted], emptyFolder());
  expect(found).toEqual([expect.stringMatching(/^planted:3 .*sorce/)]);
});

test('data', () => {
  const data = blocks.filter(({ block }) => DATA.has(block.language) && !isSite(block));
  for (const { block } of data) expect(readData(block)).toBeTypeOf('object');
});

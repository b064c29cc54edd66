/** What the tests of the documents are made with finds what is wrong: a test that can't fail proves nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCommand, commandLines } from '../support/document-commands.ts';
import { siteFilesOf, trySite } from '../support/document-site.ts';
import { type DocumentBlock, parseDocument } from '../support/documents.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const block = (language: string, name: string, text: string): DocumentBlock => ({
  language,
  name,
  text,
  fails: [],
  line: 1,
});

test('a document has parts, blocks, anchors and links', () => {
  const text = [
    '# The `first` part, here',
    '',
    '```css assets/a.css fails=style-foreign-host,style-missing',
    'a {}',
    '```',
    '',
    '# The first part here',
    '',
    '[one](a.md#b) ![two](c.png) <a id="three" href="d.md">four</a>',
    '',
  ].join('\n');
  const { parts, anchors, links } = parseDocument('a.md', text);
  expect(parts.map(({ heading }) => heading)).toEqual(['', 'The first part, here', 'The first part here']);
  expect(parts[2]?.prose).toContain('[one](a.md#b)');
  expect(parts[1]?.blocks).toEqual([
    {
      language: 'css',
      name: 'assets/a.css',
      fails: ['style-foreign-host', 'style-missing'],
      text: 'a {}\n',
      line: 3,
    },
  ]);
  expect([...anchors]).toEqual(['the-first-part-here', 'the-first-part-here-1', 'three']);
  expect(links.map(({ target }) => target)).toEqual(['a.md#b', 'c.png', 'd.md']);
});

describe('sites', () => {
  test('slides without a name follow each other, and have front matter', () => {
    const files = siteFilesOf([block('markdown', '', '# One\n'), block('markdown', '', '# Two\n')]);
    expect(files['content/_index.md']).toMatch(
      /^\+\+\+\n[^]*outputs = \["Reveal"\][^]*# One\n\n---\n\n# Two\n$/,
    );
    expect(trySite(files, path.join(folder, 'slides'))).toMatchObject({ diagnostics: [], slides: 2 });
  });

  test('a mistake is found, and a template that nothing runs', () => {
    const files = siteFilesOf([
      block('markdown', '', '{{< nott >}}\n'),
      block('handlebars', 'layouts/shortcodes/key.hbs', '<kbd></kbd>\n'),
    ]);
    const { diagnostics, unusedTemplates } = trySite(files, path.join(folder, 'mistake'));
    expect(diagnostics).toMatchObject([{ code: 'shortcode-unknown' }]);
    expect(unusedTemplates).toEqual(['layouts/shortcodes/key.hbs']);
  });

  test('a file has one block', () => {
    const twice = [block('css', 'assets/a.css', 'a {}'), block('css', 'assets/a.css', 'b {}')];
    expect(() => siteFilesOf(twice)).toThrow('assets/a.css is there already');
  });
});

describe('commands', () => {
  test.each([
    'deckwright build --minify -d public',
    'npx deckwright new deck my-talk --kind talk',
    'npm create deckwright my-talks',
    'npm run dev -- --port 8080',
    'npm install katex',
    'npm ci',
    'NO_COLOR=1 deckwright build',
    'node talks.mjs',
    'cd my-talks',
  ])('%s', (line) => {
    expect(() => checkCommand(line)).not.toThrow();
  });

  test.each([
    'deckwright bild',
    'deckwright build --minfy',
    'deckwright dev --minify',
    'npx deckwrite',
    'npm create deckwrite my-talks',
    'npm run develop',
    'npm run dev -- --prot 8080',
    'npm install catex',
    'npm shrinkwrap',
    'node bin/deckwrite.js',
    'rm -rf public',
  ])('not %s', (line) => {
    expect(() => checkCommand(line)).toThrow();
  });

  test('lines that are none', () => {
    expect(commandLines('$ cd talks && npm ci  # first\nadded 20 packages\n')).toEqual([
      'cd talks',
      'npm ci',
    ]);
    expect(commandLines('deckwright build \\\n  --minify\n')).toEqual(['deckwright build --minify']);
  });
});

/** `new site`: what is written builds as it is, with Hugo and the theme too, and nothing is overwritten. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/bundle/build.ts';
import { diskFiles } from '../../src/files.ts';
import { createFiles } from '../../src/new/new-files.ts';
import { createNew } from '../../src/new/new.ts';
import { flatten, reduceDeck, serialize } from '../support/reduce-slides.ts';
import { buildSite } from '../support/site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** A folder, and a path in it that is not there yet. */
const freshPath = (name: string): string => path.join(temporaryFolder(), name);

describe('what is written', () => {
  const folder = freshPath('My Talks!');
  let text = '';
  beforeAll(() => {
    text = createNew(['site', folder], { diffWorkflow: true }).text;
  });

  test('is every file of the starter, and each is named', () => {
    const written = diskFiles(folder).list('');
    expect(written).toHaveLength(diskFiles(ROOT).list('starter').length);
    for (const file of written) expect(text).toContain(`  ${file}\n`);
    expect(written).toContain('.github/workflows/pages.yml');
    expect(written).toContain('.vscode/settings.json');
    expect(written).toContain('.gitignore');
  });

  test('has the workflow for pull requests only on request', () => {
    const plain = freshPath('plain');
    createNew(['site', plain]);
    const workflows = [folder, plain].map((one) =>
      readdirSync(path.join(one, '.github', 'workflows')).sort(),
    );
    expect(workflows).toEqual([['diff.yml', 'pages.yml'], ['pages.yml']]);
  });

  test('names another theme, without what only ours need', async () => {
    const other = freshPath('other');
    createNew(['site', other], { theme: 'moon' });
    const config = readFileSync(path.join(other, 'hugo.toml'), 'utf8');
    expect(config).toMatch(/^theme = "moon" +# or /m);
    expect(config).not.toMatch(/^(?:accent|center)/m);
    const dark = freshPath('dark');
    createNew(['site', dark], { theme: 'studio-dark' });
    expect(readFileSync(path.join(dark, 'hugo.toml'), 'utf8')).toMatch(/^accent = /m);
    const unknown = freshPath('unknown');
    expect(() => createNew(['site', unknown], { theme: 'studo' })).toThrow('there is no theme named "studo"');
    expect(existsSync(unknown)).toBe(false);
  });

  test('is as little as possible on request, and builds', async () => {
    const little = freshPath('little');
    createNew(['site', little], { minimal: true });
    expect([...diskFiles(little).list('')].sort()).toEqual([
      '.gitignore',
      'content/_index.md',
      'hugo.toml',
      'package.json',
    ]);
    const { slides, warnings } = await build({ source: little, destination: freshPath('public') });
    expect([slides, warnings]).toEqual([2, []]);
  });

  test('lists the decks that are made later', async () => {
    const site = freshPath('listed');
    createNew(['site', site]);
    createNew(['deck', 'talks/boats'], { source: site });
    const destination = freshPath('public');
    await build({ source: site, destination });
    expect(readFileSync(path.join(destination, 'index.html'), 'utf8')).toMatch(
      /<li><a href="\/?talks\/boats\/">[^<]+<\/a><\/li>/,
    );
  });

  test('is a package that installs this version, by a name that npm takes', () => {
    const written = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      name: string;
      devDependencies: Record<string, string>;
    };
    expect(written.name).toBe('my-talks');
    expect(written.devDependencies).toEqual({ deckwright: `^${version}` });
  });

  test('is followed by the next commands', () => {
    expect(text).toContain(`cd "${path.relative('', folder)}"`);
    expect(text).toMatch(/npm install\n {2}npm run dev .*\n {2}npm run build /);
  });

  test('builds without a warning', async () => {
    const warnings: string[] = [];
    const destination = path.join(folder, 'public');
    const warn = console.warn;
    console.warn = (line: string) => warnings.push(line);
    try {
      await build({ source: folder, destination, strict: true, quiet: true, baseURL: '/sub/' });
    } finally {
      console.warn = warn;
    }
    expect(warnings).toEqual([]);
    const slides = flatten(
      reduceDeck(readFileSync(path.join(destination, 'index.html'), 'utf8'), 'index.html'),
    );
    expect(slides.length).toBeGreaterThanOrEqual(10);
    expect(slides.filter((slide) => slide.notes)).toHaveLength(3);
    for (const picture of ['dawn', 'way'])
      expect(existsSync(path.join(destination, `images/${picture}.svg`))).toBe(true);
  });

  test('shows each of the main constructs', () => {
    const { outputs } = buildSite(diskFiles(folder));
    const html = outputs.find((output) => output.path === 'index.html')!.text;
    for (const mark of [
      'data-background-image="',
      'data-background-color="#ffd8a8"',
      'data-layout="cover"',
      '<aside class="notes',
      'class="fragment',
      'data-line-numbers="1|3-6|8"',
      '<table>',
      '<img ',
      '<blockquote>',
    ])
      expect(html).toContain(mark);
    expect(html).toMatch(/<section[^>]*>\s*<section/);
  });

  test('names the schemas of this package', () => {
    const first = (file: string): string =>
      readFileSync(path.join(folder, file), 'utf8').split('+++\n').at(-2) ?? '';
    expect(readFileSync(path.join(folder, 'hugo.toml'), 'utf8')).toMatch(
      /^#:schema \.\/node_modules\/deckwright\/schemas\/site\.json\n/,
    );
    expect(first('content/_index.md')).toMatch(
      /^#:schema \.\.\/node_modules\/deckwright\/schemas\/deck\.json\n/,
    );
  });
});

test('fences of math, mermaid and goat work in it, as they stand', () => {
  const folder = freshPath('with-diagrams');
  createNew(['site', folder]);
  const fences = ['```math\nE = mc^2\n```', '```mermaid\ngraph LR\n```', '```goat\n->\n```'];
  appendFileSync(path.join(folder, 'content/_index.md'), `\n---\n\n${fences.join('\n\n')}\n`);
  const { outputs, diagnostics } = buildSite(diskFiles(folder));
  expect(diagnostics).toEqual([]);
  const html = outputs.find((output) => output.path === 'index.html')!.text;
  for (const mark of ['<span class="katex', '<div class="mermaid">', '<div class="goat '])
    expect(html).toContain(mark);
});

test('npm packs all that it is written from', () => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      // npm is a script of the shell on Windows.
      shell: process.platform === 'win32',
    }),
  ) as [{ files: { path: string }[] }];
  const files = packed[0].files.map((file) => file.path);
  expect(files.filter((file) => file.startsWith('starter/')).sort()).toEqual(diskFiles(ROOT).list('starter'));
});

test('in a folder with other files, it writes beside them', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'README.md'), 'mine');
  createNew(['site', folder]);
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe('mine');
  expect(existsSync(path.join(folder, 'hugo.toml'))).toBe(true);
});

test('where one of its files is, it names it and writes nothing', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, '.gitignore'), 'mine');
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync('nowhere', path.join(folder, 'hugo.toml'));
  expect(() => createNew(['site', folder])).toThrow(`error files-exist
these files already exist in ${folder}: hugo.toml, .gitignore
hint: Nothing was written. Choose another folder, or move the existing files.`);
  expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'hugo.toml']);
});

test('a link that leads out of the folder is not followed', () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(elsewhere, path.join(folder, 'content'));
  expect(() => createNew(['site', folder])).toThrow(`error path-outside
content/_index.md is outside ${folder}
hint: Use a path inside that folder.`);
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['content']);
});

test('a file in the place of a folder is told', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'static'), '');
  expect(() => createNew(['site', folder])).toThrow(`error folder-is-file
${path.join(folder, 'static')} is not a folder, so no files can be written to it
hint: Choose another folder, or move that file.`);
  expect(() => createNew(['site', path.join(folder, 'static')])).toThrow('error folder-is-file');
  expect(readdirSync(folder)).toEqual(['static']);
});

test('what the disk refuses is told, and nothing is left behind', () => {
  const folder = freshPath('x'.repeat(300));
  expect(() => createNew(['site', folder])).toThrow(`error write-failed
can't write to ${folder}: the name is too long
hint: Nothing was written. Choose another folder, or check its permissions.`);
  const half = freshPath('half');
  const file = { path: 'a/b.txt', content: '' };
  expect(() => createFiles(half, [file, file])).toThrow('error write-failed');
  expect(existsSync(half)).toBe(false);
});

/** Classes that our look adds. */
const LOOK_RE = / class="(?:deck-fit|deck-fitted|attribution)"/g;

const theme = process.env['REVEAL_HUGO'];
const hasHugo = spawnSync('hugo', ['version']).status === 0;
const whyNot = hasHugo
  ? theme === undefined && 'REVEAL_HUGO names no checkout of the theme'
  : 'hugo is not on this machine';

test.skipIf(whyNot)(
  `Hugo and the theme make the same slides of it${whyNot ? ` (skipped: ${whyNot})` : ''}`,
  async () => {
    const folder = freshPath('with-hugo');
    createNew(['site', folder]);
    createNew(['deck', 'my-talk'], { source: folder });
    mkdirSync(path.join(folder, 'themes'));
    cpSync(theme!, path.join(folder, 'themes/reveal-hugo'), {
      recursive: true,
      filter: (file) => path.basename(file) !== '.git',
    });
    execFileSync('hugo', ['--quiet', '--destination', 'by-hugo'], { cwd: folder });
    await build({ source: folder, destination: path.join(folder, 'public'), strict: true, quiet: true });
    for (const page of ['index.html', 'my-talk/index.html']) {
      const [theirs, ours] = ['by-hugo', 'public'].map((destination) =>
        reduceDeck(readFileSync(path.join(folder, destination, page), 'utf8').replaceAll(LOOK_RE, ''), page),
      );
      const rows = (deck: typeof ours): string[] =>
        // Hugo's highlighter drops the lines that stand out.
        flatten(deck).map((slide) => serialize(slide, { lines: false }));
      expect(rows(ours).length).toBeGreaterThan(1);
      expect(rows(ours)).toEqual(rows(theirs));
      expect(ours?.title).toBe(theirs?.title);
    }
  },
);

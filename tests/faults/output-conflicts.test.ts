/** Several outputs that want one path: one wins, the same everywhere, and a warning names both. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as viteBuild } from 'vite';
import { describe, expect, test } from 'vitest';
import { build, deckPlugin, serve } from '../../src/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const deck = (front = '', text = '# A'): string => `+++\noutputs = ["Reveal"]\n${front}\n+++\n${text}\n`;

function write(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, 'site', name)), { recursive: true });
    writeFileSync(path.join(root, 'site', name), text);
  }
  return root;
}

interface Built {
  readonly root: string;
  readonly told: readonly string[];
  read(file: string): string;
}

async function buildFiles(files: Readonly<Record<string, string>>): Promise<Built> {
  const root = write(files);
  const source = path.join(root, 'site');
  const { warnings, destination } = await build({ source });
  return {
    root,
    told: warnings.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`),
    read: (file) => readFileSync(path.join(destination, file), 'utf8'),
  };
}

const A = deck('', '# DECK-A');
const page = '<p>PAGE {{ .Title }}</p>';

/** Two places that want one path: the file, words of what wins, and the report with words of both places. */
const conflicts: readonly (readonly [string, Readonly<Record<string, string>>, string, string, string])[] = [
  [
    'a deck and a static file',
    { 'content/a/_index.md': A, 'static/a/index.html': 'STATIC' },
    'a/index.html',
    'DECK-A',
    'output-conflict static/a/index.html:0 this file would be written to a/index.html, where the deck of content/a/_index.md is written, so it is skipped',
  ],
  [
    'a page and a static file',
    {
      'content/_index.md': A,
      'content/p.md': '+++\n+++\n',
      'layouts/_default/single.html': page,
      'static/p/index.html': 'x',
    },
    'p/index.html',
    'PAGE',
    'output-conflict static/p/index.html:0 this file would be written to p/index.html, where the page of content/p.md is written, so it is skipped',
  ],
  [
    'an alias and a static file',
    { 'content/_index.md': deck('aliases = ["/old/"]'), 'static/old/index.html': 'STATIC' },
    'old/index.html',
    'STATIC',
    'output-conflict content/_index.md:3 the alias /old/ would overwrite the file static/old/index.html, so it is skipped',
  ],
  [
    'two aliases',
    {
      'content/a/_index.md': deck('aliases = ["/old/"]'),
      'content/b/_index.md': deck('aliases = ["/old/"]'),
    },
    'old/index.html',
    'url=/a/',
    'output-conflict content/b/_index.md:3 the alias /old/ would overwrite the alias of content/a/_index.md, so it is skipped',
  ],
  [
    'a deck and the 404 page',
    { 'content/_index.md': deck(), 'content/a/_index.md': deck('url = "/404.html"', '# DECK-A') },
    '404.html',
    'DECK-A',
    'output-conflict content/a/_index.md:3 404.html would be written to 404.html, where the deck of content/a/_index.md is written, so it is skipped',
  ],
  [
    'a deck and the sitemap',
    {
      'hugo.toml': 'baseURL = "https://a.example/"',
      'content/a/_index.md': deck('url = "/sitemap.xml"', '# DECK-A'),
    },
    'sitemap.xml',
    'DECK-A',
    'output-conflict content/a/_index.md:3 the sitemap would be written to sitemap.xml, where the deck of content/a/_index.md is written, so it is skipped',
  ],
  [
    'an alias and robots.txt',
    { 'hugo.toml': 'enableRobotsTXT = true', 'content/_index.md': deck('aliases = ["/robots.txt"]') },
    'robots.txt/index.html',
    'url=/',
    "output-conflict content/_index.md:3 robots.txt would be written to robots.txt, but the alias of content/_index.md is written to robots.txt/index.html, and a file can't be a folder, so it is skipped",
  ],
  [
    'a deck and a miniature',
    {
      'content/a/_index.md': deck(),
      'content/b/_index.md': deck('url = "/a/index.miniature.html"', '# DECK-B'),
    },
    'a/index.miniature.html',
    'DECK-B',
    'output-conflict content/b/_index.md:3 the miniature of content/a/_index.md would be written to a/index.miniature.html, where the deck of content/b/_index.md is written, so it is skipped',
  ],
  [
    'a file and a folder of a deck',
    {
      'content/_index.md': deck(),
      'content/a/_index.md': deck('url = "/x.html"', '# DECK-A'),
      'static/x.html/y.txt': 'y',
    },
    'x.html',
    'DECK-A',
    "output-conflict static/x.html/y.txt:0 this file would be written to x.html/y.txt, but the deck of content/a/_index.md is written to x.html, and a file can't be a folder, so it is skipped",
  ],
  [
    'a folder of a deck and a file',
    { 'content/_index.md': deck(), 'content/x/_index.md': A, 'static/x': 'a file' },
    'x/index.html',
    'DECK-A',
    "output-conflict static/x:0 this file would be written to x, but the deck of content/x/_index.md is written to x/index.html, and a file can't be a folder, so it is skipped",
  ],
  [
    'two decks, one in the file of the other',
    {
      'content/a/_index.md': deck('url = "/x.html"', '# DECK-A'),
      'content/b/_index.md': deck('url = "/x.html/y.html"'),
    },
    'x.html',
    'DECK-A',
    "output-conflict content/b/_index.md:3 this deck would be written to x.html/y.html, but content/a/_index.md is written to x.html, and a file can't be a folder, so it is skipped",
  ],
  [
    'a page and an asset of a template',
    {
      'content/_index.md': deck('', '{{< x >}}\n\n# DECK-A'),
      'layouts/shortcodes/x.html': '{{ (resources.FromString "index.html" "ASSET").Publish }}',
    },
    'index.html',
    'DECK-A',
    'output-conflict content/_index.md:1 the asset index.html would be written to index.html, where the deck of content/_index.md is written, so it is skipped',
  ],
  [
    'an asset and a static file',
    {
      'content/_index.md': deck('', '{{< x >}}\n\n# A'),
      'layouts/shortcodes/x.html': '{{ (resources.FromString "a.txt" "ASSET").Publish }}',
      'static/a.txt': 'STATIC',
    },
    'a.txt',
    'ASSET',
    'output-conflict static/a.txt:0 this file would be written to a.txt, where the asset a.txt is written, so it is skipped',
  ],
  [
    'the offline worker and a static file',
    { 'content/_index.md': deck('[reveal_hugo]\noffline = true'), 'static/deck-offline.js': 'STATIC' },
    'deck-offline.js',
    'caches',
    'output-conflict static/deck-offline.js:0 this file would be written to deck-offline.js, where a file of the client is written, so it is skipped',
  ],
];

describe('a build', () => {
  test.each(conflicts)('%s', async (_title, files, ...[wanted, words, report]) => {
    const built = await buildFiles(files);
    expect(built.told).toEqual([report]);
    expect(built.read(wanted)).toContain(words);
    await expect(build({ source: path.join(built.root, 'site'), strict: true })).rejects.toThrow(
      'output-conflict',
    );
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a static 404 page', { 'content/_index.md': deck(), 'static/404.html': 'x', 'static/.nojekyll': '' }],
    ['a list of decks that an alias replaces', { 'content/a/_index.md': deck('aliases = ["/"]') }],
    [
      'an alias that is the address of its page',
      { 'content/a/_index.md': deck('aliases = ["/a/", "/b/", "/b/"]') },
    ],
    [
      'a file that is also an asset',
      {
        'content/_index.md': deck('', '{{< x >}}\n\n# A'),
        'layouts/shortcodes/x.html': '{{ (resources.Get "a.txt").Publish }}',
        'assets/a.txt': 'a',
        'static/a.txt': 'a',
      },
    ],
  ])('nothing is wrong with %s', async (_, files) => {
    expect((await buildFiles(files)).told).toEqual([]);
  });
});

/** Files that a server or a project's build gets under the address that a build gives them. */
const served = conflicts.filter(
  ([title]) => /static file|folder of a deck|404/.test(title) && !/alias|worker/.test(title),
);

describe('deckPlugin', () => {
  test.each(served.filter(([title]) => !title.includes('404')))('%s', async (_, files, wanted, words) => {
    const root = write(files);
    writeFileSync(path.join(root, 'index.html'), '<p>project</p>');
    const plugins = [deckPlugin({ source: 'site' })];
    await viteBuild({ root, configFile: false, logLevel: 'silent', plugins, build: { outDir: 'out' } });
    expect(readFileSync(path.join(root, 'out/decks', wanted), 'utf8')).toContain(words);
  });
});

describe('the dev server', () => {
  test.each(served)('%s', async (_, files, wanted, words) => {
    const server = await serve({ source: path.join(write(files), 'site'), port: 0, quiet: true });
    try {
      // An asset is known once its deck has been rendered.
      await (await fetch(server.url)).text();
      expect(await (await fetch(new URL(wanted, server.url))).text()).toContain(words);
    } finally {
      await server.close();
    }
  });
});

/** The build as a whole: what is written, what is left alone, and what happens when something is wrong. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, type BuildOptions, type BuildResult, DeckError } from '../src/index.ts';
import { PICTURE, writeSite, writeSiteFile } from './support/write-site.ts';

const DECK = '+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n\n# Hello\n';
const SITE = `
-- hugo.toml --
title = "Site"
-- content/_index.md --
${DECK}
-- content/talk/_index.md --
${DECK}
-- content/talk/pic.svg --
${PICTURE}
-- static/images/a.svg --
${PICTURE}
-- static/.nojekyll --
`;

const run = (source: string, options: BuildOptions = {}): Promise<BuildResult> =>
  build({ source, ...options });

/** Every file of a folder with its content. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [file, readFileSync(path.join(folder, file), 'base64')]),
  );
}

/** The mistakes that stopped a build. */
async function mistakes(building: Promise<unknown>): Promise<string[]> {
  const error = await building.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DeckError)) throw error ?? new Error('the build went through');
  return error.diagnostics.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

describe('what is written', () => {
  test('pages, the bundle, static files and what stands beside pages', async () => {
    const site = writeSite(SITE);
    await run(site);
    const files = Object.keys(snapshot(path.join(site, 'public')));
    expect(files).toEqual(
      expect.arrayContaining(['.nojekyll', 'images/a.svg', 'index.html', 'talk/index.html', 'talk/pic.svg']),
    );
    const page = readFileSync(path.join(site, 'public/talk/index.html'), 'utf8');
    const [, script] = /<script type="module" src="\.\.\/(deck-assets\/client-[^"]+\.js)"/.exec(page) ?? [];
    const [, style] =
      /<link rel="stylesheet" href="\.\.\/(deck-assets\/black-plain-[^"]+\.css)"/.exec(page) ?? [];
    expect(files).toEqual(expect.arrayContaining([script, style]));
  });

  test('fonts are files of their own, and no stylesheet names another host', async () => {
    const site = writeSite(SITE);
    await run(site);
    const assets = snapshot(path.join(site, 'public/deck-assets'));
    for (const [name, content] of Object.entries(assets)) {
      if (name.endsWith('.css'))
        expect(Buffer.from(content, 'base64').toString()).not.toMatch(/data:font|url\(["']?https?:/);
    }
    expect(Object.keys(assets).filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(0);
    expect(Object.keys(assets).filter((name) => name.endsWith('.woff'))).toEqual([]);
  });

  test.each([
    'black',
    'white',
    'league',
    'beige',
    'night',
    'serif',
    'simple',
    'solarized',
    'moon',
    'dracula',
    'sky',
    'blood',
    'black-contrast',
    'white-contrast',
  ])('the theme %s is built without another host', async (theme) => {
    const site = writeSite(`${SITE}\n-- config.toml --\n`);
    writeSiteFile(site, 'hugo.toml', `[params.reveal_hugo]\ntheme = "${theme}"\n`);
    await run(site);
    const [sheet] = readdirSync(path.join(site, 'public/deck-assets')).filter((name) =>
      name.endsWith('.css'),
    );
    expect(sheet).toMatch(new RegExp(`^${theme}-plain-`));
    expect(readFileSync(path.join(site, 'public/deck-assets', sheet ?? ''), 'utf8')).not.toMatch(
      /@import|https?:\/\/fonts/,
    );
  });

  test('only features that the decks use are bundled', async () => {
    const site = writeSite(SITE);
    const folder = path.join(site, 'public/deck-assets');
    const bundled = (): string[] =>
      ['highlight-line', 'Speaker notes view', 'mermaid'].filter((words) =>
        readdirSync(folder).some(
          (name) => name.endsWith('.js') && readFileSync(path.join(folder, name), 'utf8').includes(words),
        ),
      );
    await run(site);
    expect(bundled()).toEqual(['Speaker notes view']);
    writeSiteFile(site, 'content/_index.md', `${DECK}\n\`\`\`js {1|2}\na\nb\n\`\`\`\n`);
    await run(site);
    expect(bundled()).toEqual(['highlight-line', 'Speaker notes view']);
    writeSiteFile(site, 'hugo.toml', '[params.reveal_hugo]\nload_default_plugins = false\n');
    await run(site);
    expect(bundled()).toEqual(['highlight-line']);
  });

  test('the same input gives the same bytes in any folder', async () => {
    const [one, two] = [writeSite(SITE), writeSite(SITE)];
    await run(one);
    await run(two);
    expect(snapshot(path.join(two, 'public'))).toEqual(snapshot(path.join(one, 'public')));
  });

  test('files of others stay in the destination; what an earlier build has written for the bundle goes', async () => {
    const site = writeSite(SITE);
    mkdirSync(path.join(site, 'public/deck-assets'), { recursive: true });
    writeFileSync(path.join(site, 'public/CNAME'), 'example.org');
    writeFileSync(path.join(site, 'public/deck-assets/mine.txt'), '');
    await run(site);
    const before = readdirSync(path.join(site, 'public/deck-assets'));
    writeSiteFile(site, 'hugo.toml', '[params.reveal_hugo]\ntheme = "moon"\n');
    await run(site);
    const after = readdirSync(path.join(site, 'public/deck-assets'));
    expect(existsSync(path.join(site, 'public/CNAME'))).toBe(true);
    expect(before.filter((name) => !after.includes(name))).toContainEqual(expect.stringMatching(/\.css$/));
    expect(after).toContain('mine.txt');
  });
});

describe('what is wrong', () => {
  const mistaken = {
    'hugo.toml': 'title = [1, 2]\n',
    'content/_index.md': `${DECK}\n{{% nott %}}\n\n{{< slide a,b >}}\n`,
    'content/talk/_index.md': `${DECK}\n{{% /note %}}\n`,
    'layouts/shortcodes/note.hbs': '{{#if inner}}{{inner}}',
  };

  test('the mistakes of all decks are told in one run, and the last output stays byte for byte', async () => {
    const site = writeSite(SITE);
    await run(site);
    const before = snapshot(path.join(site, 'public'));
    for (const [file, text] of Object.entries(mistaken))
      if (!file.startsWith('layouts')) writeSiteFile(site, file, text);
    expect(await mistakes(run(site))).toEqual([
      'value-type hugo.toml:1:1',
      'shortcode-unknown content/_index.md:8:1',
      'shortcode-syntax content/_index.md:10:12',
      'shortcode-not-open content/talk/_index.md:8:1',
    ]);
    expect(snapshot(path.join(site, 'public'))).toEqual(before);
  });

  test('a layout that can’t be read leaves the output as it was', async () => {
    const site = writeSite(SITE);
    await run(site);
    const before = snapshot(path.join(site, 'public'));
    writeSiteFile(site, 'layouts/deck.hbs', '<main>\n{{#each sections}}\n');
    expect(await mistakes(run(site))).toEqual(['layout-syntax layouts/deck.hbs:2:1']);
    writeSiteFile(site, 'layouts/deck.hbs', '<main>\n{{> footer}}\n');
    expect(await mistakes(run(site))).toEqual(['layout-partial-missing layouts/deck.hbs:2:1']);
    expect(snapshot(path.join(site, 'public'))).toEqual(before);
  });

  test('a warning does not stop a build, but it does under strict', async () => {
    const site = writeSite(SITE);
    writeSiteFile(site, 'content/talk/_index.md', `${DECK}\n{{% note %}}\nnever closed\n`);
    await run(site);
    expect(await mistakes(run(site, { strict: true }))).toEqual([
      'shortcode-unclosed content/talk/_index.md:8:1',
    ]);
  });

  test('all warnings under strict are told at once, those about what slides show too', async () => {
    const site = writeSite(SITE);
    writeSiteFile(site, 'content/talk/_index.md', `${DECK}\n[A](nowhere/)\n\n{{% note %}}\nnever closed\n`);
    const { warnings } = await run(site);
    const found = warnings.map(({ code, line }) => `${code} ${line}`);
    expect(found).toEqual(['link-broken 8', 'shortcode-unclosed 10']);
    expect(await mistakes(run(site, { strict: true }))).toHaveLength(2);
    writeSiteFile(site, 'content/talk/_index.md', `${DECK}\n[A](nowhere/)\n`);
    expect(await mistakes(run(site, { strict: true }))).toEqual(['link-broken content/talk/_index.md:8:5']);
  });

  test.each(['', 'content', 'content/talk', 'static'])(
    'the site is not written over its own sources in "%s"',
    async (folder) => {
      const site = writeSite(SITE);
      const before = snapshot(site);
      expect(await mistakes(run(site, { destination: path.join(site, folder) }))).toEqual([
        'destination-is-source :0:0',
      ]);
      expect(snapshot(site)).toEqual(before);
    },
  );

  test('a destination that can’t be written is said, and nothing else is touched', async () => {
    const site = writeSite(SITE);
    const before = snapshot(site);
    expect(await mistakes(run(site, { destination: path.join(site, 'hugo.toml', 'out') }))).toEqual([
      'destination-refuses :0:0',
    ]);
    expect(snapshot(site)).toEqual(before);
  });

  test('a style of highlight.js that is not there is a warning, and the default stands in', async () => {
    const site = writeSite(SITE);
    writeSiteFile(site, 'hugo.toml', '[params.reveal_hugo]\nhighlight_theme = "githb"\n');
    expect(await mistakes(run(site, { strict: true }))).toEqual(['highlight-theme-unknown hugo.toml:2:1']);
    await run(site);
    expect(existsSync(path.join(site, 'public/index.html'))).toBe(true);
  });

  test('a folder without a deck says what makes a page one', async () => {
    const site = writeSite('-- content/_index.md --\n# Hello\n');
    expect(await mistakes(run(site))).toEqual(['no-deck content/_index.md:1:1']);
    expect(existsSync(path.join(site, 'public'))).toBe(false);
  });
});

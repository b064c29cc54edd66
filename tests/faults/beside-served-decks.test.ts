/** A broken page beside the decks stops neither the dev server nor a project with Vite: it is told, and the decks are there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { deckPlugin } from '../../src/index.ts';
import { writeViteProject } from '../support/vite-project.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const BROKEN = {
  'layouts/_default/single.html': '{{ .Title.NoSuchThing }}\n',
  'content/blog/a.md': '---\ntitle: A\n---\n',
  'content/blog/b.md': '---\ndate: soon\n---\n',
};
const DECK = '+++\ntitle = "Deck"\noutputs = ["Reveal"]\n+++\n# Hello\n';

describe('in the dev server', () => {
  const site = writeSite(`-- content/_index.md --\n${DECK}-- content/talk/_index.md --\n${DECK}`);
  for (const [file, text] of Object.entries(BROKEN)) writeSiteFile(site, file, text);
  let server: RunningServer;
  const read = async (address: string): Promise<readonly [number, string]> => {
    const answer = await fetch(server.url + address);
    return [answer.status, await answer.text()];
  };
  beforeAll(async () => {
    server = await serve({ source: site, port: 0, quiet: true });
  });
  afterAll(() => server.close());

  test('decks are there', async () => {
    expect(await read('')).toEqual([200, expect.stringContaining('Hello') as string]);
  });

  test('problems are shown as warnings, though nobody has asked for their pages', async () => {
    await vi.waitFor(
      async () => {
        const [, page] = await read('__decks/');
        expect(page).toContain('<li class="warning">');
        expect(page).not.toContain('<li class="error">');
        expect(page).toContain('content/blog/b.md:2:1');
        expect(page).toContain('layouts/_default/single.html:1:4');
        expect(page).toContain('content/blog/a.md is not a deck, so it is skipped');
      },
      { timeout: 15_000 },
    );
  });

  test('who asks for the page is told why it is not there', async () => {
    expect(await read('blog/a/')).toEqual([404, expect.stringContaining('single.html:1:4') as string]);
  });

  test('it comes when it is mended', async () => {
    writeSiteFile(site, 'layouts/_default/single.html', '<p>{{ .Title }}</p>\n');
    await vi.waitFor(async () => expect((await read('blog/a/'))[0]).toBe(200), { timeout: 15_000 });
  });
});

test('in a project with Vite', async () => {
  const root = writeViteProject();
  for (const [file, text] of Object.entries(BROKEN)) writeSiteFile(root, `talks/${file}`, text);
  const warnings: string[] = [];
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [deckPlugin({ source: 'talks', path: 'talks' })],
    build: { rollupOptions: { onwarn: ({ message }) => void warnings.push(message) } },
  });
  expect(readFileSync(path.join(root, 'dist/talks/one/index.html'), 'utf8')).toContain('class="slides"');
  const said = warnings.join('\n');
  expect(said).toContain('warning template-failed layouts/_default/single.html');
  expect(said).toContain('warning value-type content/blog/b.md');
});

/** What both servers answer where no page is: the page that the site has for it, with the status of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer, serve } from '../../src/index.ts';
import { writeSite } from '../support/write-site.ts';

const deck = (path: string, more = ''): string =>
  `-- content/${path} --\n+++\ntitle = "Talk"\noutputs = ["Reveal"]\n${more}\n+++\n# A\n`;

const site = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/sub/"
[languages.en]
weight = 1
[languages.fr]
weight = 2
-- layouts/404.html --
<!doctype html><html><body>lost in {{ site.Language.Lang }}</body></html>
${deck('talk/_index.md')}${deck('talk/_index.fr.md')}${deck('later/_index.md', 'draft = true')}`);

describe.each([
  ['preview', () => preview({ source: site, port: 0, quiet: true })],
  ['dev', () => serve({ source: site, port: 0, quiet: true })],
] as const)('%s', (name, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    await build({ source: site, quiet: true });
    server = await start();
  });
  afterAll(async () => server?.close());

  test.each([
    ['nope', 'lost in en'],
    ['nope/', 'lost in en'],
    ['nope/deeper/x.html', 'lost in en'],
    ['talk/nope', 'lost in en'],
    ['fr/nope/', 'lost in fr'],
    ['nope?a=1', 'lost in en'],
  ])('%s', async (address, text) => {
    const response = await fetch(server.url + address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain(text);
  });

  test('pages are found as before, and folders without their slash', async () => {
    for (const address of ['', 'talk/', 'talk', 'fr/talk/', 'talk/index.html'])
      expect([address, (await fetch(server.url + address)).status]).toEqual([address, 200]);
  });

  test('what would be a draft is told by dev alone', async () => {
    const text = await (await fetch(`${server.url}later/`)).text();
    expect(text).toContain(name === 'dev' ? '--buildDrafts' : 'lost in en');
  });
});

test('a preview without a page for it says so', async () => {
  const bare = writeSite(`-- hugo.toml --\ndisableKinds = ["404"]\n${deck('_index.md')}`);
  await build({ source: bare, quiet: true });
  const server = await preview({ source: bare, port: 0, quiet: true });
  const response = await fetch(`${server.url}nope`);
  expect([response.status, await response.text()]).toEqual([404, 'There is no page at this address.\n']);
  await server.close();
});

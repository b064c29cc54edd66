/** In both servers, an alias leads to its deck or page, and never takes the place of another one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, preview, type RunningServer, serve } from '../../src/index.ts';
import { writeSite } from '../support/write-site.ts';

const deck = (path: string, more = ''): string =>
  `-- content/${path} --\n+++\ntitle = "${path}"\noutputs = ["Reveal"]\n${more}\n+++\n# A\n`;
const source = writeSite(`
-- hugo.toml --
baseURL = "https://example.org/sub/"
-- layouts/_default/single.html --
<p>page</p>
-- static/file.html --
<p>file</p>
-- content/about.md --
+++
aliases = ["/old-about/"]
+++
text
${deck('_index.md')}${deck('a/_index.md')}${deck('b/_index.md', 'aliases = ["/old/", "/a/", "/x.html", "/file.html", "/about/"]')}`);

describe.each([
  ['preview', () => preview({ source, port: 0, quiet: true })],
  ['dev', () => serve({ source, port: 0, quiet: true })],
] as const)('%s', (_, start) => {
  let server: RunningServer;
  beforeAll(async () => {
    await build({ source, quiet: true });
    server = await start();
  });
  afterAll(async () => server?.close());

  /** Where a browser ends up: the built page redirects by its HTML, the dev server by its status. */
  async function follow(address: string): Promise<string> {
    const response = await fetch(server.url + address);
    const text = await response.text();
    const [, target] = /http-equiv="?refresh"? content="0; url=([^"]*)"/.exec(text) ?? [];
    return new URL(target ?? response.url, response.url).pathname;
  }

  test.each([
    ['old/', '/sub/b/'],
    ['old', '/sub/b/'],
    ['x.html', '/sub/b/'],
    ['a/', '/sub/a/'],
    ['file.html', '/sub/file.html'],
    ['about/', '/sub/about/'],
    ['old-about/', '/sub/about/'],
  ])('%s leads to %s', async (address, target) => {
    expect(await follow(address)).toBe(target);
  });
});

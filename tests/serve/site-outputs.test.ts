/** What a site has once, in the dev server: the files that hosts and search engines look for, and a list of the author's own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { writeSite } from '../support/write-site.ts';

const TALK = '-- content/talk/_index.md --\n+++\ntitle = "Talk"\noutputs = ["Reveal"]\n+++\n# A\n';
const CONFIG = '-- hugo.toml --\nbaseURL = "https://example.org/"\nenableRobotsTXT = true\n';

let server: RunningServer;
const answer = async (path: string): Promise<readonly [number, string | null, string]> => {
  const response = await fetch(server.url + path);
  return [response.status, response.headers.get('content-type'), await response.text()];
};

describe('a list of its author', () => {
  beforeAll(async () => {
    const list = '-- layouts/landing.hbs --\n<p>My talks: {{#each decks}}{{title}}{{/each}}</p>\n';
    server = await serve({ source: writeSite(CONFIG + list + TALK), port: 0, quiet: true });
  });
  afterAll(async () => server?.close());

  test('is shown at the root, and all decks beside it', async () => {
    const [status, , text] = await answer('');
    expect(status).toBe(200);
    expect(text).toMatch(/^<p>My talks: Talk<\/p>\n<script type="module">/);
    expect((await answer('__decks/'))[2]).toContain('class="decks"');
  });

  test('files for hosts and search engines are there as a build writes them', async () => {
    expect(await answer('robots.txt')).toEqual([
      200,
      'text/plain; charset=utf-8',
      'User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n',
    ]);
    const [status, type, text] = await answer('sitemap.xml');
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(text).toContain('<loc>https://example.org/talk/</loc>');
    expect((await answer('404.html'))[2]).toContain('<h1>Page not found</h1>');
    expect((await answer('other.txt'))[0]).toBe(404);
  });
});

describe('without one', () => {
  beforeAll(async () => {
    server = await serve({ source: writeSite(CONFIG + TALK), port: 0, quiet: true });
  });
  afterAll(async () => server?.close());

  test('the root shows the list of the dev server, without anything for readers', async () => {
    const [status, , text] = await answer('');
    expect(status).toBe(200);
    expect(text).toContain('class="decks"');
    expect(text).not.toContain('<iframe');
  });
});

/** Links in a site that is served: loops, links to outside, and links to files of the site. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Links } from '../../src/serve/links.ts';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { get } from '../support/raw-requests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const DECK = '+++\noutputs = ["Reveal"]\n+++\n# One\n';
const SITE = `-- hugo.toml --\ntitle = "Links"\n-- content/_index.md --\n${DECK}`;

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const start = async (source: string): Promise<RunningServer> =>
  (server = await serve({ source, port: 0, quiet: true }));

test('a changed file is reported for each link to it, and for no loop', () => {
  const root = writeSite('-- a/x.md --\n-- b/y.md --\n');
  const links = new Links(root);
  const link = (target: string, name: string): void => {
    symlinkSync(target, path.join(root, name));
    links.update(path.join(root, name));
  };
  link('../b', 'a/b');
  link('x.md', 'a/copy.md');
  link('..', 'a/l0');
  link('../..', 'b/out');
  link('missing', 'a/broken');
  const names = (file: string): readonly string[] =>
    links.paths(path.join(root, file)).map((found) => path.relative(root, found));
  expect(names('a/x.md')).toEqual(['a/x.md', 'a/copy.md']);
  expect(names('b/y.md')).toEqual(['b/y.md', 'a/b/y.md']);
  rmSync(path.join(root, 'a/b'));
  links.update(path.join(root, 'a/b'));
  expect(names('b/y.md')).toEqual(['b/y.md']);
});

test('loops and links to outside are not watched, and edits are seen', async () => {
  const root = writeSite(SITE);
  const outside = temporaryFolder();
  for (let n = 0; n < 50; n++) writeSiteFile(outside, `${n}/file.txt`, 'x');
  mkdirSync(path.join(root, 'static'));
  symlinkSync(outside, path.join(root, 'static/home'));
  for (const name of ['l0', 'l1', 'l2']) symlinkSync('..', path.join(root, 'content', name));
  const running = await start(root);
  await expect.poll(async () => (await get(running, '/')).status).toBe(200);
  writeSiteFile(root, 'content/_index.md', DECK.replace('One', 'Two'));
  await expect.poll(async () => (await get(running, '/')).body).toContain('Two');
});

test('what a link inside of the site leads to is watched', async () => {
  const root = writeSite(`${SITE}-- parts/talk/_index.md --\n${DECK}`);
  symlinkSync('../parts/talk', path.join(root, 'content/talk'));
  const running = await start(root);
  expect((await get(running, '/talk/')).body).toContain('One');
  writeSiteFile(root, 'parts/talk/_index.md', DECK.replace('One', 'Two'));
  await expect.poll(async () => (await get(running, '/talk/')).body).toContain('Two');
});

test('a site whose folder is a link is watched', async () => {
  const root = writeSite(SITE);
  const link = path.join(temporaryFolder(), 'site');
  symlinkSync(root, link);
  const running = await start(link);
  expect((await get(running, '/')).body).toContain('One');
  writeSiteFile(root, 'content/_index.md', DECK.replace('One', 'Two'));
  await expect.poll(async () => (await get(running, '/')).body).toContain('Two');
});

test.each(['content', 'layouts', 'static', 'hugo.toml'])('%s may go and come back', async (name) => {
  const root = writeSite(`${SITE}-- layouts/x.txt --\nx\n-- static/file.txt --\nfile\n`);
  const running = await start(root);
  expect((await get(running, '/')).status).toBe(200);
  renameSync(path.join(root, name), `${root}-${name}`);
  if (name === 'content') await expect.poll(async () => (await get(running, '/')).status).toBe(404);
  renameSync(`${root}-${name}`, path.join(root, name));
  writeSiteFile(root, 'content/_index.md', DECK.replace('One', 'Two'));
  await expect.poll(async () => (await get(running, '/')).body).toContain('Two');
  await expect.poll(async () => (await get(running, '/file.txt')).status).toBe(200);
});

test.each(['renamed', 'deleted', 'replaced'])(
  'the folder of a site that is %s may come back',
  async (how) => {
    const root = path.join(temporaryFolder(), 'site');
    const write = (title: string): void => {
      writeSiteFile(root, 'hugo.toml', 'title = "Site"\n');
      writeSiteFile(root, 'content/_index.md', DECK.replace('One', title));
    };
    write('One');
    const running = await start(root);
    expect((await get(running, '/')).status).toBe(200);
    if (how === 'renamed') renameSync(root, `${root}-away`);
    else rmSync(root, { recursive: true });
    if (how !== 'replaced') await expect.poll(async () => (await get(running, '/')).status).toBe(404);
    if (how === 'renamed') renameSync(`${root}-away`, root);
    else write('One');
    const page = async (): Promise<string> => {
      try {
        return (await get(running, '/')).body;
      } catch {
        // While the server starts again, nothing listens.
        return '';
      }
    };
    await expect.poll(page).toContain('One');
    write('Two');
    await expect.poll(page).toContain('Two');
  },
);

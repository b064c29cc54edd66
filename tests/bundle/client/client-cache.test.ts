import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  deleteOtherClients,
  provideClassic,
  provideClient,
} from '../../../src/bundle/client/client-cache.ts';
import type { ClientRequest } from '../../../src/bundle/client/client-modules.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** No other test asks for this look, so that the cache begins without it. */
const request: ClientRequest = {
  features: ['zoom'],
  styles: [{ theme: 'serif', highlightTheme: 'a11y-light', math: false }],
  scripts: ['module'],
  packages: { katex: undefined, mermaid: undefined },
  parts: [],
  subsets: ['latin'],
};

test('builds that begin at once agree on one client, and the next one finds it', async () => {
  const known = await provideClient(request);
  rmSync(known.folder, { recursive: true });
  const [one, two] = await Promise.all([provideClient(request), provideClient(request)]);
  expect(one).toEqual(two);
  expect(await provideClient(request)).toEqual(one);
  expect(Object.keys(one.styles)).toEqual(['serif-a11y-light']);
  for (const file of one.files) expect(existsSync(path.join(one.folder, file))).toBe(true);
  const drafts = readdirSync(path.dirname(one.folder)).filter((name) =>
    name.startsWith(`${path.basename(one.folder)}.`),
  );
  expect(drafts).toEqual([]);
});

test('a client that has lost a file is made again', async () => {
  const before = await provideClient(request);
  rmSync(path.join(before.folder, before.script ?? ''));
  const after = await provideClient(request);
  expect(after).toEqual(before);
  expect(existsSync(path.join(after.folder, after.script ?? ''))).toBe(true);
});

test.each([
  ['no JSON', '{ "files": ['],
  ['of another kind', '{ "files": [], "styles": [] }'],
])('a client whose manifest is %s is made again', async (_, manifest) => {
  const before = await provideClient(request);
  writeFileSync(path.join(before.folder, 'manifest.json'), manifest);
  expect(await provideClient(request)).toEqual(before);
});

test('another feature or another look is another client', async () => {
  const { folder } = await provideClient(request);
  expect((await provideClient({ ...request, features: [] })).folder).not.toBe(folder);
  const [style] = request.styles;
  for (const change of [{ theme: 'sky' as const }, { math: true }]) {
    const other = { ...request, styles: style ? [{ ...style, ...change }] : [] };
    expect((await provideClient(other)).folder).not.toBe(folder);
  }
});

test('scripts of the old kind are files of their own, and leave the others as they are', async () => {
  const alone = await provideClient(request);
  const both = await provideClient({ ...request, scripts: ['classic', 'module'] });
  expect(both.script).toBe(alone.script);
  expect(both.files).toEqual(expect.arrayContaining([...alone.files]));
  const { script, companion } = both.classic ?? {};
  expect(both.files).toEqual(expect.arrayContaining([script, companion]));
  // No module: what it defines stays inside of it, but for what it hands out.
  const text = readFileSync(path.join(both.folder, script ?? ''), 'utf8');
  expect(text).not.toMatch(/^(?:import|export)\b/m);
  const { files } = await provideClassic();
  expect(files).toEqual([script]);
});

test('of all clients one is left, with that of the dev server and what is made now', async () => {
  const cache = temporaryFolder();
  const key = (letter: string): string => letter.repeat(24);
  const classic = path.basename((await provideClassic()).folder);
  const folders = [key('a'), key('b'), `${key('c')}.new`, `${key('d')}.old`, classic, 'other'];
  for (const folder of folders) mkdirSync(path.join(cache, folder));
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(path.join(cache, `${key('d')}.old`), yesterday, yesterday);
  expect(deleteOtherClients({ folder: path.join(cache, key('a')) })).toBe(2);
  expect(readdirSync(cache).sort()).toEqual([key('a'), `${key('c')}.new`, classic, 'other'].sort());
});

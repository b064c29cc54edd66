import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { provideClient } from '../../src/bundle/client-cache.ts';
import type { ClientRequest } from '../../src/bundle/client-modules.ts';

/** No other test asks for this look, so that the cache begins without it. */
const request: ClientRequest = {
  features: ['zoom'],
  styles: [{ theme: 'serif', highlightTheme: 'a11y-light' }],
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
  rmSync(path.join(before.folder, before.script));
  const after = await provideClient(request);
  expect(after).toEqual(before);
  expect(existsSync(path.join(after.folder, after.script))).toBe(true);
});

test('another feature or another look is another client', async () => {
  const { folder } = await provideClient(request);
  expect((await provideClient({ ...request, features: [] })).folder).not.toBe(folder);
  expect(
    (await provideClient({ ...request, styles: [{ theme: 'sky', highlightTheme: 'a11y-light' }] })).folder,
  ).not.toBe(folder);
});

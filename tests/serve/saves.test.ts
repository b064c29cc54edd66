/** Files that are empty or missing for a moment while an editor saves them. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LostDecks, SAVE_DELAY } from '../../src/serve/lost-decks.ts';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { memoryFiles } from '../../src/files.ts';
import type { Deck } from '../../src/types.ts';
import { get } from '../support/raw-requests.ts';
import { writeSite } from '../support/write-site.ts';

const deckText = (n: number): string => `+++\noutputs = ["Reveal"]\n+++\n# Save ${n}.\n`;
const source = writeSite(`-- hugo.toml --\ntitle = "S"\n-- content/_index.md --\n${deckText(0)}`);
const file = path.join(source, 'content/_index.md');
let server: RunningServer;

beforeAll(async () => {
  server = await serve({ source, port: 0, quiet: true });
});
afterAll(async () => server?.close());

/** A moment in which the server may notice a change: other addresses are answered at once. */
const passTime = async (): Promise<void> => {
  for (let n = 0; n < 5; n++) await get(server, '/@vite/client');
};

/** Each returns for how long the file was empty or missing; in milliseconds. */
const saves: Readonly<Record<string, (n: number) => Promise<number>>> = {
  async 'in two steps'(n) {
    const start = performance.now();
    writeFileSync(file, '');
    await passTime();
    writeFileSync(file, deckText(n));
    return performance.now() - start;
  },
  async 'with a backup'(n) {
    const start = performance.now();
    renameSync(file, `${file}~`);
    await passTime();
    writeFileSync(file, deckText(n));
    return performance.now() - start;
  },
  'by renaming': async (n) => {
    writeFileSync(`${file}.new`, deckText(n));
    renameSync(`${file}.new`, file);
    await get(server, '/');
    return 0;
  },
};

test.each(Object.keys(saves))('a deck that is saved %s is always there', async (how) => {
  const statuses = new Set<number>();
  const state = { round: new Set<number>(), isDone: false };
  const requests = (async () => {
    while (!state.isDone) {
      const { round } = state;
      round.add((await get(server, '/')).status);
    }
  })();
  for (let n = 1; n <= 20; n++) {
    const round = new Set<number>();
    state.round = round;
    const away = await saves[how]!(n);
    await expect.poll(async () => (await get(server, '/')).body).toContain(`Save ${n}.`);
    // A machine that is busy for longer than a save may take can't tell it from a file that was deleted.
    if (away < SAVE_DELAY) for (const status of round) statuses.add(status);
  }
  state.isDone = true;
  await requests;
  expect([...statuses].filter((status) => status !== 200)).toEqual([]);
});

test('a deck that was deleted is missing after a moment', async () => {
  rmSync(file);
  await expect.poll(async () => (await get(server, '/')).status).toBe(404);
});

const deck = { outputPath: 'talk/index.html', head: { source: { path: 'talk.md' } } } as Deck;

test('a lost deck may come back for a moment only, and other addresses are answered at once', () => {
  let now = 0;
  const lost = new LostDecks(memoryFiles({}), () => now);
  lost.update([deck], []);
  for (const address of ['talk/', 'talk', 'talk/index.html']) expect(lost.mayComeBack(address)).toBe(true);
  expect(lost.mayComeBack('')).toBe(false);
  lost.update([], [deck]);
  expect(lost.mayComeBack('talk/')).toBe(false);
  lost.update([deck], []);
  now = 1000;
  expect(lost.mayComeBack('talk/')).toBe(false);
});

test('a lost deck whose file was written since is waited for until it is read', () => {
  let now = 0;
  const texts: Record<string, string> = { 'talk.md': '' };
  const lost = new LostDecks(memoryFiles(texts), () => now);
  lost.update([deck], []);
  now = 1000;
  expect(lost.mayComeBack('talk/')).toBe(false);
  texts['talk.md'] = '# Back';
  expect(lost.mayComeBack('talk/')).toBe(true);
  now = 10_000;
  expect(lost.mayComeBack('talk/')).toBe(false);
});

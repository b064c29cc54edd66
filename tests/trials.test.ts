/** The trials find what they look for: faults are planted in a module that takes the place of deckwright. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/temporary-folder.ts';

type Files = Readonly<Record<string, string>>;

interface Outcome {
  readonly fault?: { readonly kind: string; readonly message: string };
}
interface Processes {
  run(job: { readonly files: Files }, options: { readonly limits: object }): Promise<Outcome>;
  close(): void;
}
interface Modules {
  readonly processes: {
    openProcesses(module: string, options: { count: number; memory: number }): Processes;
  };
  readonly chance: { seedOfToday(now: Date): number };
  readonly sites: {
    readSites(): readonly object[];
    parseSite(text: string): Files;
    printSite(files: Files): string;
  };
  readonly mutated: {
    createMutatedSite(sites: readonly object[], seed: number, number: number): { readonly files: Files };
  };
  readonly smallest: {
    findSmallest(files: Files, fails: (files: Files) => Promise<boolean>): Promise<Files>;
  };
}

const load = async (name: string): Promise<unknown> =>
  import(pathToFileURL(path.join(import.meta.dirname, 'trials', `${name}.mjs`)).href);
const modules = {
  processes: await load('processes'),
  chance: await load('chance'),
  sites: await load('site-files'),
  mutated: await load('mutated-sites'),
  smallest: await load('smallest'),
} as Modules;

/** Does to its process what the site's only file says. */
const PLANTED = `
export class DeckError extends Error {}
const planted = {
  nothing() {},
  mistake() { throw new DeckError('of the author'); },
  exception() { null.x; },
  loop() { for (;;); },
  memory() { const all = []; for (;;) all.push(Array(1e5).fill(all.length)); },
  prototype() { Object.prototype.polluted = 1; },
  end() { process.exit(3); },
};
export function createPipeline({ files }) {
  planted[files.read('content/_index.md')]();
  return { decks: () => ({ decks: [] }), publishPages() {} };
}
`;

describe('faults', () => {
  const module = path.join(temporaryFolder(), 'planted.mjs');
  writeFileSync(module, PLANTED);
  const processes = modules.processes.openProcesses(module, { count: 1, memory: 128 });
  afterAll(() => processes.close());

  // One process after the other: what follows a fault has a process of its own.
  test.each([
    ['nothing', undefined],
    ['mistake', undefined],
    ['exception', 'exception'],
    ['nothing', undefined],
    ['loop', 'cpu'],
    ['memory', 'memory'],
    ['prototype', 'prototype'],
    ['nothing', undefined],
    ['end', 'ended'],
    ['nothing', undefined],
  ])('%s is found as %s', async (planted, expected) => {
    const limits = { cpu: planted === 'memory' ? 60_000 : 500, memory: 1024 };
    const { fault } = await processes.run({ files: { 'content/_index.md': planted } }, { limits });
    expect(fault?.kind, fault?.message).toBe(expected);
  });
});

test('the seed of a day is its date in UTC', () => {
  expect(modules.chance.seedOfToday(new Date('2026-11-28T23:59:00-05:00'))).toBe(20261129);
});

test('a seed and a number give the same site again, and others give others', () => {
  const sites = modules.sites.readSites();
  const create = (seed: number, number: number): string =>
    modules.sites.printSite(modules.mutated.createMutatedSite(sites, seed, number).files);
  expect(create(7, 41)).toBe(create(7, 41));
  expect(create(7, 41)).not.toBe(create(8, 41));
  expect(create(7, 41)).not.toBe(create(7, 42));
});

test('a failing site is reduced to what fails', async () => {
  const files = {
    'content/_index.md': `${'some words\n'.repeat(50)}before BAD after\n${'more words\n'.repeat(50)}`,
    'content/other.md': 'other',
    'hugo.toml': 'title = "x"',
  };
  const smallest = await modules.smallest.findSmallest(files, (some) =>
    Promise.resolve(Object.values(some).some((text) => text.includes('BAD'))),
  );
  expect(smallest).toEqual({ 'content/_index.md': 'BAD' });
});

test('a printed site can be read again', () => {
  const text = '-- hugo.toml --\ntitle = "x"\n\n-- content/a.md --\n# a\n';
  expect(modules.sites.parseSite(text)).toEqual({
    'hugo.toml': 'title = "x"\n\n',
    'content/a.md': '# a\n\n',
  });
});

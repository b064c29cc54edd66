/** A browser that is missing, stops or does not answer ends the check with a message, and leaves no process. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { DeckError } from '../../src/diagnostics.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { hasProcesses, processesWith } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();

const SETTINGS = `-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
`;

const site = (body: string): string =>
  writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
${body}
${SETTINGS}`);

const HELLO = '# Hello';

const problemOf = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DeckError) return error.message;
  throw error ?? new Error('there is no problem');
};

/** Runs with another browser. */
async function withBrowser<T>(file: string, run: () => Promise<T>): Promise<T> {
  const before = process.env['CHROME_PATH'];
  process.env['CHROME_PATH'] = file;
  try {
    return await run();
  } finally {
    process.env['CHROME_PATH'] = before;
  }
}

/** A program that takes the place of a browser. */
function program(text: string): string {
  const file = path.join(temporaryFolder(), 'browser');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

test('no browser', async () => {
  const run = withBrowser('/no/such/browser', () => check({ source: site(HELLO) }));
  expect(await problemOf(run)).toMatch(/^error browser-missing\nCHROME_PATH is \/no\/such\/browser, which/);
});

test('a browser that ends at once', async () => {
  const run = withBrowser(program('exit 3'), () => check({ source: site(HELLO) }));
  expect(await problemOf(run)).toMatch(
    /^error browser-start-failed\n.*\/browser does not start: it ends with exit code 3\n/,
  );
});

test('a browser that does not answer', async () => {
  const limits = { start: 500 };
  const run = withBrowser(program('exec sleep 987'), () => check({ source: site(HELLO), limits }));
  expect(await problemOf(run)).toMatch(/does not start: no answer after 0\.5 s\n/);
  await expect.poll(() => processesWith('sleep\x00987')).toEqual([]);
});

test('a script that never ends, when a deck is loaded', async () => {
  const source = site(`# Hello\n\n<script>addEventListener('load', () => { for (;;); });</script>`);
  const { problems, findings } = await check({ source, limits: { ready: 3000, close: 1000 } });
  expect(problems.map(({ code }) => code)).toEqual(['deck-not-ready']);
  expect(findings).toEqual([]);
});

test('a script that never ends, on a slide', async () => {
  const source = site(
    `# Hello\n\n---\n\n# Two\n\n<script>addEventListener('load', () => Reveal.on('slidechanged', () => { for (;;); }));</script>`,
  );
  const { problems } = await check({ source, limits: { slide: 3000, close: 1000 } });
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['deck-not-ready', '/ is not ready after 3 s: slide 2 does not respond'],
  ]);
});

test('one deck that fails, and another that is checked all the same', async () => {
  const source = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Hello

<script>addEventListener('load', () => { for (;;); });</script>
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# Talk

<p style="font-size: 10px">Small</p>
${SETTINGS}`);
  const { problems, findings } = await check({ source, limits: { ready: 5000, close: 1000 } });
  expect(problems.map(({ message }) => message.slice(0, 15))).toEqual(['/ is not ready ']);
  expect(findings.map(({ code, deck }) => [code, deck])).toEqual([['text-small', '/talk/']]);
});

test.runIf(hasProcesses)('a browser that is killed half-way', async () => {
  const source = site(['# Hello', ...Array.from({ length: 40 }, (_, n) => `# ${n}`)].join('\n\n---\n\n'));
  const profile = temporaryFolder();
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = profile;
  let isKilled = false;
  const run = check({
    source,
    only: ['overflow'],
    onStep(step) {
      if (isKilled || !step.includes('slide 5 ')) return;
      isKilled = true;
      for (const pid of processesWith(`--user-data-dir=${profile}`)) process.kill(pid, 'SIGKILL');
    },
  });
  expect(await problemOf(run)).toMatch(/^error browser-stopped\n.* has stopped before the work was done\n/);
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await expect.poll(() => processesWith(`--user-data-dir=${profile}`)).toEqual([]);
});

test('pictures of findings, and a baseline', async () => {
  const folder = temporaryFolder();
  const source = site(
    `# One\n\n<p class="fragment" style="font-size: 10px">Small</p>\n\n---\n\n# Two\n\n<p style="color: #888">Grey</p>`,
  );
  const shots = path.join(folder, 'shots');
  const baseline = path.join(folder, 'baseline.json');
  const first = await check({ source, shots });
  expect(first.findings.map(({ code, step, shot }) => [code, step, shot])).toEqual([
    ['text-small', 2, path.join(shots, 'slide-1-step-2-text-small-1280x720-1.png')],
  ]);
  expect(
    readFileSync(first.findings[0]?.shot ?? '')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const updated = await check({ source, baseline, updateBaseline: true });
  expect([updated.findings, updated.known]).toEqual([[], 1]);
  const again = await check({ source, baseline, minFont: 45 });
  expect(again.known).toBe(1);
  expect(again.findings.map(({ slide }) => slide)).toEqual(['2']);
});

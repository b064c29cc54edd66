/** `dev` and `preview` as a user runs them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CommandResult, useCommand } from './support/command.ts';
import { writeSite } from './support/write-site.ts';

const command = useCommand();
const site = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Hello
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
draft = true
+++
# A draft
-- public/index.html --
What was built
-- browser.js --
require('node:fs').writeFileSync(process.env.OPENED, process.argv.at(-1));
`);
const deckwright = (...args: string[]): CommandResult => command.run(args, { cwd: site });

/** Runs a server until the work with its address is done. */
async function serving(
  args: readonly string[],
  work: (url: string, printed: string) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const started = command.start(args, { cwd: site, env });
  try {
    await expect
      .poll(started.printed, { timeout: 20_000 })
      .toMatch(/^Serving at http:\/\/localhost:\d+\/ \(/m);
    const [url = ''] = /(?<=Serving at )\S+/.exec(started.printed()) ?? [];
    await work(url, started.printed());
  } finally {
    started.kill();
  }
}

test.each([
  ['dev', '--open', '-N'],
  ['server', '-O', '-N'],
  ['serve', '--openBrowser', '-N'],
  ['doctor', '--open'],
])('%s serves the site, and %s opens it', async (name, ...more) => {
  const opened = path.join(site, `${name}.txt`);
  await serving(
    [name, '--port', '0', '-D', ...more],
    async (url) => {
      expect(await (await fetch(url)).text()).toContain('Hello');
      expect(await (await fetch(`${url}talk/`)).text()).toContain('A draft');
      await expect
        .poll(() => existsSync(opened) && new URL(readFileSync(opened, 'utf8')).port)
        .toBe(new URL(url).port);
    },
    { BROWSER: path.join(site, 'browser.js'), OPENED: opened },
  );
});

test('preview serves what was built', async () => {
  await serving(['preview', '-p', '0'], async (url) => {
    expect(await (await fetch(url)).text()).toContain('What was built');
  });
});

test.each(['dev', 'preview'])('%s takes the next port where one is taken, and says so', async (name) => {
  const { server, port } = await takePort();
  try {
    await serving([name, '--port', String(port), '--bind', '127.0.0.1', '--quiet'], async (url, printed) => {
      expect(printed).toContain(`port ${port} is in use, using the next free one\n`);
      expect(Number(new URL(url).port)).toBeGreaterThan(port);
    });
  } finally {
    server.close();
  }
});

/** A port of the loopback address that is in use until the server is closed. */
async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

test('preview says when nothing was built', () => {
  const { status, stderr } = deckwright('preview', '--destination', 'nowhere');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error not-built\nnothing to preview: .*nowhere does not exist\nhint: Run deckwright build/,
  );
});

test('an address of another machine is told, with exit code 1', () => {
  const { status, stderr } = deckwright('dev', '--bind', '192.0.2.1');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error bind-failed\ncan't listen on 192\.0\.2\.1: .*\nhint: Use an address/);
});

test('no port that is left is told, with exit code 1', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    // Where another program has the last port, it is taken as well.
    server.once('error', () => resolve()).listen(65_535, '127.0.0.1', resolve);
  });
  const { status, stderr } = deckwright('dev', '-p', '65535', '--bind', '127.0.0.1');
  server.close();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error bind-failed\ncan't listen on 127\.0\.0\.1: No available ports /m);
});

test('a destination that is the source is no better for a server', () => {
  writeFileSync(path.join(site, 'wrong.toml'), 'publishDir = "content"\n');
  const { status, stderr } = deckwright('dev', '--config', 'wrong.toml');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error destination-is-source\n/);
});

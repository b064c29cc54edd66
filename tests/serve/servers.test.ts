import { createServer } from 'node:net';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve/servers.ts';
import { get } from '../support/raw-requests.ts';
import { writeSite, writeSiteFile } from '../support/write-site.ts';

const site = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n');

test('a port that is taken is passed over, and the address says so', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const server = await serve({ source: site, port, quiet: true });
  const found = Number(new URL(server.url).port);
  expect(found).toBeGreaterThan(port);
  expect((await fetch(server.url)).status).toBe(200);
  await server.close();
  taken.close();
});

describe('where it listens', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve({ source: site, port: 0, quiet: true });
  });
  afterAll(async () => server?.close());

  const foreign = Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

  const reach = async (host: string, of: RunningServer): Promise<number | undefined> => {
    const url = new URL(of.url);
    url.hostname = host;
    return fetch(url).then(
      ({ status }) => status,
      () => undefined,
    );
  };

  test('nobody else reaches it', async () => {
    expect(server.others).toEqual([]);
    expect(new URL(server.url).hostname).toBe('localhost');
    if (foreign !== undefined) expect(await reach(foreign, server)).toBeUndefined();
  });

  test('--bind opens it to others, and says where', async () => {
    const bound = await serve({ source: site, host: '0.0.0.0', port: 0, quiet: true });
    const to = Number(new URL(bound.url).port);
    expect(bound.url).toBe(`http://localhost:${to}/`);
    expect(await reach('127.0.0.1', bound)).toBe(200);
    const status = async (host: string): Promise<number> =>
      (await get(bound, '/', { headers: { host } })).status;
    expect(await status(os.hostname().toLowerCase())).toBe(200);
    expect(await status('evil.invalid')).toBe(403);
    if (foreign !== undefined) {
      expect(await reach(foreign, bound)).toBe(200);
      expect(bound.others).toContain(`http://${foreign}:${to}/`);
    }
    await bound.close();
  });

  test('an address of its own is in the URL', async () => {
    const bound = await serve({ source: site, host: '127.0.0.2', port: 0, quiet: true });
    expect(new URL(bound.url).hostname).toBe('127.0.0.2');
    expect((await fetch(bound.url)).status).toBe(200);
    await bound.close();
  });

  test('an address of another machine is a mistake', async () => {
    const bound = serve({ source: site, host: '192.0.2.1', port: 0, quiet: true });
    await expect(bound).rejects.toThrow('bind-failed');
  });
});

test('what is saved right after the start is shown', async () => {
  const page = (heading: string): string => `+++\noutputs = ["Reveal"]\n+++\n# ${heading}\n`;
  const edited = writeSite(`-- content/_index.md --\n${page('One')}`);
  const server = await serve({ source: edited, port: 0, quiet: true });
  try {
    // The watcher may have found no file yet.
    writeSiteFile(edited, 'content/_index.md', page('Two'));
    await expect.poll(async () => (await fetch(server.url)).text()).toContain('Two');
  } finally {
    await server.close();
  }
});

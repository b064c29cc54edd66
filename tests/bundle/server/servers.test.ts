import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { serve } from '../../../src/bundle/server/servers.ts';
import { writeSite } from '../../support/write-site.ts';

test('a port that is taken is passed over, and the address says so', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const source = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n');
  const server = await serve({ source, port, quiet: true });
  const found = Number(new URL(server.url).port);
  expect(found).toBeGreaterThan(port);
  expect((await fetch(server.url)).status).toBe(200);
  await server.close();
  taken.close();
});

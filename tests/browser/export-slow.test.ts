/** What arrives late is in an export as what arrives at once: videos, and images of styles. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportImages } from '../../src/export/images/images.ts';
import { exportPdf } from '../../src/export/pdf/pdf.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { VIDEO } from '../support/pictures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

useBrowserPath();

/** Milliseconds until the server answers. */
let delay = 0;
let server: Server;
let source = '';
beforeAll(async () => {
  const answer = async ({ url }: IncomingMessage, response: ServerResponse): Promise<void> => {
    await wait(delay);
    const isVideo = url === '/film.webm';
    response.setHeader('content-type', isVideo ? 'video/webm' : 'image/svg+xml');
    response.end(isVideo ? readFileSync(VIDEO) : PICTURE);
  };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  source = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
title = "Slow"
outputs = ["Reveal"]
+++
# One

---

<video src="${url}film.webm" poster="/poster.svg" aria-label="A film with a poster"></video>

Below the film

---

<video src="${url}film.webm" aria-label="A film"></video>

Below the film

---

<style>.marked { background: url(${url}background.svg) } .marked::before { content: url(${url}before.svg) }</style>

Marked
{.marked}
-- static/poster.svg --
${PICTURE}
`);
});
afterAll(() => void server.close());

test.each([
  ['PDF', exportPdf, 1],
  ['pictures', (options: object) => exportImages({ ...options, format: 'png' }), 4],
] as const)('%s', async (_, run, count) => {
  const exportAfter = async (milliseconds: number): Promise<readonly string[]> => {
    delay = milliseconds;
    const { problems, warnings, files } = await run({ source, output: `${temporaryFolder()}${path.sep}` });
    expect([problems, warnings.filter(({ code }) => code === 'slide-late')]).toEqual([[], []]);
    return files.map((file) => readFileSync(file.path, 'base64'));
  };
  const atOnce = await exportAfter(0);
  expect(atOnce).toHaveLength(count);
  expect((await exportAfter(2500)).map((file, index) => file === atOnce[index])).toEqual(
    atOnce.map(() => true),
  );
});

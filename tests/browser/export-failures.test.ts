/** Slides that fail, pictures that never arrive, and exports that are stopped: the rest is exported, and nothing is left. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportImages } from '../../src/export/images/images.ts';
import { exportPdf } from '../../src/export/pdf/pdf.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { useCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PICTURE, writeSite } from '../support/write-site.ts';

useBrowserPath();

const site = (body: string): string =>
  writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
title = "Failures"
outputs = ["Reveal"]
+++
${body}
`);

const HANGS = `<script>addEventListener('load', () => Reveal.on('slidechanged', ({ indexh }) => { if (indexh === 1) for (;;); }));</script>`;

test('a slide that does not respond is a page with the reason, and the others are there', async () => {
  const source = site(`# One\n\n---\n\n# Two\n\n${HANGS}\n\n---\n\n# Three`);
  const output = path.join(temporaryFolder(), 'deck.pdf');
  const { problems, slides } = await exportPdf({ source, output, limits: { slide: 5000, close: 1000 } });
  expect(
    problems.map(({ code, message, file, line, column }) => [code, message, file, line, column]),
  ).toEqual([
    [
      'slide-failed',
      '/ slide 2 has failed: slide 2 does not respond (the limit is 5 s)',
      'content/_index.md',
      9,
      1,
    ],
  ]);
  const pdf = await PDFDocument.load(readFileSync(output));
  expect([slides, pdf.getPageCount()]).toEqual([3, 3]);
});

test('a deck that can not be opened does not stop the others', async () => {
  const source = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/a/_index.md --
+++
outputs = ["Reveal"]
+++
# A

<script>addEventListener('load', () => { for (;;); });</script>
-- content/b/_index.md --
+++
outputs = ["Reveal"]
+++
# B
`);
  const output = temporaryFolder();
  const limits = { ready: 5000, close: 1000 };
  const { problems, files } = await exportImages({ source, all: true, output, format: 'png', limits });
  expect(problems.map(({ message }) => message.slice(0, 15))).toEqual(['/a/ is not read']);
  expect(files.map((file) => path.relative(output, file.path))).toEqual([path.join('b', 'slide-01.png')]);
});

describe('what never arrives', () => {
  let silent: Server;
  let address = '';
  beforeAll(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(silent.address() as { readonly port: number }).port}/never`;
  });
  afterAll(() => void silent.close());

  test.each([
    ['a picture', (url: string) => `<img src="${url}" alt="never">`, 11],
    ['a video', (url: string) => `<video src="${url}" aria-label="never"></video>`, 13],
    [
      'a video with a poster',
      (url: string) =>
        `<video src="${url}" poster="data:image/svg+xml,${encodeURIComponent(PICTURE)}"></video>`,
      13,
    ],
    ['a picture of a style', (url: string) => `<b style="background: url(${url})">Bold</b>`, 27],
  ])('%s is left out with a warning', async (_, write, column) => {
    const source = site(`# One\n\n---\n\n# Two\n\n${write(address)}`);
    const output = path.join(temporaryFolder(), 'deck.pdf');
    const { problems, warnings, files } = await exportPdf({ source, output });
    expect(problems).toEqual([]);
    expect(
      warnings
        .filter(({ code }) => code === 'slide-late')
        .map(({ message, line, column }) => [message, line, column]),
    ).toEqual([[`/ slide 2 is exported without ${address}, which has not arrived in time`, 11, column]]);
    expect(files).toHaveLength(1);
  });
});

describe('what can’t be loaded', () => {
  let broken: HttpServer;
  let address = '';
  beforeAll(async () => {
    broken = createHttpServer(({ url }, response) => {
      if (url === '/moved.png') response.writeHead(302, { location: '/gone.png' }).end();
      else response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
    });
    await new Promise<void>((resolve) => void broken.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
  });
  afterAll(() => void broken.close());

  test('is named with the reason: pictures, videos, frames and images of styles', async () => {
    const source = site(
      [
        '# One',
        `<img src="${address}/gone.png" alt="a">`,
        `<img src="${address}/moved.png" alt="b">`,
        `<video src="${address}/gone.webm" aria-label="c"></video>`,
        `<b style="background: url(${address}/gone.svg)">d</b>`,
        // The build has warned about these already.
        `<b style="background: url(/here.svg)">e</b>`,
        '<img src="/here.png" alt="f">',
        `{{< slide background-image="${address}/behind.png" >}}\n\n# Two`,
        `<style>@import url(${address}/gone.css); @font-face { font-family: Gone; src: url(${address}/gone.woff2) }</style>

<p style="font-family: Gone">Three</p>`,
      ].join('\n\n---\n\n'),
    );
    const { problems, warnings } = await exportImages({
      source,
      output: `${temporaryFolder()}${path.sep}`,
      format: 'png',
    });
    expect(problems).toEqual([]);
    const found = warnings.filter(({ code }) => code === 'slide-incomplete');
    expect(found.map(({ message, line }) => [message, line])).toEqual([
      [`/ slide 2 is exported without ${address}/gone.png, which can’t be loaded (status 404)`, 9],
      [`/ slide 3 is exported without ${address}/moved.png, which can’t be loaded (status 404)`, 13],
      [`/ slide 4 is exported without ${address}/gone.webm, which can’t be loaded (status 404)`, 17],
      [`/ slide 5 is exported without ${address}/gone.svg, which can’t be loaded (status 404)`, 21],
      [`/ slide 8 is exported without ${address}/behind.png, which can’t be loaded (status 404)`, 33],
    ]);
    expect(warnings.filter(({ code }) => code === 'deck-incomplete').map(({ message }) => message)).toEqual([
      `/ is exported without ${address}/gone.css, which can’t be loaded (status 404)`,
      `/ is exported without ${address}/gone.woff2, which can’t be loaded (status 404)`,
    ]);
    expect(warnings.map(({ code }) => code)).toContain('image-missing');
  });
});

/** Whether processes can be listed here. */
const hasProcesses = existsSync('/proc/self/cmdline');

const processesWith = (text: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      return false;
    }
  });

describe.runIf(hasProcesses)('stopped with Ctrl+C', () => {
  const command = useCommand();

  test('no process and no half file is left', async () => {
    const body = Array.from({ length: 200 }, (_, n) => `# ${n}`).join('\n\n---\n\n');
    const source = site(body);
    const folder = temporaryFolder();
    const profiles = temporaryFolder();
    const running = command.start(['export', 'png', '-s', source, '-o', folder], {
      cwd: source,
      env: { TMPDIR: profiles },
    });
    const ended = new Promise<number | null>((resolve) => running.once('exit', resolve));
    // The site is built and the browser started first.
    await expect.poll(() => readdirSync(folder).length, { timeout: 60_000 }).toBeGreaterThan(2);
    running.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(folder).filter((name) => !/^slide-\d+\.png$/.test(name))).toEqual([]);
    await expect.poll(() => processesWith(`--user-data-dir=${profiles}`)).toEqual([]);
  });
});

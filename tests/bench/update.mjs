// From the write of a file to the changed words on the screen: a deck of 300 slides with code and images, served by the
// command as its users run it, in a browser that shows a slide in the middle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';

const SLIDES = 300;
const SHOWN = 150;
const EDITS = 50;

/** Prints the times of edits, and of starts of the server. */
export async function timeUpdates({ root, runs }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-update-'));
  writeSite(folder);
  const starts = [];
  for (let run = 0; run <= runs; run++) {
    const { server, taken } = await startServer(root, folder);
    // The first start warms up the caches of the system.
    if (run > 0) starts.push(taken);
    await stop(server);
  }
  print('server start to its first page', starts);
  const browser = await launchBrowser(root);
  const { server, url } = await startServer(root, folder);
  try {
    for (const [name, edit] of Object.entries(edits))
      print(name, await timeEdits(browser, { url, folder, edit }));
    print('the mark of a slide that overflows', await timeMarks(browser, { url, folder }));
  } finally {
    await browser.close();
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is changed besides the words that are waited for, by the number of the edit. */
const edits = {
  'the words of the slide': () => ({}),
  'its code': (n) => ({ code: `changed(${n});` }),
  'and a slide more or less above': (n) => ({ more: n % 2 }),
};

const HEAD = '+++\ntitle = "300 slides"\noutputs = ["Reveal"]\n[reveal_hugo]\ntransition = "none"\n+++\n';

function slide(n, words, code = '') {
  return `## ${words}

- {{% fragment %}}one of *${n}*{{% /fragment %}}
- {{% fragment %}}two with \`code\` and a [link](https://example.org/${n}){{% /fragment %}}

![A picture](/pictures/${n % 10}.svg)

\`\`\`js {1|3-4|6}
import { value${n} } from './module-${n}.js';
${code}
export async function load(id) {
  const found = await fetch(\`/things/\${id}?n=${n}\`);
  if (!found.ok) throw new Error('not there: ' + found.status);
  return { ...value${n}, ...(await found.json()) };
}
\`\`\`

{{% note %}}Words for the speaker about ${n}.{{% /note %}}
`;
}

function deck(words, { code, more = 0 } = {}) {
  const above = Array.from({ length: more }, (_, n) => slide(1000 + n, `More ${n}`));
  const slides = Array.from({ length: SLIDES }, (_, n) =>
    n === SHOWN ? slide(n, words, code) : slide(n, `Slide ${n}`),
  );
  return `${HEAD}\n${[...above, ...slides].join('\n---\n\n')}`;
}

function writeSite(folder) {
  mkdirSync(path.join(folder, 'content'), { recursive: true });
  mkdirSync(path.join(folder, 'static', 'pictures'), { recursive: true });
  writeFileSync(path.join(folder, 'hugo.toml'), 'title = "300 slides"\n');
  for (let n = 0; n < 10; n++)
    writeFileSync(
      path.join(folder, 'static', 'pictures', `${n}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="${200 + n}" height="100"><rect width="100%" height="100%" fill="#${n}8a"/></svg>`,
    );
  writeFileSync(path.join(folder, 'content', '_index.md'), deck('Shown'));
}

/** From the start of the process until its first page has arrived whole. */
async function startServer(root, folder) {
  const start = performance.now();
  const args = [path.join(root, 'bin', 'deckwright.js'), 'dev', '--source', folder, '--port', '0'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let told = '';
    server.stdout.on('data', (chunk) => {
      told += chunk;
      const found = /http:\/\/localhost:\d+\//.exec(told);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error(`the server has ended: ${told}`)));
  });
  const response = await fetch(url);
  if (!(await response.text()).includes('Shown')) throw new Error('the first page is another one');
  return { server, url, taken: performance.now() - start };
}

async function stop(server) {
  server.kill();
  if (server.exitCode === null) await once(server, 'exit');
}

async function timeEdits(browser, { url, folder, edit }) {
  const file = path.join(folder, 'content', '_index.md');
  const page = await openShown(browser, { url, file });
  const times = [];
  // The first ones make the engines of both sides warm.
  for (let n = -5; n < EDITS; n++) {
    const words = `Edit ${n} of many`;
    const text = deck(words, edit(n));
    const shown = page.evaluate((wanted) => globalThis.whenShown(wanted), words);
    const written = performance.timeOrigin + performance.now();
    writeFileSync(file, text);
    const taken = (await shown) - written;
    if (n >= 0) times.push(taken);
    await page.waitForTimeout(150);
  }
  if (!(await page.evaluate(() => 'whenShown' in globalThis))) throw new Error('the page was loaded again');
  await page.close();
  return times;
}

/** From the write of a file to the mark that says that the slide overflows now. */
async function timeMarks(browser, { url, folder }) {
  const file = path.join(folder, 'content', '_index.md');
  const long = Array.from({ length: 20 }, (_, n) => `Line ${n}\n\n`).join('');
  const page = await openShown(browser, { url, file });
  // The whole deck has been measured by then, as when an author has been writing for a while.
  await page.waitForTimeout(5000);
  const times = [];
  for (let n = -3; n < EDITS / 2; n++) {
    const shown = page.evaluate(() => globalThis.whenMarked(true));
    const written = performance.timeOrigin + performance.now();
    writeFileSync(file, deck(`Long ${n}\n\n${long}`));
    const taken = (await shown) - written;
    if (n >= 0) times.push(taken);
    const gone = page.evaluate(() => globalThis.whenMarked(false));
    writeFileSync(file, deck(`Short ${n}`));
    await gone;
    await page.waitForTimeout(150);
  }
  await page.close();
  return times;
}

/** Opens the deck as it was at first. */
async function openShown(browser, { url, file }) {
  writeFileSync(file, deck('Shown'));
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${url}#/${SHOWN}`);
  await page.waitForFunction(() => document.documentElement.dataset.deck === 'ready');
  await page.evaluate(watch);
  return page;
}

/** Runs in the page: gives the time at which a slide with such a heading was painted, or the mark named an overflow or did not. */
function watch() {
  const isMarked = () => {
    const mark = document.querySelector('deckwright-findings')?.shadowRoot?.querySelector('.mark');
    // The slide has warnings of other checks, too.
    return mark?.checkVisibility() === true && mark.title.includes('overflow');
  };
  globalThis.whenMarked = (wanted) => globalThis.when(() => isMarked() === wanted);
  globalThis.whenShown = (wanted) =>
    globalThis.when(() => document.querySelector('section.present h2')?.textContent === wanted);
  globalThis.when = (isTrue) =>
    new Promise((resolve) => {
      const look = () => {
        if (!isTrue()) return;
        observer.disconnect();
        shadow.disconnect();
        // What is posted in a frame is read when the frame was painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()));
          port1.start();
          port2.postMessage(undefined);
        });
      };
      const observer = new MutationObserver(look);
      const shadow = new MutationObserver(look);
      const root = document.querySelector('deckwright-findings')?.shadowRoot;
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      if (root) shadow.observe(root, { subtree: true, childList: true, attributes: true });
      look();
    });
}

function print(label, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part) => Math.round(sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)]);
  console.log(
    `${label}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${at(0)} to ${at(1)}, ${times.length} times)`,
  );
}

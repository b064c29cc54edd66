// How the time of a build grows with its text: each text three times as long as before, each in a process of its own.
import { fork, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { texts } from './growing-texts.mjs';

const SIZES = [3000, 10_000, 30_000];
const LIMIT = 20_000;

/** Prints the times of each text, and how much more the last one takes: linear work takes three times as long. */
export async function timeGrowth({ root }) {
  const built = spawnSync('npm', ['run', 'build:cli'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) throw new Error(`npm run build:cli failed: ${built.stderr}`);
  for (const name of Object.keys(texts)) {
    const times = [];
    for (const size of SIZES) times.push(await timeText(root, name, size));
    const growth = times.at(-1) / times.at(-2);
    const row = times.map((time, n) => `${SIZES[n]}: ${time === Infinity ? `> ${LIMIT}` : time} ms`);
    console.log(`${name.padEnd(38)} ${row.join(', ')} (× ${growth.toFixed(1)})`);
  }
}

function timeText(root, name, size) {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), [root, name, String(size)]);
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
    let time = Infinity;
    child.on('message', (taken) => (time = taken));
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(time);
    });
  });
}

if (process.send) {
  const [root, name, size] = process.argv.slice(2);
  const { createPipeline, memoryFiles } = await import(pathToFileURL(path.join(root, 'dist/index.js')));
  const page = `+++\noutputs = ["Reveal"]\n+++\n\n${texts[name].create(Number(size))}\n`;
  const start = performance.now();
  const pipeline = createPipeline({ files: memoryFiles({ 'content/_index.md': page }) });
  for (const deck of pipeline.decks().decks) pipeline.render(deck);
  process.send(Math.round(performance.now() - start));
}

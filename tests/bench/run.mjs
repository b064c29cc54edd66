// Benchmarks, never run by the tests: node tests/bench/run.mjs NAME [RUNS] [--themes] [--varied]
// Each prints the median of whole processes, and beside it a peer that was timed in turn with it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { timeChecks } from './checks.mjs';
import { timeGrowth } from './growth.mjs';
import { timeScale } from './scale.mjs';
import { timeUpdates } from './update.mjs';
import { weighDecks } from './weight.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [name, runs = '7'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));

/** Wall time of a command, in milliseconds. */
function time(command, args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return performance.now() - start;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Times commands in turn, so that a slow moment of the machine falls on all of them; the first round warms up. */
function compare(commands) {
  const times = commands.map(() => []);
  for (let round = 0; round <= Number(runs); round++) {
    for (const [n, { before, command, args }] of commands.entries()) {
      before?.();
      const taken = time(command, args);
      if (round > 0) times[n].push(taken);
    }
  }
  for (const [n, { label }] of commands.entries()) {
    const [least, most] = [Math.min(...times[n]), Math.max(...times[n])];
    console.log(
      `${label}: median ${Math.round(median(times[n]))} ms (${Math.round(least)} to ${Math.round(most)}, ${runs} runs)`,
    );
  }
}

const benches = {
  /** The build of this repository, with and without a bundle in the cache, beside what npm and Vite alone take. */
  build() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'deckwright-bench-'));
    const bare = path.join(folder, 'bare.mjs');
    writeFileSync(
      path.join(folder, 'entry.js'),
      `import Reveal from ${JSON.stringify(path.join(ROOT, 'node_modules/reveal.js/dist/reveal.mjs'))};\nReveal.initialize();\n`,
    );
    writeFileSync(
      bare,
      `import { build } from ${JSON.stringify(path.join(ROOT, 'node_modules/vite/dist/node/index.js'))};
await build({ configFile: false, root: ${JSON.stringify(folder)}, logLevel: 'error', build: { rolldownOptions: { input: ${JSON.stringify(path.join(folder, 'entry.js'))} } } });\n`,
    );
    const cache = path.join(ROOT, 'node_modules', '.cache', 'deckwright');
    compare([
      { label: 'npm run build', command: 'npm', args: ['run', 'build'] },
      {
        label: 'npm run build, no cached bundle',
        command: 'npm',
        args: ['run', 'build'],
        before: () => rmSync(cache, { recursive: true, force: true }),
      },
      { label: 'reveal.js bundled by Vite alone', command: process.execPath, args: [bare] },
      {
        label: 'npm run with nothing to do',
        command: 'npm',
        args: ['run', 'env'],
      },
    ]);
    rmSync(folder, { recursive: true, force: true });
  },

  /** How long a saved change takes to the screen, in a deck of 300 slides, and how long the server to its first page. */
  update: () => timeUpdates({ root: ROOT, runs: Number(runs) }),

  /** What the checks of what slides show take of a build of 1,000 decks. */
  checks: () => timeChecks({ root: ROOT, runs: Number(runs) }),

  /** How the time of a build grows with what one page has thousands of. */
  growth: () => timeGrowth({ root: ROOT }),

  /** How a build grows from one deck to 5,000, beside Hugo; with --varied, no two slides have the same text. */
  scale: () => timeScale({ root: ROOT, runs: Number(runs), isVaried: options.includes('--varied') }),

  /** What a reader waits for and loads, over a slow line: our own deck, or with --themes a deck of each theme. */
  weight: () => weighDecks({ root: ROOT, runs: Number(runs), isByTheme: options.includes('--themes') }),
};

if (!benches[name]) {
  console.error(`Name a benchmark: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else await benches[name]();

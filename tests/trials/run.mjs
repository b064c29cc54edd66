// Trials with hostile inputs: npm run trials -- [NAME...] [--short] [--count N] [--seed N] [--only ID]
// Without a name all of them run. --short is what CI runs. Each failure is printed with the command that repeats it.
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seedOfToday } from './chance.mjs';
import { tryKills } from './kills.mjs';
import { tryMutatedSites } from './mutated-sites.mjs';
import { tryPaths } from './path-safety.mjs';
import { tryPathologicalInputs } from './pathological.mjs';
import { openProcesses } from './processes.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** What is tried, how often in full and how often for CI. */
const trials = {
  sites: { run: tryMutatedSites, count: 50_000, short: 2000 },
  pathological: { run: tryPathologicalInputs },
  paths: { run: tryPaths, count: Infinity, short: 500 },
  kills: { run: tryKills, count: 400, short: 50 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    count: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(trials);
const unknown = names.filter((name) => !Object.hasOwn(trials, name));
if (unknown.length > 0) {
  console.error(`Unknown trial ${unknown.join(', ')}. There are: ${Object.keys(trials).join(', ')}.`);
  process.exit(2);
}

const seed = Number(values.seed ?? seedOfToday());
console.log(`seed ${seed}`);
// Compiles dist/ if the sources have changed.
execFileSync(process.execPath, [path.join(ROOT, 'bin', 'deckwright.js'), '--version']);
let faults = 0;
for (const name of names) faults += await runTrial(name);
process.exit(faults > 0 ? 1 : 0);

/** Runs a trial; returns how many faults it found. */
async function runTrial(name) {
  const start = performance.now();
  const { run, count, short } = trials[name];
  const processes = openProcesses(path.join(ROOT, 'dist', 'index.js'), {
    count: Math.max(2, availableParallelism()),
  });
  let faults = 0;
  const tried = await run({
    processes,
    seed,
    count: Number(values.count ?? (values.short ? short : count)),
    only: values.only,
    log: (line) => console.log(`${name}: ${line}`),
    report(failure) {
      faults += 1;
      print(name, failure);
    },
  });
  processes.close();
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${name}: ${tried} tried, ${faults} faults, seed ${seed}, ${seconds} s`);
  return faults;
}

function print(name, { id, title, fault, details }) {
  console.log(`\n${name} ${id}: ${title}`);
  for (const line of [fault.message, ...(fault.stack ?? []).map((frame) => frame.trim())])
    console.log(`  ${line}`);
  if (details) console.log(details);
  console.log(
    `To repeat it: npm run trials -- ${name} --seed ${seed} --only ${JSON.stringify(String(id))}\n`,
  );
}

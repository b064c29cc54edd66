// Builds that are killed, half of them at any moment and half while they write. What was in the destination is there
// afterwards as a whole, or what was to be written is; nothing is left beside it, and the next build is right.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createChance } from './chance.mjs';
import { writeVersion } from './kill-site.mjs';
import { differences, readTree } from './path-safety.mjs';
import { runEach } from './processes.mjs';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const CLI = path.join(ROOT, 'dist', 'cli.js');
/** How often a build may be over before it is killed, in a row. */
const ATTEMPTS = 20;

/** Kills `count` builds; returns how many. */
export async function tryKills({ processes, seed, count, only, report }) {
  const work = realpathSync.native(mkdtempSync(path.join(os.tmpdir(), 'deckwright-kills-')));
  const numbers = only === undefined ? Array.from({ length: count }, (_, number) => number) : [Number(only)];
  try {
    const lanes = [];
    for (let n = 0; n < processes.count; n++) lanes.push(await prepare(path.join(work, String(n))));
    await runEach(numbers, processes.count, async (number) => {
      const lane = lanes.pop();
      const isAimed = number % 2 === 1;
      const message = await killOnce(lane, { isAimed, chance: createChance(seed, number) });
      lanes.push(lane);
      const title = `a build that is killed ${isAimed ? 'while it writes' : 'at any moment'}`;
      if (message) report({ id: number, title, fault: { kind: 'kill', message } });
    });
    return numbers.length;
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Two versions of a site, and what a build makes of each: into an empty folder, and over the other version. */
async function prepare(folder) {
  const lane = {
    folder,
    out: path.join(folder, 'out'),
    alone: {},
    over: {},
    sites: {},
    names: [],
    time: 0,
    writing: 0,
  };
  for (const version of ['A', 'B']) {
    const destination = path.join(folder, `built-${version}`);
    writeVersion(path.join(folder, version), version);
    await ended(startBuild(lane, version, destination));
    lane.alone[version] = readTree(destination);
    lane.sites[version] = readTree(path.join(folder, version));
  }
  for (const [old, version] of ['AB', 'BA']) {
    reset(lane, old);
    const start = performance.now();
    const build = startBuild(lane, version);
    const firstWrite = (await waitForWrite(lane, build)) ?? start;
    await ended(build);
    lane.time = performance.now() - start;
    lane.writing = performance.now() - firstWrite;
    lane.over[version] = readTree(lane.out);
  }
  lane.names = readdirSync(folder);
  return lane;
}

function startBuild({ folder, out }, version, destination = out) {
  const folders = {
    '-s': path.join(folder, version),
    '-d': destination,
    '--cacheDir': path.join(folder, 'cache'),
  };
  const args = ['build', '--quiet', ...Object.entries(folders).flat()];
  const build = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  build.stderr.pipe(process.stderr, { end: false });
  build.closed = once(build, 'close');
  return build;
}

const isRunning = (build) => build.exitCode === null && build.signalCode === null;
/** Waits for the build, and for the process that renames its files: that one has the same output of errors. */
async function ended(build) {
  await build.closed;
  return build;
}

/** The destination as a build of a version has left it. */
function reset({ folder, out }, version) {
  rmSync(out, { recursive: true, force: true, maxRetries: 3 });
  cpSync(path.join(folder, `built-${version}`), out, { recursive: true, preserveTimestamps: true });
}

/** What changes first when a build writes, also where it writes files beside the destination. */
const WRITTEN = ['..', '.', 'deck0', 'deck-assets', 'img', 'deck0/index.html', 'large.bin'];
const stampOf = ({ out }) =>
  WRITTEN.map((name) => statSync(path.join(out, name), { throwIfNoEntry: false })?.mtimeMs ?? 0).join();

/** Waits for the first write of a build; returns when it was, or `undefined` if the build is over. */
async function waitForWrite(lane, build) {
  const stamp = stampOf(lane);
  while (isRunning(build)) {
    if (stampOf(lane) !== stamp) return performance.now();
    await wait(1);
  }
  return undefined;
}

/** Kills one build; returns what is wrong afterwards, if anything is. */
async function killOnce(lane, { isAimed, chance }) {
  const [old, version] = chance.pick(['AB', 'BA']);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    reset(lane, old);
    const build = startBuild(lane, version);
    if (isAimed) await waitForWrite(lane, build);
    await wait((chance.below(1000) / 1000) * (isAimed ? lane.writing : lane.time));
    build.kill('SIGKILL');
    // Too late: it was over before.
    if ((await ended(build)).signalCode === null) continue;
    return mixtureIn(lane, old, version) ?? (await faultOfNextBuild(lane, version));
  }
  return undefined;
}

/** Without files of neither version that begin with a dot: what is half done may be kept in them until the next build. */
const withoutDrafts = (tree, whole) =>
  Object.fromEntries(
    Object.entries(tree).filter(([file]) => !file.startsWith('.') || whole.some((state) => file in state)),
  );

function mixtureIn({ out, alone, over }, old, version) {
  const whole = [alone[old], over[version], alone[version]];
  const tree = withoutDrafts(readTree(out), whole);
  if (whole.some((state) => differences(tree, state).length === 0)) return undefined;
  const notNew = differences(tree, over[version]);
  const partial = notNew.filter((file) => file in tree && tree[file] !== alone[old][file]);
  const missing = notNew.filter((file) => !(file in tree));
  const count = (files, what) => (files.length > 0 ? [`${files.length} ${what}, such as ${files[0]}`] : []);
  return [
    `neither the old state nor the new one: ${notNew.length} of ${Object.keys(over[version]).length} files are not new`,
    ...count(partial, 'are neither old nor new'),
    ...count(missing, 'are missing'),
  ].join('; ');
}

async function faultOfNextBuild(lane, version) {
  const { exitCode } = await ended(startBuild(lane, version));
  if (exitCode !== 0) return `the next build fails with ${exitCode}`;
  const tree = readTree(lane.out);
  const wrong = differences(tree, lane.over[version]);
  if (wrong.length > 0 && differences(tree, lane.alone[version]).length > 0)
    return `the next build leaves ${wrong.length} files that are wrong, such as ${wrong[0]}`;
  const changed = ['A', 'B'].flatMap((site) =>
    differences(readTree(path.join(lane.folder, site)), lane.sites[site]),
  );
  const more = readdirSync(lane.folder).filter((name) => !lane.names.includes(name));
  return changed.length + more.length > 0
    ? `the next build leaves ${[...changed, ...more].join(', ')}`
    : undefined;
}

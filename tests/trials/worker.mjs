// A process that builds sites, one after another, and reports how each of them ended: node worker.mjs MODULE
// MODULE is the public API of deckwright, compiled. Its parent is processes.mjs.
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildFolder, buildInMemory, buildOnDisk } from './build-site.mjs';

const deckwright = await import(pathToFileURL(process.argv[2]).href);
/** Not that of functions, to which Sass adds some of its own. */
const prototypes = [Object, Array, String, Map].map((type) => type.prototype);
const namesOf = () =>
  prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).join(' ')).join('\n');
const cleanNames = namesOf();

const deadline = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
new Worker(new URL('watchdog.mjs', import.meta.url), { workerData: deadline }).unref();
/** In milliseconds, of all threads of the process. */
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const setDeadline = (time) => Atomics.store(new Int32Array(deadline), 0, Math.ceil(time));

/** What went wrong, if anything did. A mistake of the author that is reported as one is no fault. */
async function faultOf(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof deckwright.DeckError)) return describe(error);
  }
  return namesOf() === cleanNames
    ? undefined
    : { kind: 'prototype', message: 'a built-in prototype has changed' };
}

function describe(error) {
  const name = error?.constructor?.name ?? typeof error;
  const frames = String(error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    kind: 'exception',
    message: `${name}: ${error?.message ?? error}`.slice(0, 300),
    stack: frames.slice(0, 4),
  };
}

const buildOf = ({ folder, isOnDisk = false }) => {
  if (folder !== undefined) return buildFolder;
  return isOnDisk ? buildOnDisk : buildInMemory;
};

process.on('message', async ({ job, limits }) => {
  const start = cpuTime();
  setDeadline(start + limits.cpu);
  const fault = await faultOf(() => buildOf(job)(deckwright, job));
  setDeadline(0);
  const cpu = Math.round(cpuTime() - start);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send({ fault, cpu, memory });
});
process.send('ready');

// Processes that build sites under limits of time and memory. What an input does to its process touches no other input:
// a process that an input has ended, filled or spoilt is replaced.
import { fork } from 'node:child_process';
import path from 'node:path';
import { OVERTIME } from './overtime.mjs';

/** What an input may use: CPU time in milliseconds, memory in megabytes. */
export const LIMITS = { cpu: 2000, memory: 1024 };

/** A process that has ever used more than this, in megabytes, takes no other input: it would count against the next. */
const TOO_FULL = 400;
/** What only a crowded machine makes too slow, or only a process that was full before too large. */
const UNCERTAIN = new Set(['cpu', 'memory']);
/** How long an answer may take by the clock, in milliseconds: for what waits, and uses no CPU time. */
const SILENCE = 300_000;

/** Opens some processes. `module` is the compiled public API; `memory` is how much JavaScript may use, in megabytes. */
export function openProcesses(module, { count, memory = LIMITS.memory }) {
  const idle = [];
  const waiting = [];
  const open = new Set();
  const take = async () => {
    if (idle.length > 0) return idle.pop();
    if (open.size >= count) return new Promise((resolve) => waiting.push(resolve));
    return start();
  };
  const start = async () => {
    const child = new Child(module, memory);
    open.add(child);
    await child.ready;
    return child;
  };
  const giveBack = async (child, isReusable) => {
    if (!isReusable) {
      open.delete(child);
      child.end();
    }
    const next = waiting.shift();
    if (next) next(isReusable ? child : await start());
    else if (isReusable) idle.push(child);
  };
  return {
    count,
    /** Builds `{ files }` in memory, or with `isOnDisk` in a folder; or a `{ folder }` with its `destination` and `cacheDir`. */
    async run(job, { limits = LIMITS } = {}) {
      const child = await take();
      const outcome = await child.run(job, limits);
      await giveBack(child, !outcome.fault && outcome.memory < TOO_FULL);
      return outcome;
    },
    /** The fault of a job, if it has one; one that could be of the machine only if a new process has one too. */
    async findFault(job, options = {}) {
      const { fault } = await this.run(job, options);
      if (!UNCERTAIN.has(fault?.kind)) return fault;
      const alone = openProcesses(module, { count: 1, memory });
      const outcome = await alone.run(job, options);
      alone.close();
      return outcome.fault;
    },
    close() {
      for (const child of open) child.end();
    },
  };
}

class Child {
  #process;
  #printed = '';
  #answer = () => undefined;
  ready;

  constructor(module, memory) {
    this.#process = fork(path.join(import.meta.dirname, 'worker.mjs'), [module], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr.on('data', (part) => (this.#printed = `${this.#printed}${part}`.slice(-4000)));
    this.#process.on('close', (code, signal) =>
      this.#answer({ hasEnded: true, fault: this.#ending(code, signal) }),
    );
    this.ready = this.#next();
  }

  /** The next message of the process, or how it has ended. */
  #next() {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#process.once('message', resolve);
    });
  }

  async run(job, limits) {
    const answer = this.#next();
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), SILENCE);
    this.#process.send({ job, limits });
    const outcome = await answer;
    clearTimeout(timer);
    return { ...outcome, fault: outcome.fault ?? excess(outcome, limits) };
  }

  #ending(code, signal) {
    if (this.#printed.includes(OVERTIME))
      return { kind: 'cpu', message: `it used ${OVERTIME}, and was stopped` };
    if (signal === 'SIGKILL') return { kind: 'silence', message: `no answer within ${SILENCE / 1000} s` };
    const fatal = /FATAL ERROR: .*/.exec(this.#printed)?.[0] ?? this.#printed.trim().split('\n').at(-1);
    const kind = /out of memory|heap limit/i.test(this.#printed) ? 'memory' : 'ended';
    return { kind, message: `the process ended with ${signal ?? code}: ${fatal}` };
  }

  end() {
    this.#answer = () => undefined;
    this.#process.kill('SIGKILL');
  }
}

function excess({ cpu, memory }, limits) {
  if (cpu > limits.cpu) return { kind: 'cpu', message: `${cpu} ms of CPU time, more than ${limits.cpu} ms` };
  if (memory > limits.memory)
    return { kind: 'memory', message: `${memory} MB of memory, more than ${limits.memory} MB` };
  return undefined;
}

/** Runs `task` for each item, as many at a time as there are processes. */
export async function runEach(items, count, task) {
  const iterator = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await task(next.value);
  };
  await Promise.all(Array.from({ length: count }, lane));
}

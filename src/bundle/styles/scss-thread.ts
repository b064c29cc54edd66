/** Compiles stylesheets on a thread of its own that has limits of time and heap, and waits for it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type MessagePort, MessageChannel, Worker } from 'node:worker_threads';
import { bundleFolder } from '../package-folder.ts';
import { compileScss, createSassLoader } from './scss-job.ts';
import type { ScssFiles, ScssJob, ScssOutcome } from './scss-types.ts';
import {
  BUILD,
  COMPILER,
  type EndReason,
  LOAD_TIME,
  type ScssChannel,
  send,
  type ToBuild,
  waitForMessage,
} from './scss-messages.ts';

/** Runs jobs, one after another. */
export type RunScss = (job: ScssJob, files: ScssFiles) => ScssOutcome;

/** The limits of the stylesheets of a site. */
export interface ScssThreadOptions {
  /** How long one may take, in milliseconds. */
  readonly time?: number | undefined;
  /** How large the heap of one may be, in megabytes. */
  readonly memory?: number;
  /** Whether the thread waits for later stylesheets, as a server does. */
  readonly isServer?: boolean;
}

const defaults = { time: 10_000, memory: 512 } satisfies ScssThreadOptions;

/** How long the thread of a build and that of a server wait for another stylesheet, in milliseconds. */
const IDLE = { build: 2000, server: 600_000 } as const;

/** How long the guard may take to end a compilation, in milliseconds. */
const GRACE = 5000;

/** The compiled entry point of the threads. */
const SCRIPT = path.join(bundleFolder(), '..', 'scss-worker.js');

/** Why a compilation was ended, for the message. */
const REASONS = {
  time: ({ time }) => `it takes longer than ${time / 1000} seconds`,
  memory: ({ memory }) => `it takes more than ${memory} MB of heap`,
  thread: () => 'its thread has ended',
} satisfies Record<EndReason, (limits: typeof defaults) => string>;

/**
 * Creates the function that runs the jobs of a site. The threads start with the first one. From sources that are not
 * compiled, jobs run here, without limits.
 */
export function createScssThread(options: ScssThreadOptions = {}, script = SCRIPT): RunScss {
  if (!existsSync(script)) {
    const load = createSassLoader();
    return (job, files) => compileScss(job, files, load);
  }
  const limits = { time: options.time ?? defaults.time, memory: options.memory ?? defaults.memory };
  const idle = options.isServer === true ? IDLE.server : IDLE.build;
  let threads: Threads | undefined;
  return (job, files) => {
    // Threads that have waited for too long have ended.
    if (threads && hasEnded(threads)) threads = undefined;
    threads ??= startThreads(script, { memory: limits.memory, idle });
    const outcome = run(threads, { job, files, time: limits.time });
    if (typeof outcome !== 'string') return outcome;
    void threads.guard.terminate();
    threads = undefined;
    return { warnings: [], failure: REASONS[outcome](limits) };
  };
}

/** The guard, and how to speak with it and with its compiler. */
interface Threads {
  readonly guard: Worker;
  readonly counters: Int32Array;
  /** Messages of the guard and of the compiler. */
  readonly ports: readonly MessagePort[];
  readonly compilerPort: MessagePort;
}

function startThreads(script: string, limits: ScssChannel['limits']): Threads {
  const compiler = new MessageChannel();
  const guard = new MessageChannel();
  const counters = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const workerData: ScssChannel = { counters, port: compiler.port2, guardPort: guard.port2, limits };
  const worker = new Worker(script, { workerData, transferList: [compiler.port2, guard.port2] });
  // The build ends without a word to its threads.
  worker.unref();
  worker.on('error', () => undefined);
  return { guard: worker, counters, ports: [guard.port1, compiler.port1], compilerPort: compiler.port1 };
}

const hasEnded = ({ ports, counters }: Threads): boolean =>
  (waitForMessage(ports, counters, BUILD, 0)?.message as ToBuild | undefined)?.kind === 'ended';

interface Run {
  readonly job: ScssJob;
  readonly files: ScssFiles;
  readonly time: number;
}

/** Runs a job, and answers the compiler's questions about files. */
function run(
  { guard, counters, ports, compilerPort }: Threads,
  { job, files, time }: Run,
): ScssOutcome | EndReason {
  guard.postMessage({ job: plainJob(job), time }, []);
  const end = performance.now() + LOAD_TIME + time + GRACE;
  for (;;) {
    const found = waitForMessage(ports, counters, BUILD, end - performance.now());
    if (!found) return 'time';
    const message = found.message as ToBuild;
    if (message.kind === 'done') return message.outcome;
    if (message.kind === 'ended') return message.reason;
    const answer = message.kind === 'find' ? files.find(message.path) : files.read(message.path);
    send(compilerPort, answer, counters, COMPILER);
  }
}

/** Variables of a stylesheet are texts to Sass; dates among them can't be sent as they are. */
function plainJob(job: ScssJob): ScssJob {
  const vars = Object.fromEntries(
    Object.entries(job.options.vars).map(([name, value]) => [name, String(value)]),
  );
  return { ...job, options: { ...job.options, vars } };
}

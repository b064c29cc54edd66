/**
 * The entry point of the threads of Sass. The guard starts the compiler, which loads Sass, and ends it when a stylesheet
 * takes too long or too much of the heap: Sass itself has no limits, and a thread that compiles hears nothing.
 */
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compileScss, createSassLoader, type LoadSass } from './scss-job.ts';
import type { ScssFiles } from './scss-types.ts';
import {
  BUILD,
  COMPILER,
  type EndReason,
  LOAD_TIME,
  type ScssChannel,
  send,
  type TimedJob,
  type ToBuild,
  waitForMessage,
} from './scss-messages.ts';

/** The compiler's messages to the guard. */
type ToGuard = 'loaded' | 'finished';

/** Starts the compiler, and passes jobs to it until it has to be ended. */
function runGuard(channel: ScssChannel): void {
  const { counters, port, guardPort, limits } = channel;
  // With --max-old-space-size, in NODE_OPTIONS for example, V8 would use its value in place of the thread's limit. Heaps
  // that exist already keep their size.
  setFlagsFromString('--max-old-space-size=0');
  const compiler = new Worker(new URL(import.meta.url), {
    workerData: { counters, port },
    transferList: [port],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  let timer: NodeJS.Timeout | undefined;
  const end = (reason: EndReason): void => {
    const message: ToBuild = { kind: 'ended', reason };
    send(guardPort, message, counters, BUILD);
    // This thread is the guard, not the process; the compiler ends with it.
    process.exit();
  };
  const waitForJob = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, limits.idle, 'thread');
  };
  compiler.on('error', (error: NodeJS.ErrnoException) =>
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'thread'),
  );
  compiler.on('exit', () => end('thread'));
  let limit = 0;
  const setLimit = (time: number): void => {
    clearTimeout(timer);
    timer = setTimeout(end, time, 'time');
  };
  compiler.on('message', (message: ToGuard) => (message === 'loaded' ? setLimit(limit) : waitForJob()));
  parentPort?.on('message', ({ job, time }: TimedJob) => {
    limit = time;
    setLimit(time + LOAD_TIME);
    compiler.postMessage(job, []);
  });
  waitForJob();
}

/** Compiles jobs; files of the site are read by the build, which knows mounts and themes. */
function runCompiler({ counters, port }: Pick<ScssChannel, 'counters' | 'port'>): void {
  const ask = (kind: 'find' | 'read') => (path: string) => {
    send(port, { kind, path } satisfies ToBuild, counters, BUILD);
    return waitForMessage([port], counters, COMPILER)?.message as string | undefined;
  };
  const files: ScssFiles = { find: ask('find'), read: ask('read') };
  const tell = (message: ToGuard): void => parentPort?.postMessage(message, []);
  const loader = createSassLoader();
  const load: LoadSass = (folder) => {
    const sass = loader(folder);
    tell('loaded');
    return sass;
  };
  parentPort?.on('message', (job: TimedJob['job']) => {
    const outcome = compileScss(job, files, load);
    send(port, { kind: 'done', outcome } satisfies ToBuild, counters, BUILD);
    tell('finished');
  });
}

if (!isMainThread) {
  const channel = workerData as ScssChannel;
  if ('guardPort' in channel) runGuard(channel);
  else runCompiler(channel);
}

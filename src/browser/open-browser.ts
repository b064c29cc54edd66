/** Starts a browser, and ends it whatever happens. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { findBrowser } from './find-browser.ts';
import { formatLimit, limits as defaultLimits, type Limits, withLimit } from './limits.ts';
import { loadPlaywright } from './load-packages.ts';

/** A browser that is running. */
export interface OpenBrowser {
  readonly limits: Limits;
  /** Opens a window that shares nothing with others. */
  newContext(this: void, options: BrowserContextOptions): Promise<BrowserContext>;
  /** Waits for work; rejects with a `DeckError` when the browser ends before. */
  whileRunning<T>(this: void, work: Promise<T>): Promise<T>;
  /** Ends the browser. A process that does not end is killed. */
  close(): Promise<void>;
}

/** How a browser is started. */
export interface BrowserOptions {
  /** The folder of the site, whose packages are used. */
  readonly root: string;
  /** The executable; by default, one is searched. */
  readonly executable?: string;
  /** Whether decks may reach other hosts; by default, they reach only this machine. */
  readonly isOnline?: boolean;
  readonly limits?: Partial<Limits>;
}

/** No other host is reached, whether by name, by address or through a proxy. */
const OFFLINE_FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
];

/**
 * The browser itself requests nothing. Text is drawn in the same way on every machine, and large images are in the first
 * picture of their slide: browsers draw a page before they are decoded.
 */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-checker-imaging',
];

/**
 * Starts the browser of the author.
 * @throws {DeckError} if there is none, and if it does not start
 */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const executable = options.executable ?? findBrowser();
  const limits = { ...defaultLimits, ...options.limits };
  const { stopped, stop } = createStop();
  const ignoreSignals = onSignal((signal) => stop(interruption(signal)));
  const browser = await untilStarted(launch(executable, options, limits), stopped, limits).catch(
    (error: unknown) => {
      ignoreSignals();
      throw error;
    },
  );
  const pid = await readProcessId(browser);
  let isClosing = false;
  browser.on('disconnected', () => {
    if (!isClosing) stop(failure('browser-stopped', `${executable} has stopped before the work was done`));
  });
  return {
    limits,
    newContext: (contextOptions) => whileRunning(browser.newContext(contextOptions), stopped),
    whileRunning: (work) => whileRunning(work, stopped),
    async close() {
      isClosing = true;
      const late = (): Error => new Error('the browser does not close');
      await withLimit(browser.close(), limits.close, late).catch(() => kill(pid));
      ignoreSignals();
    },
  };
}

/** Waits for a browser to start; one that is not wanted any more is closed when it has started. */
async function untilStarted(
  starting: Promise<Browser>,
  stopped: Promise<never>,
  { close }: Limits,
): Promise<Browser> {
  const started = await Promise.race([starting, stopped.catch((error: unknown) => ({ error }))]);
  if (!('error' in started)) return started;
  const closed = starting.then((browser) => browser.close());
  await withLimit(closed, close, () => new Error('the browser does not start')).catch(() => undefined);
  throw started.error;
}

interface Stop {
  /** Rejects when the browser ends, or when the user ends the command. */
  readonly stopped: Promise<never>;
  readonly stop: (error: Error) => void;
}

function createStop(): Stop {
  let stop: Stop['stop'] = () => undefined;
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  // Nobody may be waiting for the browser at that moment.
  stopped.catch(() => undefined);
  return { stopped, stop: (error) => stop(error) };
}

/** How long the end of the browser may take to be known after that of its pages, in milliseconds. */
const END_LIMIT = 1000;

async function whileRunning<T>(work: Promise<T>, stopped: Promise<never>): Promise<T> {
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stopped]);
  } catch (error) {
    // A page ends with its browser, and may be the first to say so.
    const isEnd = error instanceof Error && /has been closed|Target closed|crashed/.test(error.message);
    if (isEnd) await withLimit(stopped, END_LIMIT, () => error);
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Handles the first signal to end; the next one ends the process, and with it the browser. Returns how to stop. */
function onSignal(handle: (signal: NodeJS.Signals) => void): () => void {
  const listener = (signal: NodeJS.Signals): void => {
    remove();
    handle(signal);
  };
  const remove = (): void => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return remove;
}

const interruption = (signal: string): DeckError =>
  new DeckError([
    createDiagnostic({
      code: 'browser-interrupted',
      message: `interrupted by ${signal}; the browser is closed`,
      hint: 'Run the command again for the whole result.',
    }),
  ]);

/** A failure of the browser, which is no mistake of the author. */
function failure(code: 'browser-stopped' | 'browser-start-failed', message: string): DeckError {
  const hint =
    'Run the command again; if it fails again, update the browser, or set CHROME_PATH to another one. Systems that run out of RAM end browsers, too.';
  return new DeckError([createDiagnostic({ code, message, hint })]);
}

async function launch(
  executable: string,
  { root, isOnline = false }: BrowserOptions,
  limits: Limits,
): Promise<Browser> {
  const { chromium } = await loadPlaywright(root);
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath: executable,
      args: isOnline ? FLAGS : [...OFFLINE_FLAGS, ...FLAGS],
      chromiumSandbox,
      timeout: limits.start,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium refuses to start as root with its sandbox, as in the containers of CI.
  const isSandboxed = process.getuid?.() !== 0;
  try {
    return await start(isSandboxed);
  } catch (error) {
    // Some containers have no sandbox for other users either.
    const message = error instanceof Error ? error.message : String(error);
    if (isSandboxed && /no usable sandbox|sandbox_host|namespace/i.test(message))
      return start(false).catch((again: unknown) => {
        throw startFailure(executable, again);
      });
    throw startFailure(executable, error);
  }
}

function startFailure(executable: string, error: unknown): DeckError {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n');
  // A program that hangs at its start may not notice that nobody listens any more.
  const [, launched] = /launched\S* pid=(\d+)/.exec(text) ?? [];
  if (launched !== undefined) kill(Number(launched));
  // The first line names a function of Playwright; the browser's own words come later.
  const own = lines.find((line) => /\[err\].*(?:error|FATAL|fail|not found)/i.test(line));
  const [, code] = /exitCode=(\d+)/.exec(text) ?? [];
  const end = code === undefined ? undefined : `it ends with exit code ${code}`;
  const [, limit] = /Timeout (\d+)ms exceeded/.exec(text) ?? [];
  const late = limit === undefined ? undefined : `no answer after ${formatLimit(Number(limit))}`;
  const reason = own?.replace(/^.*\[err\]\s*/, '') ?? end ?? late ?? lines[0] ?? '';
  return failure('browser-start-failed', `${executable} does not start: ${reason.trim()}`);
}

async function readProcessId(browser: Browser): Promise<number | undefined> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.find(({ type }) => type === 'browser')?.id;
  } catch {
    // Only needed to kill a browser that does not close.
    return undefined;
  }
}

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    // The process has ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

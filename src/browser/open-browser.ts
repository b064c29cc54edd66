/** Starts a browser, and ends it whatever happens. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { createDiagnostic, DeckError } from '../diagnostics.ts';
import { findBrowser } from './find-browser.ts';
import { limits as defaultLimits, type Limits, withLimit } from './limits.ts';
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
  readonly limits?: Partial<Limits>;
}

/**
 * Flags: no other host is reached, whether by name, by address or through a proxy, and the browser itself requests
 * nothing. Text is drawn in the same way on every machine.
 */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts the browser of the author.
 * @throws {DeckError} if there is none, and if it does not start
 */
export async function openBrowser(options: BrowserOptions): Promise<OpenBrowser> {
  const executable = options.executable ?? findBrowser();
  const limits = { ...defaultLimits, ...options.limits };
  const browser = await launch(executable, options.root, limits);
  const pid = await readProcessId(browser);
  let isClosing = false;
  let fail: (error: Error) => void;
  const stopped = new Promise<never>((_, reject) => (fail = reject));
  stopped.catch(() => undefined);
  browser.on('disconnected', () => {
    if (!isClosing) fail(failure('browser-stopped', `${executable} has stopped before the work was done`));
  });
  const whileRunning = <T>(work: Promise<T>): Promise<T> => {
    work.catch(() => undefined);
    return Promise.race([work, stopped]);
  };
  return {
    limits,
    newContext: (contextOptions) => whileRunning(browser.newContext(contextOptions)),
    whileRunning,
    async close() {
      isClosing = true;
      await withLimit(browser.close(), limits.close, () => new Error('the browser does not close')).catch(
        () => kill(pid),
      );
    },
  };
}

/** A failure of the browser, which is no mistake of the author. */
function failure(code: 'browser-stopped' | 'browser-start-failed', message: string): DeckError {
  const hint =
    'Run the command again; if it fails again, update the browser, or set CHROME_PATH to another one. Systems that run out of RAM end browsers, too.';
  return new DeckError([createDiagnostic({ code, message, hint })]);
}

async function launch(executable: string, root: string, limits: Limits): Promise<Browser> {
  const { chromium } = await loadPlaywright(root);
  const start = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath: executable,
      args: FLAGS,
      chromiumSandbox,
      timeout: limits.start,
    });
  try {
    // Chromium refuses to start as root with its sandbox, as in the containers of CI.
    return await start(process.getuid?.() !== 0);
  } catch (error) {
    // Some containers have no sandbox for other users either.
    const message = error instanceof Error ? error.message : String(error);
    if (/no usable sandbox|sandbox_host|namespace/i.test(message))
      return start(false).catch((again: unknown) => {
        throw startFailure(executable, again);
      });
    throw startFailure(executable, error);
  }
}

function startFailure(executable: string, error: unknown): DeckError {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  // The first line names a function of Playwright; the browser's own words come later.
  const own = lines.find((line) => /\[err\].*(?:error|FATAL|fail|not found)/i.test(line));
  const reason = (own?.replace(/^.*\[err\]\s*/, '') ?? lines[0] ?? '').trim();
  return failure('browser-start-failed', `${executable} does not start: ${reason}`);
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

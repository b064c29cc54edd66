/**
 * What happens when the system allows no more watches or open files: the server starts again with a watcher that polls,
 * and says so once.
 */
import type { Logger } from 'vite';

/** Matches the errors of a watcher that has reached a limit, as Vite logs them. */
const LIMIT_RE = /file watcher error: .*\b(ENOSPC|EMFILE)\b/s;

/** What to do for each error. */
const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: 'raise fs.inotify.max_user_watches with sysctl',
  EMFILE: 'raise the number of open files with ulimit -n, or fs.inotify.max_user_instances with sysctl',
};

/** How often files are looked at, in milliseconds. */
const INTERVAL = 300;

/** The limit of watches, of one server and those that it starts again as. */
export class WatchLimits {
  #polls = false;
  #restart: (() => void) | undefined;

  /** The settings of the watcher. */
  settings(): { readonly usePolling?: true; readonly interval?: number } {
    return this.#polls ? { usePolling: true, interval: INTERVAL } : {};
  }

  /** Sets how the server is started again; called at once if the limit has been reached already. */
  started(restart: () => void): void {
    if (this.#polls && !this.#restart) restart();
    this.#restart = restart;
  }

  /** A logger for Vite, which logs these errors once and in our words. */
  logger(logger: Logger): Logger {
    const error: Logger['error'] = (message, options) => {
      const [, code = ''] = LIMIT_RE.exec(message) ?? [];
      if (code === '') logger.error(message, options);
      else if (!this.#polls) {
        this.#polls = true;
        const text = `the system has no more watches (${code}), so files are polled every ${INTERVAL} ms; ${HINTS[code]}`;
        logger.warn(text, { timestamp: true });
        this.#restart?.();
      }
    };
    return Object.assign(Object.create(logger) as Logger, { error });
  }
}

/** The log of a server whose logger is not loaded yet. */
import type { Logger } from 'vite';
import type { Log } from './problems.ts';

/** Writes texts to Vite's logger, with their time. They wait until there is one. */
export class LateLog implements Log {
  #logger: Pick<Logger, 'warn' | 'error'> | undefined;
  #waiting: (readonly [type: 'warn' | 'error', text: string])[] = [];

  warn(text: string): void {
    this.#write('warn', text);
  }

  error(text: string): void {
    this.#write('error', text);
  }

  /** Sets the logger, and writes what has been waiting for it. */
  start(logger: Pick<Logger, 'warn' | 'error'>): void {
    this.#logger = logger;
    for (const [type, text] of this.#waiting.splice(0)) this.#write(type, text);
  }

  #write(type: 'warn' | 'error', text: string): void {
    if (this.#logger) this.#logger[type](text, { timestamp: true });
    else this.#waiting.push([type, text]);
  }
}

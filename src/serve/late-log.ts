/** The log of a server whose logger is not loaded yet. */
import type { Logger } from 'vite';
import type { Log } from './problems.ts';

type Level = keyof Log;

/** Writes texts to Vite's logger, with their time. They wait until there is one. */
export class LateLog implements Log {
  #logger: Pick<Logger, Level> | undefined;
  #waiting: (readonly [type: Level, text: string])[] = [];

  info(text: string): void {
    this.#write('info', text);
  }

  warn(text: string): void {
    this.#write('warn', text);
  }

  error(text: string): void {
    this.#write('error', text);
  }

  /** Sets the logger, and writes what has been waiting for it. */
  start(logger: Pick<Logger, Level>): void {
    this.#logger = logger;
    for (const [type, text] of this.#waiting.splice(0)) this.#write(type, text);
  }

  #write(type: Level, text: string): void {
    if (this.#logger) this.#logger[type](text, { timestamp: true });
    else this.#waiting.push([type, text]);
  }
}

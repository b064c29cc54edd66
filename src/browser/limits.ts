/** Limits of time for work that waits for a browser. */

/** Limits in milliseconds. A test may lower them. */
export interface Limits {
  /** For the browser to start. */
  readonly start: number;
  /** For the page of a deck to arrive. */
  readonly load: number;
  /** For a deck to be ready after its page has arrived. */
  readonly ready: number;
  /** For one slide with all of its steps. */
  readonly slide: number;
  /** For pages and the browser to close; then the process is killed. */
  readonly close: number;
}

export const limits = {
  start: 30_000,
  load: 30_000,
  ready: 30_000,
  slide: 60_000,
  close: 5000,
} satisfies Limits;

/** Waits for work, but not longer than a limit: rejects with the error that `createError` returns. */
export async function withLimit<T>(
  work: Promise<T>,
  milliseconds: number,
  createError: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(createError()), milliseconds);
  });
  // The work may fail after the limit, when nobody waits for it any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Formats a limit for messages: `30 s`. */
export const formatLimit = (milliseconds: number): string => `${milliseconds / 1000} s`;

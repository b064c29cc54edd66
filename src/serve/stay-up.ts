/** Keeps the process of a server alive: one mistake, of ours or of a package, must not end it in the middle of a talk. */

/** The events of errors that nothing has handled. Without a listener they end the process. */
const EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/** The part of a process that is needed. */
export interface ErrorSource {
  on(event: (typeof EVENTS)[number], listener: (error: unknown) => void): unknown;
}

/** Errors of connections and terminals that were closed. Logging them could fail in the same way, without end. */
const CLOSED = new Set<unknown>(['EPIPE', 'EIO', 'ECONNRESET']);

/** Logs errors that nothing has handled, each as one line, and goes on. */
export function stayUp(log: (line: string) => void, source: ErrorSource = process): void {
  for (const event of EVENTS)
    source.on(event, (error) => {
      if (!isClosed(error)) log(`unexpected error, the server goes on: ${readMessage(error)}`);
    });
}

/** The first line of what was thrown, which may be anything. */
function readMessage(error: unknown): string {
  try {
    return String(error).split('\n', 1)[0] ?? '';
  } catch {
    return 'an unknown error';
  }
}

const isClosed = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CLOSED.has(error.code);

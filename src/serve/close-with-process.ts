/** Closes a server when its process is to end. */

/** The exit code of a process that SIGTERM has ended, if no other one is set. */
const TERMINATED = 128 + 15;

/**
 * Closes a server on SIGTERM, and ends the process.
 * @returns stops listening to the signal
 */
export function closeWithProcess(close: () => Promise<void>): () => void {
  const end = (): void => {
    process.exitCode ??= TERMINATED;
    void close().finally(() => process.exit());
  };
  process.once('SIGTERM', end);
  return () => void process.off('SIGTERM', end);
}

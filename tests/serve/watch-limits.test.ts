import { createLogger } from 'vite';
import { expect, test } from 'vitest';
import { WatchLimits } from '../../src/serve/watch-limits.ts';

/** A server without more watches, and what it has logged and done. */
function createServer() {
  const logged: string[] = [];
  const log = (text: string): void => void logged.push(text);
  const limits = new WatchLimits();
  const logger = limits.logger({ ...createLogger(), warn: log, error: log });
  const fail = (code: string): void =>
    logger.error(`file watcher error: ${code}: system limit reached, watch '/site'`);
  return { limits, logger, logged, fail };
}

test.each([
  ['ENOSPC', 'fs.inotify.max_user_watches'],
  ['EMFILE', 'ulimit -n'],
])('after %s the server polls, and says so once with what to do', (code, hint) => {
  const { limits, logged, fail } = createServer();
  let restarts = 0;
  limits.started(() => restarts++);
  expect(limits.settings()).toEqual({});
  for (let n = 0; n < 10; n++) fail(code);
  limits.started(() => restarts++);
  expect(restarts).toBe(1);
  expect(logged).toEqual([
    expect.stringMatching(new RegExp(`^[^\n]*${code}[^\n]*polled[^\n]*${hint}[^\n]*$`)),
  ]);
  expect(limits.settings()).toMatchObject({ usePolling: true });
});

test('a limit that is reached before the server has started restarts it once it has', () => {
  const { limits, fail } = createServer();
  let restarts = 0;
  fail('ENOSPC');
  for (let n = 0; n < 2; n++) limits.started(() => restarts++);
  expect(restarts).toBe(1);
});

test('other errors are logged as they are', () => {
  const { limits, logger, logged, fail } = createServer();
  fail('EACCES');
  logger.error('ENOSPC in a template');
  expect(logged).toEqual([expect.stringContaining('EACCES'), 'ENOSPC in a template']);
  expect(limits.settings()).toEqual({});
});

import { describe, expect, test } from 'vitest';
import { createTerminal } from '../../src/command/terminal.ts';

/** A terminal, or a pipe, and what has arrived there. */
function open(env: Record<string, string> = {}, isTTY = true) {
  const written = { stdout: '', stderr: '' };
  const terminal = createTerminal({
    stdout: { isTTY, write: (text) => (written.stdout += text) },
    stderr: { isTTY, write: (text) => (written.stderr += text) },
    env,
  });
  return { terminal, written };
}

describe('colours', () => {
  const isColoured = (env: Record<string, string>, isTTY: boolean): boolean =>
    open(env, isTTY).terminal.paint('red', 'x') !== 'x';

  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ CI: 'true' }, true, false],
    [{ CI: 'false' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', CI: 'true' }, false, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
  ])('with %j, on a terminal: %s', (env, isTTY, expected) => {
    expect(isColoured(env, isTTY)).toBe(expected);
  });

  test('are those of the terminal', () => {
    expect(open().terminal.paint('red', 'x')).toBe('\u001B[31mx\u001B[39m');
  });
});

describe('progress', () => {
  test('is one line, which goes before anything else is printed', () => {
    const { terminal, written } = open({ NO_COLOR: '1' });
    terminal.progress('reading');
    terminal.progress('writing');
    terminal.warn('careful');
    terminal.print('done');
    terminal.progress('');
    const clear = '\r\u001B[2K';
    expect(written).toEqual({
      stdout: 'done\n',
      stderr: `reading${clear}writing${clear}careful\n`,
    });
  });

  test.each([
    [{}, false],
    [{ CI: '1' }, true],
    [{ TERM: 'dumb' }, true],
  ])('is not shown with %j, on a terminal: %s', (env, isTTY) => {
    const { terminal, written } = open(env, isTTY);
    terminal.progress('reading');
    terminal.print('done');
    expect(written).toEqual({ stdout: 'done\n', stderr: '' });
  });
});

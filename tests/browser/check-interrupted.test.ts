/** The command check is ended half-way: it says so, and leaves neither a process nor a folder. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useBrowserPath } from '../support/browser-path.ts';
import { useCommand } from '../support/command.ts';
import { descendantsOf, hasProcesses, type RunningProcess, stillRunning } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();
const command = useCommand();

/** A deck whose check takes long. */
const source = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
${Array.from({ length: 300 }, (_, n) => `# Slide ${n}\n\n{{% fragment %}}One{{% /fragment %}}`).join('\n\n---\n\n')}
`);

interface Running {
  readonly check: ChildProcess;
  readonly profiles: string;
  readonly stderr: () => string;
  readonly processes: readonly RunningProcess[];
}

/** Starts a check, and waits until it has a page open. */
async function startCheck(): Promise<Running> {
  const profiles = temporaryFolder();
  const check = command.start(['check', '--only', 'overflow'], { cwd: source, env: { TMPDIR: profiles } });
  let text = '';
  check.stderr?.on('data', (part: Buffer) => (text += part.toString()));
  const pages = (): readonly RunningProcess[] =>
    descendantsOf(check.pid ?? 0).filter(({ args }) => args.includes('--type=renderer'));
  await expect.poll(() => pages().length, { timeout: 60_000 }).toBeGreaterThan(0);
  return { check, profiles, stderr: () => text, processes: descendantsOf(check.pid ?? 0) };
}

describe.runIf(hasProcesses)('a check that is ended', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s: exit code 130', async (signal) => {
    const { check, profiles, stderr, processes } = await startCheck();
    check.kill(signal);
    const [code] = (await once(check, 'exit')) as [number | null];
    expect(stderr()).toContain(
      `error browser-interrupted\ninterrupted by ${signal}; the browser is closed\n`,
    );
    expect(code).toBe(130);
    await expect.poll(() => stillRunning(processes)).toEqual([]);
    expect(readdirSync(profiles)).toEqual([]);
  });

  test('by SIGINT while the browser starts', async () => {
    const profiles = temporaryFolder();
    const check = command.start(['check', '--only', 'overflow'], { cwd: source, env: { TMPDIR: profiles } });
    await expect.poll(() => readdirSync(profiles), { timeout: 60_000 }).not.toEqual([]);
    const processes = descendantsOf(check.pid ?? 0);
    check.kill('SIGINT');
    const [code] = (await once(check, 'exit')) as [number | null];
    expect(code).toBe(130);
    await expect.poll(() => stillRunning(processes)).toEqual([]);
    expect(readdirSync(profiles)).toEqual([]);
  });

  test('by two signals, without waiting for the browser', async () => {
    const { check, processes } = await startCheck();
    check.kill('SIGINT');
    check.kill('SIGTERM');
    await once(check, 'exit');
    await expect.poll(() => stillRunning(processes)).toEqual([]);
  });

  test('by SIGKILL: the browser ends, too', async () => {
    const { check, processes } = await startCheck();
    check.kill('SIGKILL');
    await once(check, 'exit');
    await expect.poll(() => stillRunning(processes)).toEqual([]);
  });
});

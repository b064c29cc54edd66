/** The command as a user runs it: compiled, in a process of its own. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What it runs in. */
export interface Around {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Command {
  /** Runs it to its end. */
  run(args: readonly string[], around: Around): Ended;
  /** Starts it, for servers; whoever does so kills it. */
  start(args: readonly string[], around: Around): ChildProcess & { readonly printed: () => string };
}

/** Compiles it for the tests of one file. */
export function useCommand(): Command {
  // Below our own folder, because the command looks for its package above itself.
  const built = path.join(ROOT, 'node_modules', '.cache', `deckwright-cli-${randomUUID()}`);
  const words = (args: readonly string[]): string[] => [path.join(built, 'cli.js'), ...args];
  beforeAll(() => {
    execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', built], { cwd: ROOT });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));
  return {
    run(args, { cwd, env }) {
      const { status, stdout, stderr } = spawnSync(process.execPath, words(args), {
        cwd,
        encoding: 'utf8',
        env: environment(env),
      });
      return { status, stdout, stderr };
    },
    start(args, { cwd, env }) {
      const started = spawn(process.execPath, words(args), { cwd, env: environment(env) });
      let printed = '';
      started.stdout.on('data', (part: Buffer) => (printed += part.toString()));
      return Object.assign(started, { printed: () => printed });
    },
  };
}

function environment(env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...rest } = process.env;
  return { ...rest, ...env };
}

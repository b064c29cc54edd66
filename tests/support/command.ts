/** The command as a user runs it: compiled, in a process of its own. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** How a process ended. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What it runs in. */
export interface CommandEnvironment {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Command {
  /** Runs it to its end. */
  run(args: readonly string[], around: CommandEnvironment): CommandResult;
  /** Starts it, for servers; whoever does so kills it. */
  start(
    args: readonly string[],
    around: CommandEnvironment,
  ): ChildProcess & { readonly printed: () => string };
}

/** Where the compiled commands are: below our own folder, because the command looks for its package above itself. */
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'deckwright-cli');

/** What the command is compiled from. */
const SOURCES = ['src', 'package.json', 'vite.config.ts'];

/** Compiles it once for all tests of these sources. */
export function useCommand(): Command {
  const built = path.join(CACHE, hashOf(SOURCES));
  const words = (args: readonly string[]): string[] => [path.join(built, 'cli.js'), ...args];
  beforeAll(() => {
    if (existsSync(built)) return;
    const draft = path.join(CACHE, `draft-${randomUUID()}`);
    const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', draft], { cwd: ROOT });
    forgetOlder();
    try {
      renameSync(draft, built);
    } catch {
      // Another worker was quicker.
      rmSync(draft, { recursive: true });
    }
  });
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

/** A name for the contents of files and folders. */
function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  const read = (file: string): void => {
    if (statSync(file).isDirectory())
      for (const name of readdirSync(file).sort()) read(path.join(file, name));
    else hash.update(file).update(readFileSync(file));
  };
  for (const source of sources) read(path.join(ROOT, source));
  return hash.digest('hex').slice(0, 24);
}

/** In milliseconds. */
const HOUR = 3_600_000;

/** Deletes what was compiled from other sources, unless somebody may be using it still. */
function forgetOlder(): void {
  for (const name of readdirSync(CACHE)) {
    const folder = path.join(CACHE, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > HOUR) rmSync(folder, { recursive: true, force: true });
  }
}

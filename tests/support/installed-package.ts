/** deckwright as a user has it: packed, and installed from the tarball into a folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, inject, vi } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Packing compiles all of it, and npm may wait for a slow line. In milliseconds. */
const TIMEOUT = 600_000;

/** What a command said. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which deckwright is installed. */
export interface InstalledPackage {
  /** Absolute. */
  readonly folder: string;
  /** Whether npm has installed it. Where the registry can't be reached, the dependencies of the checkout stand in. */
  readonly isFromRegistry: boolean;
  /** Runs the command in the folder. */
  deckwright(...args: string[]): CommandResult;
}

/** Installs the tarball before the tests of a file: with npm, or with the dependencies of the checkout, which is quicker. */
export function useInstalledPackage(from: 'registry' | 'checkout'): InstalledPackage {
  const folder = temporaryFolder();
  const tarball = path.join(inject('packed'), 'deckwright.tgz');
  let isFromRegistry = false;
  beforeAll(async () => {
    await waitForTarball(tarball);
    writeFileSync(
      path.join(folder, 'package.json'),
      '{ "name": "user", "private": true, "type": "module" }\n',
    );
    isFromRegistry = from === 'registry' && isRegistryThere(folder);
    if (isFromRegistry)
      run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball], folder);
    else linkDependencies(tarball, folder);
  }, TIMEOUT);
  return {
    folder,
    get isFromRegistry() {
      return isFromRegistry;
    },
    deckwright: (...args) =>
      spawnSync(process.execPath, [commandIn(folder), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      }),
  };
}

async function waitForTarball(tarball: string): Promise<void> {
  const failed = path.join(path.dirname(tarball), 'failed.txt');
  await vi.waitUntil(() => existsSync(tarball) || existsSync(failed), { timeout: TIMEOUT, interval: 100 });
  if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
}

/** The file behind the command. */
export function commandIn(folder: string): string {
  return path.join(folder, 'node_modules', 'deckwright', 'bin', 'deckwright.js');
}

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function isRegistryThere(cwd: string): boolean {
  const args = ['view', 'vite', 'version', '--fetch-retries=0', '--fetch-timeout=15000'];
  return spawnSync('npm', args, { cwd, stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
}

function linkDependencies(tarball: string, folder: string): void {
  const modules = path.join(folder, 'node_modules');
  const own = path.join(modules, 'deckwright');
  mkdirSync(own, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', own, '--strip-components=1'], folder);
  const { dependencies } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies))
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(modules, name), 'junction');
}

/** The names of the packages in a folder's node_modules, those inside of others too. */
export function packagesIn(folder: string): readonly string[] {
  const modules = path.join(folder, 'node_modules');
  const names = (place: string): readonly string[] => {
    try {
      return readdirSync(place).filter((name) => !name.startsWith('.'));
    } catch {
      return [];
    }
  };
  const found = names(modules).flatMap((name) =>
    name.startsWith('@') ? names(path.join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return found.flatMap((name) => [name, ...packagesIn(path.join(modules, name))]);
}

/** What a folder takes on the disk, in bytes. */
export function sumSizes(file: string): number {
  const found = lstatSync(file);
  // Not every system counts in blocks.
  const own = Math.max((found.blocks ?? 0) * 512, found.size);
  if (!found.isDirectory()) return own;
  return readdirSync(file).reduce((sum, name) => sum + sumSizes(path.join(file, name)), own);
}

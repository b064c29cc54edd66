/** deckwright as a user has it: packed, and installed from the tarball into a folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Packing compiles all of it, and npm may wait for a slow line. In milliseconds. */
const PATIENCE = 600_000;

/** What a command said. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder in which deckwright is installed. */
export interface InstalledPackage {
  /** Absolute. */
  readonly folder: string;
  readonly tarball: string;
  /** Whether npm has installed it. Where the registry can't be reached, the dependencies of the checkout stand in. */
  readonly isFromRegistry: boolean;
  /** Runs the command in the folder. */
  deckwright(...args: string[]): Said;
}

/** What the package is not made of, or what is made anew. */
const LEFT_OUT = new Set(['.git', 'content', 'dist', 'manual', 'node_modules', 'public', 'static', 'tests']);

/** Packs and installs, before the tests of a file: with npm, or with the dependencies of the checkout, which is quicker. */
export function useInstalledPackage(from: 'registry' | 'checkout'): InstalledPackage {
  const folder = temporaryFolder();
  const packed = temporaryFolder();
  const copy = temporaryFolder();
  let tarball = '';
  let isFromRegistry = false;
  beforeAll(() => {
    // Of a copy, because packing compiles into a folder that somebody may be using.
    for (const name of readdirSync(ROOT).filter((one) => !LEFT_OUT.has(one)))
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    run('npm', ['pack', '--silent', '--pack-destination', packed], copy);
    tarball = path.join(packed, readdirSync(packed)[0] ?? '');
    writeFileSync(
      path.join(folder, 'package.json'),
      '{ "name": "user", "private": true, "type": "module" }\n',
    );
    isFromRegistry = from === 'registry' && isRegistryThere(folder);
    if (isFromRegistry)
      run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball], folder);
    else linkDependencies(tarball, folder);
  }, PATIENCE);
  return {
    folder,
    get tarball() {
      return tarball;
    },
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
export function sizeOf(place: string): number {
  const found = lstatSync(place);
  // Not every system counts in blocks.
  const own = Math.max((found.blocks ?? 0) * 512, found.size);
  if (!found.isDirectory()) return own;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), own);
}

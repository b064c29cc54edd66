/**
 * The processes that work on a destination, and whether they still run. The number of a process is not enough: it is given
 * away again, and every machine and container has its own.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import { isSystemError } from './refusal.ts';

/** The processes of a build, and where they run. */
export interface Owner {
  readonly host: string;
  /** The id of the boot of the system, and of the container in it; empty where the system has none. */
  readonly boot: string;
  readonly container: string;
  /** When the processes were named; in milliseconds since 1970. */
  readonly namedAt: number;
  readonly processes: readonly OwnerProcess[];
}

interface OwnerProcess {
  readonly id: number;
  /** When it started, in ticks since the boot; empty where that is unknown. */
  readonly start: string;
}

/** What the system says about itself and its processes. */
export interface OwnerSystem extends Pick<Owner, 'host' | 'boot' | 'container'> {
  /** When the system was booted; in milliseconds since 1970. */
  readonly bootedAt: number;
  readonly find: (id: number) => FoundProcess | undefined;
}

/** A running process. At most one of the times is known. */
export interface FoundProcess {
  readonly start?: string;
  /** In milliseconds since 1970, to the second. */
  readonly startedAt?: number;
}

/** `unknown` if the processes run in another machine or container, or did. */
export type OwnerState = 'running' | 'ended' | 'unknown';

/** Describes processes of this system. */
export function createOwner(processes: readonly number[], system = currentSystem()): Owner {
  const { host, boot, container } = system;
  const started = processes.map((id) => ({ id, start: system.find(id)?.start ?? '' }));
  return { host, boot, container, namedAt: Date.now(), processes: started };
}

/** Reads the description of an owner; `undefined` if a text is none. */
export function parseOwner(text: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(text);
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Finds out whether any process of an owner still runs. */
export function readState(owner: Owner, system = currentSystem()): OwnerState {
  const isSameBoot = owner.boot === system.boot && (owner.boot !== '' || owner.host === system.host);
  if (isSameBoot && owner.container === system.container) {
    const isRunning = owner.processes.some((one) => isSame(one, owner, system.find(one.id)));
    return isRunning ? 'running' : 'ended';
  }
  // Two machines may have one name, but then one has named its processes after the other was booted.
  const isRebooted = !isSameBoot && owner.host === system.host && owner.namedAt < system.bootedAt;
  return isRebooted ? 'ended' : 'unknown';
}

/** The times of the system and of its processes may differ by this; in milliseconds. */
const TOLERANCE = 2000;

function isSame({ start }: OwnerProcess, { namedAt }: Owner, found: FoundProcess | undefined): boolean {
  if (!found) return false;
  if (start !== '' && found.start !== undefined) return found.start === start;
  return found.startedAt === undefined || found.startedAt <= namedAt + TOLERANCE;
}

/** Names the processes of an owner for an author. */
export const describeOwner = ({ host, processes }: Owner): string =>
  `process ${processes.map(({ id }) => id).join(', ')} on ${host}`;

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { host, boot, container, namedAt, processes } = value as Partial<Readonly<Record<string, unknown>>>;
  return (
    [host, boot, container].every((one) => typeof one === 'string') &&
    typeof namedAt === 'number' &&
    Array.isArray(processes) &&
    processes.every(isOwnerProcess)
  );
}

function isOwnerProcess(value: unknown): value is OwnerProcess {
  if (typeof value !== 'object' || value === null) return false;
  const { id, start } = value as Partial<Readonly<Record<string, unknown>>>;
  return Number.isSafeInteger(id) && Number(id) > 0 && typeof start === 'string';
}

function currentSystem(): OwnerSystem {
  return {
    host: os.hostname(),
    boot: readSystem(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '',
    container: readSystem(() => readlinkSync('/proc/self/ns/pid')) ?? '',
    bootedAt: Date.now() - os.uptime() * 1000,
    find: findProcess,
  };
}

/** Reads what only Linux has. */
function readSystem(read: () => string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Finds a running process. One that has ended, and whose parent does not know it yet, does not run. */
function findProcess(id: number): FoundProcess | undefined {
  if (!exists(id)) return undefined;
  const stat = readSystem(() => readFileSync(`/proc/${id}/stat`, 'utf8'));
  if (stat === undefined) return findWithPs(id);
  // The name of the program, in parentheses, may have spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = '', start] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return undefined;
  return start === undefined ? {} : { start };
}

function exists(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // The process exists, but belongs to another user.
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Where there is no `ps`, as on Windows, a process of the same number is taken for the same one. */
function findWithPs(id: number): FoundProcess {
  if (process.platform === 'win32') return {};
  const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } } as const;
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(id)], options);
  const startedAt = Date.parse(stdout ?? '');
  return Number.isNaN(startedAt) ? {} : { startedAt };
}

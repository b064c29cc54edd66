/** The processes of this machine, where the system lists them as files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether processes can be listed here. */
export const hasProcesses = existsSync('/proc/self/cmdline');

/** A process that is running. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Its arguments, with a null character after each. */
  readonly args: string;
}

/** The processes whose arguments have a text, by their ids. */
export const processesWith = (text: string): readonly number[] =>
  listProcesses()
    .filter(({ args }) => args.includes(text))
    .map(({ pid }) => pid);

/** The processes that a process has started, and those that these have started. */
export function descendantsOf(pid: number): readonly RunningProcess[] {
  const all = listProcesses();
  const below = (parent: number): readonly RunningProcess[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Those of some processes that are running. */
export function stillRunning(processes: readonly RunningProcess[]): readonly RunningProcess[] {
  const all = listProcesses();
  return processes.filter(({ pid, args }) => all.some((one) => one.pid === pid && one.args === args));
}

/** Lists all processes that have not ended; those that nobody has waited for yet have no arguments. */
function listProcesses(): readonly RunningProcess[] {
  const names = hasProcesses ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return names.flatMap((name) => {
    try {
      const args = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program is in brackets, and may have spaces.
      const [, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return args === '' ? [] : [{ pid: Number(name), parent: Number(parent), args }];
    } catch {
      // It has ended in the meantime.
      return [];
    }
  });
}

/** The files of a site as a revision of git has them, in a folder of their own. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDiagnostic, DeckError } from '../../diagnostics.ts';

/** A revision whose files are on the disk. */
export interface Revision {
  /** The folder of the site at that revision; `undefined` if it did not have one. */
  readonly folder: string | undefined;
  /** The short hash of its commit. */
  readonly hash: string;
  /** The first line of its message. */
  readonly subject: string;
  /** Removes the files. */
  remove(): void;
}

/** A large site has many files, whose names are listed. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/**
 * Writes the files of a revision to a temporary folder. The repository, its index and its work tree are not changed.
 * Packages and submodules are those of today: git does not have them.
 * @param root the folder of the site today
 * @throws {DeckError} if there is no git, if the site is in no repository, and if there is no such revision
 */
export function readRevision(root: string, ref: string): Revision {
  const site = realpathSync(root);
  const top = realpathSync(run(site, ['rev-parse', '--show-toplevel'], () => noRepository(root)).trim());
  const commit = run(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], () =>
    unknownRevision(ref, top),
  ).trim();
  const [hash = '', subject = ''] = run(top, ['log', '-1', '--format=%h%n%s', commit]).split('\n');
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'deckwright-diff-')));
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    checkOut(top, commit, folder);
    const place = path.join(folder, path.relative(top, site));
    if (existsSync(place)) addPackages(top, site, place);
    return { folder: existsSync(place) ? place : undefined, hash, subject, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Writes all files of a commit, with an index of its own. */
function checkOut(top: string, commit: string, folder: string): void {
  const index = path.join(folder, '.index');
  const env = { ...process.env, GIT_INDEX_FILE: index };
  run(top, ['read-tree', commit], undefined, env);
  run(top, ['checkout-index', '--all', '--force', `--prefix=${folder}${path.sep}`], undefined, env);
  const entries = run(top, ['ls-files', '--stage', '-z'], undefined, env).split('\0');
  rmSync(index, { force: true });
  for (const entry of entries) {
    const [, file] = /^160000 [^\t]*\t(.+)$/s.exec(entry) ?? [];
    if (file !== undefined) copyToday(path.join(top, file), path.join(folder, file));
  }
}

/** Copies a submodule as it is today, such as a theme. */
function copyToday(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, filter: (file) => path.basename(file) !== '.git' });
}

/** Makes the packages that are installed in the site, and above it in the repository, those of the revision. */
function addPackages(top: string, site: string, place: string): void {
  for (let today = site, then = place; ; today = path.dirname(today), then = path.dirname(then)) {
    const packages = path.join(today, 'node_modules');
    const target = path.join(then, 'node_modules');
    if (existsSync(packages) && !lstatSync(target, { throwIfNoEntry: false }))
      symlinkSync(realpathSync(packages), target, 'junction');
    if (today === top || today === path.dirname(today)) return;
  }
}

function run(
  folder: string,
  args: readonly string[],
  onFailure?: () => DeckError,
  env: NodeJS.ProcessEnv = process.env,
): string {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      env,
      maxBuffer: MAX_OUTPUT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { readonly stderr?: string };
    if (failure.code === 'ENOENT') throw noGit();
    const [reason = ''] = (failure.stderr ?? '').trim().split('\n');
    throw onFailure?.() ?? gitFailed(args, reason);
  }
}

const failure = (message: string, hint: string): DeckError =>
  new DeckError([createDiagnostic({ code: 'revision-unknown', message, hint })]);

const noGit = (): DeckError =>
  failure('git is not installed', 'Install git: diff reads the former state of the site from it.');

const noRepository = (root: string): DeckError =>
  failure(
    `${root} is in no git repository`,
    'Run diff in a site that git keeps, or name its folder with --source.',
  );

const gitFailed = ([command = '']: readonly string[], reason: string): DeckError =>
  failure(`git ${command} has failed: ${reason}`, 'Look at the repository with git status.');

function unknownRevision(ref: string, top: string): DeckError {
  const isShallow = run(top, ['rev-parse', '--is-shallow-repository']).trim() === 'true';
  return failure(
    `there is no revision "${ref}"`,
    isShallow
      ? 'The repository was cloned without its history: run git fetch --unshallow, or set fetch-depth: 0 in the workflow.'
      : 'Use a branch, a tag, a commit, or HEAD for what was committed last. git log --oneline shows the commits.',
  );
}

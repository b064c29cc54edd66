/** Reads states of a site from git, without a change to its repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DeckError } from '../../../src/diagnostics.ts';
import { readRevision } from '../../../src/export/diff/revision.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A repository with a function that runs git in it. */
function createRepository(): {
  readonly folder: string;
  git(this: void, ...args: readonly string[]): string;
} {
  const folder = temporaryFolder();
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...identity, '-c', 'protocol.file.allow=always', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '-q', '-b', 'main');
  return { folder, git };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function commit(
  { folder, git }: ReturnType<typeof createRepository>,
  files: Readonly<Record<string, string>>,
): void {
  write(folder, files);
  git('add', '-A');
  git('commit', '-q', '-m', 'A state\n\nWith more words.');
}

test('the files of a commit, in a folder of the repository, with the packages of today', () => {
  const repository = createRepository();
  const { folder, git } = repository;
  commit(repository, {
    'talks/content/_index.md': 'old',
    'talks/.gitignore': 'node_modules',
    'other.txt': 'a',
  });
  commit(repository, { 'talks/content/_index.md': 'new' });
  write(folder, { 'talks/content/_index.md': 'today', 'talks/node_modules/a/package.json': '{}' });
  const status = git('status', '--porcelain');
  const revision = readRevision(path.join(folder, 'talks'), 'HEAD~1');
  const site = revision.folder ?? '';
  expect(readFileSync(path.join(site, 'content', '_index.md'), 'utf8')).toBe('old');
  expect(existsSync(path.join(site, 'node_modules', 'a', 'package.json'))).toBe(true);
  expect([revision.hash, revision.subject]).toEqual([
    git('rev-parse', '--short', 'HEAD~1').trim(),
    'A state',
  ]);
  revision.remove();
  expect(existsSync(site)).toBe(false);
  // Not even the packages, to which there was a link.
  expect(readdirSync(path.join(folder, 'talks', 'node_modules'))).toEqual(['a']);
  expect(git('status', '--porcelain')).toBe(status);
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test('a site that was not there yet', () => {
  const repository = createRepository();
  commit(repository, { 'README.md': 'a' });
  write(repository.folder, { 'talks/hugo.toml': '' });
  const revision = readRevision(path.join(repository.folder, 'talks'), 'main');
  expect(revision.folder).toBeUndefined();
  revision.remove();
});

test('a theme that is a submodule', () => {
  const theme = createRepository();
  commit(theme, { 'theme.toml': 'name = "a"' });
  const repository = createRepository();
  commit(repository, { 'hugo.toml': '' });
  repository.git('submodule', '--quiet', 'add', theme.folder, 'themes/a');
  commit(repository, { 'hugo.toml': 'theme = "a"' });
  const revision = readRevision(repository.folder, 'HEAD');
  expect(readdirSync(path.join(revision.folder ?? '', 'themes', 'a'))).toEqual(['theme.toml']);
  revision.remove();
});

function failureOf(folder: string, ref: string): string {
  try {
    readRevision(folder, ref).remove();
    return '';
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    return error.diagnostics.map(({ code, message, hint }) => `${code}: ${message}. ${hint}`).join('\n');
  }
}

test('what is no revision, and no repository', () => {
  const repository = createRepository();
  commit(repository, { 'hugo.toml': '' });
  for (const ref of ['nowhere', '--all', '', 'HEAD:hugo.toml'])
    expect(failureOf(repository.folder, ref)).toContain(`revision-unknown: there is no revision "${ref}".`);
  const clone = temporaryFolder();
  commit(repository, { 'hugo.toml': 'a' });
  repository.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, path.join(clone, 'shallow'));
  expect(failureOf(path.join(clone, 'shallow'), 'HEAD~1')).toContain('fetch-depth: 0');
  rmSync(path.join(repository.folder, '.git'), { recursive: true });
  expect(failureOf(repository.folder, 'HEAD')).toContain('is in no git repository');
});

test('without git, that is said', () => {
  const before = process.env['PATH'];
  process.env['PATH'] = temporaryFolder();
  try {
    expect(failureOf(temporaryFolder(), 'HEAD')).toBe(
      'revision-unknown: git is not installed. Install git: diff reads the former state of the site from it.',
    );
  } finally {
    process.env['PATH'] = before;
  }
});

/** The words behind `new`, by the function, by the command and by `npm create`. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createNew } from '../../src/new/new.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

test.each([
  [
    [],
    'new-unknown',
    'new needs the kind of thing to create',
    'Write deckwright new site DIR or deckwright new deck NAME.',
  ],
  [
    ['dekc', 'a'],
    'new-unknown',
    'unknown kind "dekc" after new',
    'Did you mean "deck"? Write deckwright new site DIR or deckwright new deck NAME.',
  ],
  [['toString'], 'new-unknown', 'unknown kind "toString" after new', 'Write '],
  [
    ['site'],
    'new-name-missing',
    'new site needs the folder of the site',
    'Write deckwright new site my-talks.',
  ],
  [
    ['deck', ' '],
    'new-name-missing',
    'new deck needs the name of the deck',
    'Write deckwright new deck my-talk.',
  ],
  [
    ['deck', 'My', 'Talk'],
    'new-words-many',
    'unexpected argument "Talk" after new deck My',
    'Use one name: deckwright new deck my-talk. Put quotes around a name with spaces.',
  ],
])('%j is not understood', (words, code, message, hint) => {
  expect(() => createNew(words)).toThrow(`error ${code}\n${message}\nhint: ${hint}`);
});

test('npm create deckwright is new site, and the command makes decks in it', () => {
  const folder = temporaryFolder();
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  // On Windows, only an administrator makes links, or anybody in developer mode.
  symlinkSync(ROOT, path.join(modules, 'deckwright'));
  cpSync(path.join(ROOT, 'create-deckwright'), path.join(modules, 'create-deckwright'), { recursive: true });
  const run = (script: string, ...words: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [path.join(modules, script), ...words], { cwd: folder, encoding: 'utf8' });

  const made = run('create-deckwright/create-deckwright.js', 'my-talks');
  expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: '' });
  expect(made.stdout).toContain('\n\nNext:\n  cd my-talks\n  npm install\n');
  expect(existsSync(path.join(folder, 'my-talks/content/_index.md'))).toBe(true);

  const again = run('create-deckwright/create-deckwright.js', 'my-talks');
  expect({ status: again.status, stdout: again.stdout }).toEqual({ status: 1, stdout: '' });
  expect(again.stderr).toMatch(/^error files-exist\n/);

  const deck = run(
    'deckwright/bin/deckwright.js',
    'new',
    'deck',
    'a',
    '--source',
    'my-talks',
    '--kind',
    'default',
  );
  expect({ status: deck.status, stderr: deck.stderr }).toEqual({ status: 0, stderr: '' });
  expect(deck.stdout).toBe('Created content/a/_index.md. Its address is /a/\n\nNext:\n  npm run dev\n');
});

test('create-deckwright brings the version that it was made with', () => {
  const packageOf = (folder: string) =>
    JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as {
      version: string;
      dependencies: Record<string, string>;
    };
  const { version } = packageOf('.');
  expect(packageOf('create-deckwright')).toMatchObject({ version, dependencies: { deckwright: version } });
});

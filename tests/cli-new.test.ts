/** `deckwright new` as it is typed. What is written, and by which archetype, is in tests/new/. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CommandResult, useCommand } from './support/command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const command = useCommand();
const deckwright = (...args: string[]): CommandResult => command.run(args, { cwd: temporaryFolder() });

test('a site, then a deck in it, and both are built', () => {
  const site = path.join(temporaryFolder(), 'my-talks');
  const begun = deckwright('new', 'site', site);
  expect({ status: begun.status, stderr: begun.stderr }).toEqual({ status: 0, stderr: '' });
  expect(begun.stdout).toContain('content/_index.md');
  expect(begun.stdout).toContain('npm run dev');
  const added = deckwright('new', 'deck', 'talks/boats', '--source', site, '--quiet');
  expect(added).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(path.join(site, 'content/talks/boats/_index.md'), 'utf8')).toContain('Boats');
  expect(deckwright('build', '--source', site, '--strict').stdout).toMatch(/^2 decks, /);
  const again = deckwright('new', 'site', site);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain('content/_index.md');
});

test.each([
  [['new'], 'new needs the kind of thing to create'],
  [['new', 'sit', 'x'], 'Did you mean "site"?'],
  [['new', 'deck'], 'new deck needs the name of the deck'],
  [['new', 'deck', 'a', 'b'], 'unexpected argument "b" after new deck a'],
])('%s is a usage error', (args, message) => {
  const { status, stdout, stderr } = deckwright(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain('See deckwright help new.');
});

test('a kind without an archetype is told, and nothing is written', () => {
  const site = path.join(temporaryFolder(), 'site');
  deckwright('new', 'site', site, '--quiet');
  const { status, stderr } = deckwright('new', 'deck', 'boats', '-s', site, '--kind', 'nope');
  expect(status).toBe(1);
  expect(stderr).toContain('nope');
  expect(existsSync(path.join(site, 'content/boats'))).toBe(false);
});

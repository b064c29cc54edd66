/** `doctor`, `help` and `version` as a user runs them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CommandResult, useCommand } from './support/command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { writeSite } from './support/write-site.ts';

const command = useCommand();
const elsewhere = temporaryFolder();
const deckwright = (...args: string[]): CommandResult => command.run(args, { cwd: elsewhere });

test('doctor says what a site is made of, sums it up, and writes nothing', () => {
  const folder = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n');
  const { status, stdout, stderr } = deckwright('doctor', folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Site\n {2}configuration {2}none\n/);
  expect(stdout).toMatch(/\n1 deck, 1 slide: builds; .*, 0 warnings\n$/);
  expect(readdirSync(folder, { recursive: true })).toEqual(['content', path.join('content', '_index.md')]);
});

test('doctor looks for the files of decks too, and gives exit code 1 where a build would fail', () => {
  const broken = writeSite(
    '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[reveal_hugo]\ncustom_theme = "gone.css"\n+++\n# A\n',
  );
  expect(deckwright('doctor', broken).status).toBe(0);
  expect(deckwright('doctor', broken, '--panicOnWarning').status).toBe(1);
  const { status, stdout, stderr } = deckwright('doctor', '--source', broken, '--strict', '--json');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    builds: false,
    decks: [{ path: 'index.html', theme: 'gone.css' }],
    findings: [{ code: 'style-missing', severity: 'warning', count: 1 }],
  });
});

test('doctor says where there is no site', () => {
  const { status, stdout, stderr } = deckwright('doctor', 'gone', '--json');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^error source-missing\n/);
});

test('help is short without a command, and long with one', () => {
  for (const args of [[], ['help'], ['--help'], ['-h']]) {
    const { status, stdout } = deckwright(...args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^deckwright COMMAND \[flags\]\n/);
  }
  const long = deckwright('help', 'build').stdout;
  expect(long).toMatch(/^deckwright build: build the site\n/);
  expect(deckwright('build', '--help', '--minify').stdout).toBe(long);
});

test('the version stands alone', () => {
  for (const word of ['version', '--version', '-v'])
    expect(deckwright(word)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('colours are for those who ask for them, where nobody watches', () => {
  const args = ['help', 'build'];
  const coloured = command.run(args, { cwd: elsewhere, env: { FORCE_COLOR: '1' } }).stdout;
  expect(coloured).toContain('\u001B[1mUsage\u001B[22m');
  const plain = command.run(args, { cwd: elsewhere, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout;
  expect(plain).toBe(deckwright(...args).stdout);
  const { stderr } = command.run(['build'], { cwd: elsewhere, env: { FORCE_COLOR: '1' } });
  expect(stderr).toContain('\u001B[31merror\u001B[39m \u001B[1mno-deck\u001B[22m\n');
});

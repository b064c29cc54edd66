import { expect, test } from 'vitest';
import { commands } from '../../src/command/commands.ts';
import { formatFlag } from '../../src/command/flags.ts';
import { longHelp, shortHelp } from '../../src/command/help.ts';
import { readArguments } from '../../src/command/read-arguments.ts';

const plain = (_look: string, text: string): string => text;

test('in short: a line for each command, and the exit codes', () => {
  const lines = shortHelp(commands, plain).split('\n');
  for (const name of Object.keys(commands))
    expect(lines.filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
  expect(lines).toContain('  dev      start the dev server with live reload (also: server, serve)');
  expect(lines.at(-1)).toBe(
    'Exit codes: 0 success, 1 the site has errors, 2 invalid command or flag, 70 a bug in deckwright.',
  );
  expect(lines.length).toBeLessThan(20);
});

test.each(Object.entries(commands))('at length: %s with its own flags, and examples', (name, command) => {
  const text = longHelp(name, command, plain);
  const shown = [...text.matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)/gm)].map(([, flag]) => flag);
  expect(shown).toEqual([...command.flags, 'help', 'version', 'debug']);
  expect(text).toContain(`\nUsage\n  deckwright ${name}`);
  expect(text).toContain('\nExit codes\n  0   success\n  1   ');
});

test('a flag is shown with its short name, and with what its value is', () => {
  const text = longHelp('dev', commands['dev']!, plain);
  expect(text).toMatch(/^ {2}-p, --port N +port to listen on/m);
  expect(text).toMatch(/^ {6}--bind ADDRESS +address to listen on/m);
  expect(text).toMatch(/^ {2}-D, --buildDrafts +include drafts$/m);
});

test.each(Object.entries(commands))('the examples of %s can be typed', (name, { examples }) => {
  expect(examples.length).toBeGreaterThan(0);
  for (const [line] of examples) {
    const invocation = readArguments(line.split(' '), commands);
    expect(invocation.name).toBe(name);
  }
});

test('no two flags of a command have the same short name', () => {
  for (const { flags } of Object.values(commands)) {
    const shorts = flags.flatMap((flag) => formatFlag(flag).short ?? []);
    expect(new Set(shorts).size).toBe(shorts.length);
  }
});

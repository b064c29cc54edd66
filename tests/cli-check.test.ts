/** `check` as a user runs it, as far as no browser is needed. */
import { expect, test } from 'vitest';
import { type CommandResult, useCommand } from './support/command.ts';
import { writeSite } from './support/write-site.ts';

const command = useCommand();
const site = writeSite(`
-- content/_index.md --
+++
outputs = ["Reveal"]
+++
# Hello
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
+++
# Talk
`);
const check = (...args: string[]): CommandResult =>
  command.run(['check', ...args], { cwd: site, env: { CHROME_PATH: '/no/such/browser' } });

test('no browser: exit code 3', () => {
  const { status, stderr } = check();
  expect(status).toBe(3);
  expect(stderr).toMatch(
    /^error browser-missing\nCHROME_PATH is \/no\/such\/browser, which does not exist\n/,
  );
});

test('no browser, for programs: one line of JSON for the problem, one for the result', () => {
  const { status, stdout } = check('--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(status).toBe(3);
  expect(lines).toMatchObject([
    { type: 'diagnostic', code: 'browser-missing' },
    { type: 'result', command: 'check', ok: false },
  ]);
});

test('a deck that does not exist is reported before anything else: exit code 1', () => {
  const { status, stderr } = check('tak');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error deck-unknown\nthere is no deck named "tak"\nhint: Did you mean \/talk\/\? /);
});

test('a check that does not exist', () => {
  const { status, stderr } = check('--only', 'overflw');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error rule-unknown\nthere is no check named "overflw"\nhint: Did you mean overflow\?/,
  );
});

test.each([
  [['--viewport', 'large'], '--viewport: "large" is no list of sizes: use 1280x720, or 1280x720,390x844.'],
  [['--format', 'xml'], '"xml" is no format of findings: use text, github, sarif.'],
  [['--min-font', 'small'], '--min-font: "small" is no size in pixels: use a number such as 18.'],
  [['--update-baseline'], '--update-baseline needs --baseline FILE.'],
])('%j is no way to call it: exit code 2', (args, message) => {
  const { status, stderr } = check(...args);
  expect(status).toBe(2);
  expect(stderr).toBe(`${message}\nSee deckwright help check.\n`);
});

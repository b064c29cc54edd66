/** `export` and `shot` as a user types them, as far as no browser is needed. */
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
`);
const run = (...args: string[]): CommandResult =>
  command.run(args, { cwd: site, env: { CHROME_PATH: '/no/such/browser' } });

test.each([
  [['export'], /^export needs a format\. There are: pdf, /],
  [['export', 'pfd'], /^there is no format "pfd"\. Did you mean pdf\? There are: pdf, /],
  [['export', 'png', '--notes', 'below'], /^export png has no flag --notes\./],
  [['export', 'pdf', '--notes', 'above'], /^--notes: "above" is no place for notes: /],
  [['export', 'handout', '--per-page', '5'], /^--per-page: "5" is no number of slides for a page: /],
  [['export', 'handout', '--paper', 'a3'], /^--paper: "a3" is no paper: use a4 or letter/],
  [['export', 'handout', '--notes', 'annotations'], /^annotations are for a PDF: /],
  [['export', 'pdf', '--paper', 'a4'], /^export pdf has no flag --paper\./],
  [['export', 'pdf', '--range', '-'], /^--range .*|^--range: "-" is no list of slides/],
  [['export', 'png', '--size', '0'], /^--size: "0" is no whole number from 1 to /],
  [['shot', 'talk'], /^"talk" names no slide: use DECK#3, DECK#3\.2 or DECK#id\./],
])('%j is a mistake', (args, message) => {
  const { status, stderr } = run(...args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test.each([[['export', 'pdf']], [['shot', '/#1']]])('%j without a browser: exit code 3', (args) => {
  const { status, stderr } = run(...args);
  expect([status, stderr]).toEqual([
    3,
    expect.stringMatching(
      /^error browser-missing\nCHROME_PATH is \/no\/such\/browser, which does not exist\n/,
    ),
  ]);
});

test('for machines, a diagnostic and a result', () => {
  const { stdout } = run('export', 'pdf', '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toEqual([
    expect.objectContaining({ type: 'diagnostic', code: 'browser-missing' }),
    { type: 'result', command: 'export', ok: false },
  ]);
});

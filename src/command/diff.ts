/** The command `diff`. */
import type { DiffResult } from '../export/diff/diff.ts';
import { type Command, type CommandInput, type ExitCode, UsageError } from './command.ts';
import { exportOptions } from './export.ts';
import { pageFlags, siteFlags, type Values } from './flags.ts';
import { diagnosticLine, diagnosticText, resultLine } from './report.ts';
import { shownPath } from './summary.ts';
import type { Terminal } from './terminal.ts';

export const diffCommand: Command = {
  about: 'show what has changed on the slides since a revision of git',
  usage: ['diff REF [DECK…] [flags]'],
  flags: [...siteFlags, ...pageFlags, 'output', 'steps', 'fail-on', 'quiet', 'verbose', 'json'],
  maxWords: Infinity,
  more: [
    'Builds the site of that revision and that of today, pairs their slides, and writes a page with pictures (index.html) and a summary for a pull request (summary.md) to deck-diff/, or to the folder of --output.',
    'Needs git, and playwright-core: npm install --save-dev playwright-core',
  ],
  examples: [
    ['diff HEAD', 'what you have changed since the last commit'],
    ['diff main talks/boats -o changes', 'one deck, against the branch main'],
    ['diff v1.0 --fail-on change', 'exit with 1 if a slide is not as it was'],
  ],
  run: runDiff,
};

async function runDiff({ values, words, terminal }: CommandInput): Promise<ExitCode> {
  const [ref, ...decks] = words;
  if (ref === undefined)
    throw new UsageError('diff needs a revision: a branch, a tag, a commit, or HEAD.', 'diff');
  const { exportDiff } = await import('../export/diff/diff.ts');
  const result = await exportDiff({
    ...exportOptions(values, terminal),
    ref,
    decks,
    steps: values.steps ?? false,
  });
  terminal.progress('');
  const isFailed = result.problems.length > 0 || (values['fail-on'] === 'change' && hasChanged(result));
  if (values.json) printLines(result, isFailed, terminal);
  else printText(result, values, terminal);
  return isFailed ? 1 : 0;
}

const hasChanged = ({ changes }: DiffResult): boolean => changes.some(({ kind }) => kind !== 'same');

function printText(
  { files, problems, summary, milliseconds }: DiffResult,
  { quiet }: Values,
  terminal: Terminal,
): void {
  const { print, warn, paintWarning } = terminal;
  for (const problem of problems) warn(`${diagnosticText(problem, paintWarning)}\n`);
  if (quiet) return;
  // The pictures are in the page.
  for (const { path } of files.filter(({ path }) => !path.endsWith('.png'))) print(shownPath(path));
  print(`${summary} (${(milliseconds / 1000).toFixed(1)} s)`);
}

function printLines(result: DiffResult, isFailed: boolean, { print }: Terminal): void {
  const { problems, changes, summary, files, slides, milliseconds } = result;
  for (const one of problems) print(diagnosticLine(one));
  const decks = changes.map(({ name, kind, same, changes }) => ({
    name,
    kind,
    same,
    slides: changes.map((change) => ({
      kind: change.kind,
      before: change.before?.number,
      after: change.after?.number,
      notes: change.hasOtherNotes,
    })),
  }));
  const more = { summary, decks, slides, files, problems: problems.length };
  print(resultLine('diff', !isFailed, { ...more, milliseconds: Math.round(milliseconds) }));
}

/** The command `export`. */
import path from 'node:path';
import { countOf } from '../count-of.ts';
import { nearestName } from '../diagnostics.ts';
import type { ExportOptions, ExportResult } from '../export/types.ts';
import { type Command, type CommandInput, type ExitCode, UsageError } from './command.ts';
import { commonFlags, exportFormats } from './export-formats.ts';
import { type FlagName, pageFlags, siteFlags, type Values } from './flags.ts';
import { diagnosticLine, diagnosticText, diagnosticTexts, resultLine } from './report.ts';
import { siteOptions } from './site-options.ts';
import { formatSize, shownPath } from './summary.ts';
import type { Terminal } from './terminal.ts';

/** Flags that some formats take. */
const formatFlags = [...new Set(Object.values(exportFormats).flatMap(({ flags }) => flags))];

const names = Object.keys(exportFormats);

export const exportCommand: Command = {
  about: `write decks as ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
  usage: ['export FORMAT [DECK…] [flags]'],
  flags: [...siteFlags, ...pageFlags, ...commonFlags, ...formatFlags, 'quiet', 'verbose', 'json'],
  maxWords: Infinity,
  more: [
    'Builds the site, opens the decks in Chromium, Chrome or Edge, and writes them as files. Writes nothing to the destination.',
    ...Object.entries(exportFormats).map(
      ([name, { about, flags }]) =>
        `${name.padEnd(8)} ${about}${flags.length > 0 ? ` (${flags.map((flag) => `--${flag}`).join(', ')})` : ''}`,
    ),
  ],
  examples: [
    ['export png talks/boats --size 1920', 'a picture of each slide, 1920 pixels wide, in talks-boats/'],
    ['export webp --all -o pictures', 'pictures of all decks, in a folder for each deck'],
    ['export handout talks/boats --per-page 4', 'four slides a page, with their notes'],
    ['export notes talks/boats -o notes.html', 'the speaker notes, as a page'],
    ['export html talks/boats --no-notes', 'one page to send, without the speaker notes'],
    ['export png talks/boats --range 1-5,intro --steps', 'every step of some slides'],
  ],
  run: runExport,
};

async function runExport({ values, words, terminal }: CommandInput): Promise<ExitCode> {
  const [name, ...decks] = words;
  const format = readFormat(name, values);
  const options: ExportOptions = {
    ...exportOptions(values, terminal),
    decks,
    all: values.all ?? false,
    steps: values.steps ?? false,
    ...(values.range !== undefined && { range: values.range }),
  };
  return report('export', await format.run(options, values), { values, terminal });
}

/** Reads the options that `export` and `shot` share. */
export function exportOptions(values: Values, terminal: Terminal): ExportOptions {
  return {
    ...siteOptions(values),
    ...(values.output !== undefined && { output: values.output }),
    ...(!values.quiet && { onStep: (step: string) => terminal.progress(step) }),
  };
}

function readFormat(name: string | undefined, values: Values): (typeof exportFormats)[string] {
  const list = `There are: ${names.join(', ')}.`;
  if (name === undefined) throw new UsageError(`export needs a format. ${list}`, 'export');
  const format = Object.hasOwn(exportFormats, name) ? exportFormats[name] : undefined;
  const nearest = nearestName(name, names);
  const guess = nearest === undefined ? '' : `Did you mean ${nearest}? `;
  if (!format) throw new UsageError(`there is no format "${name}". ${guess}${list}`, 'export');
  const isOther = (flag: FlagName): boolean => values[flag] !== undefined && !format.flags.includes(flag);
  const other = formatFlags.find(isOther);
  if (other !== undefined) throw new UsageError(`export ${name} has no flag --${other}.`, 'export');
  return format;
}

/** Prints the result of an export. */
export function report(
  command: string,
  result: ExportResult,
  { values, terminal }: Pick<CommandInput, 'values' | 'terminal'>,
): ExitCode {
  terminal.progress('');
  if (values.json) printLines(command, result, terminal);
  else printText(result, values, terminal);
  return result.problems.length > 0 ? 1 : 0;
}

function printLines(command: string, result: ExportResult, { print }: Terminal): void {
  const { files, problems, warnings, milliseconds, ...counts } = result;
  for (const one of [...warnings, ...problems]) print(diagnosticLine(one));
  const more = { ...counts, files, problems: problems.length, warnings: warnings.length };
  print(resultLine(command, problems.length === 0, { ...more, milliseconds: Math.round(milliseconds) }));
}

function printText(result: ExportResult, { quiet, verbose }: Values, terminal: Terminal): void {
  const { print, warn, paintWarning } = terminal;
  const style = { isVerbose: verbose === true, paint: paintWarning };
  for (const text of diagnosticTexts(result.warnings, style)) warn(`${text}\n`);
  for (const problem of result.problems) warn(`${diagnosticText(problem, paintWarning)}\n`);
  if (!quiet) for (const line of summaryLines(result)) print(line);
}

/** How many files are named one by one. */
const NAMED = 12;

function summaryLines({ files, problems, slides, milliseconds }: ExportResult): readonly string[] {
  const folders = [...new Set(files.map(({ path: file }) => path.dirname(file)))];
  const lines = folders.flatMap((folder) => {
    const inFolder = files.filter(({ path: file }) => path.dirname(file) === folder);
    if (inFolder.length <= NAMED)
      return inFolder.map(({ path: file, bytes }) => `${shownPath(file)} (${formatSize(bytes)})`);
    return [`${countOf(inFolder.length, 'file')} in ${shownPath(folder)} (${formatSize(sum(inFolder))})`];
  });
  const failed = problems.length > 0 ? [countOf(problems.length, 'failure')] : [];
  const counts = [countOf(slides, 'slide'), countOf(files.length, 'file'), ...failed].join(', ');
  const policies = files.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
  const policyLines = policies.map((policy) => `Content-Security-Policy: ${policy}`);
  return [...lines, ...policyLines, `${counts} (${(milliseconds / 1000).toFixed(1)} s)`];
}

const sum = (files: ExportResult['files']): number => files.reduce((all, { bytes }) => all + bytes, 0);

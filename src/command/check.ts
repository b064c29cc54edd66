/** The command `check`. */
import path from 'node:path';
import type { CheckOptions, CheckResult } from '../check/check.ts';
import { formatGitHub } from '../check/formats/github.ts';
import { formatSarif } from '../check/formats/sarif.ts';
import { countOf } from '../count-of.ts';
import { type Command, type CommandInput, type ExitCode, UsageError } from './command.ts';
import { pageFlags, siteFlags, type Values } from './flags.ts';
import { diagnosticLine, diagnosticText, resultLine } from './report.ts';
import { siteOptions } from './site-options.ts';

const checkFlags = [
  'only',
  'min-font',
  'require-notes',
  'viewport',
  'baseline',
  'update-baseline',
  'shots',
] as const;

export const checkCommand: Command = {
  about: 'check decks in a browser: content that does not fit, contrast, images, errors',
  usage: ['check [DECK…] [flags]'],
  flags: [...siteFlags, ...pageFlags, ...checkFlags, 'format', 'json', 'quiet'],
  maxWords: Infinity,
  more: [
    'Builds the site, opens every deck in Chromium, Chrome or Edge, and goes through every step of every slide. Writes nothing to the destination.',
    'Needs playwright-core and axe-core: npm install --save-dev playwright-core axe-core',
  ],
  examples: [
    ['check', 'check all decks of the current folder'],
    ['check talks/boats --only overflow,contrast', 'one deck, two of the checks'],
    ['check --shots shots', 'with a picture of each finding'],
    ['check --baseline baseline.json --update-baseline', 'accept what is found today'],
    ['check --baseline baseline.json --format github', 'for CI: annotate what is new'],
  ],
  run: runCheck,
};

async function runCheck({ values, words, terminal }: CommandInput): Promise<ExitCode> {
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE.', 'check');
  const printFormat = PRINTERS[values.format ?? 'text'];
  if (!printFormat)
    throw new UsageError(
      `"${values.format}" is no format of findings: use ${Object.keys(PRINTERS).join(', ')}.`,
      'check',
    );
  const { check } = await import('../check/check.ts');
  const result = await check({
    ...checkOptions(values, words),
    onStep: (step) => terminal.progress(step),
  });
  terminal.progress('');
  const print = values.json ? printLines : printFormat;
  print(result, values, terminal);
  return result.findings.length + result.problems.length > 0 ? 1 : 0;
}

function checkOptions(values: Values, decks: readonly string[]): CheckOptions {
  const { only, shots, baseline, viewport, 'min-font': minFont } = values;
  return {
    ...siteOptions(values),
    decks,
    requireNotes: values['require-notes'] ?? false,
    updateBaseline: values['update-baseline'] ?? false,
    ...(only !== undefined && { only: readNames(only) }),
    ...(shots !== undefined && { shots }),
    ...(baseline !== undefined && { baseline }),
    ...(minFont !== undefined && { minFont: Number(minFont) }),
    ...(viewport !== undefined && { viewports: readViewports(viewport) }),
  };
}

/** Reads `overflow,contrast`. */
const readNames = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Reads `1280x720,390x844`, which the flag has checked. */
const readViewports = (text: string): NonNullable<CheckOptions['viewports']> =>
  text.split(',').map((size) => {
    const [width = 0, height = 0] = size.split('x').map(Number);
    return { width, height };
  });

type Print = (result: CheckResult, values: Values, terminal: CommandInput['terminal']) => void;

const PRINTERS: Readonly<Record<string, Print>> = {
  text: printText,
  github: ({ problems, findings }, values, { print }) => {
    for (const line of formatGitHub([...problems, ...findings], locateFiles(values))) print(line);
  },
  sarif: ({ problems, findings }, values, { print }) =>
    print(formatSarif([...problems, ...findings], locateFiles(values))),
};

/** Paths in the repository of a workflow, or else in the current folder. */
function locateFiles({ source = '.' }: Values): (file: string) => string {
  const repository = process.env['GITHUB_WORKSPACE'] ?? '.';
  return (file) => path.relative(repository, path.resolve(source, file)).split(path.sep).join('/');
}

function printText(
  result: CheckResult,
  { quiet }: Values,
  { print, warn, paint, paintWarning }: CommandInput['terminal'],
): void {
  for (const warning of result.warnings) warn(`${diagnosticText(warning, paintWarning)}\n`);
  for (const problem of result.problems) print(`${diagnosticText(problem, paint)}\n`);
  for (const finding of result.findings) {
    print(
      `${diagnosticText(finding, paint)}${finding.shot === undefined ? '' : `\npicture: ${finding.shot}`}\n`,
    );
  }
  if (!quiet) for (const line of summaryLines(result)) print(line);
}

function summaryLines(result: CheckResult): readonly string[] {
  const { decks, slides, findings, problems, unsure, known, gone, milliseconds } = result;
  const counts = [countOf(decks, 'deck'), countOf(slides, 'slide'), countOf(findings.length, 'finding')];
  if (problems.length > 0) counts.push(`${countOf(problems.length, 'deck')} not checked`);
  const places = [...new Set(unsure.map(({ deck, slide }) => `${deck} slide ${slide}`))];
  return [
    ...(places.length > 0 ? [`contrast on pictures is uncertain: look at ${places.join(', ')}`] : []),
    ...(known > 0 ? [`${countOf(known, 'finding')} of the baseline not reported`] : []),
    ...(gone > 0
      ? [`${countOf(gone, 'finding')} of the baseline gone: write it again with --update-baseline`]
      : []),
    `${counts.join(', ')} (${(milliseconds / 1000).toFixed(1)} s)`,
  ];
}

function printLines(result: CheckResult, _values: Values, { print }: CommandInput['terminal']): void {
  const { findings, problems, warnings, unsure, milliseconds, ...counts } = result;
  for (const one of [...warnings, ...problems, ...findings]) print(diagnosticLine(one));
  for (const one of unsure) print(JSON.stringify({ ...one, type: 'unsure' }));
  const more = { ...counts, findings: findings.length, unsure: unsure.length, warnings: warnings.length };
  const isGood = findings.length + problems.length === 0;
  print(resultLine('check', isGood, { ...more, milliseconds: Math.round(milliseconds) }));
}

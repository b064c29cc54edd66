/** The command `build`. */
import type { BuildResult, BuildStep } from '../bundle/build.ts';
import type { Command, CommandInput, ExitCode } from './command.ts';
import { pageFlags, pick, siteFlags } from './flags.ts';
import { diagnosticLine, resultLine, diagnosticTexts } from './report.ts';
import { siteOptions } from './site-options.ts';
import { countOf } from '../count-of.ts';
import { formatHidden, formatSkipped, formatSummary, shownPath } from './summary.ts';

const buildFlags = ['minify', 'cleanDestinationDir', 'gc', 'cacheDir', 'printUnusedTemplates'] as const;

export const buildCommand: Command = {
  about: 'build the site',
  usage: ['build [flags]'],
  flags: [...siteFlags, ...pageFlags, ...buildFlags, 'strict', 'panicOnWarning', 'quiet', 'verbose', 'json'],
  examples: [
    ['build', 'build the current folder into public/'],
    [
      'build -s talks -d talks/public -b https://you.github.io/talks/',
      'build another folder for the URL it is published at',
    ],
    ['build --minify --cleanDestinationDir --gc', 'for publishing: minified, with old files removed'],
    ['build --strict --printUnusedTemplates', 'for CI: fail on warnings and unused templates'],
    ['build --json', 'one line of JSON per diagnostic, then one for the result'],
  ],
  run: runBuild,
};

const STEPS: Readonly<Record<BuildStep, string>> = {
  read: 'reading the site',
  render: 'rendering decks',
  print: 'printing decks',
  bundle: 'bundling the client',
  write: 'writing',
  wait: 'waiting for another build with the same destination',
};

async function runBuild({ values, terminal }: CommandInput): Promise<ExitCode> {
  const { build } = await import('../export/printed/build.ts');
  const isForPeople = !values.json && !values.quiet;
  const result = await build({
    ...siteOptions(values),
    ...pick(values, buildFlags),
    ...(isForPeople && { onStep: (step: BuildStep) => terminal.progress(STEPS[step]) }),
    onLongWait: (notice) => terminal.warn(notice),
  });
  if (values.json) printForMachines(result, terminal);
  else {
    const style = { isVerbose: values.verbose === true, paint: terminal.paintWarning };
    for (const text of diagnosticTexts(result.warnings, style)) terminal.warn(`${text}\n`);
    if (isForPeople) for (const line of resultTexts(result)) terminal.print(line);
  }
  return 0;
}

function printForMachines({ warnings, ...more }: BuildResult, { print }: CommandInput['terminal']): void {
  for (const warning of warnings) print(diagnosticLine(warning));
  print(resultLine('build', true, { ...more, warnings: warnings.length }));
}

function resultTexts(result: BuildResult): readonly string[] {
  const { leftAlone, hidden, layoutDir, deleted, forgotten } = result;
  return [
    ...(leftAlone.length > 0 ? [formatSkipped(leftAlone.length, layoutDir)] : []),
    ...(hidden.length > 0 ? [formatHidden(hidden)] : []),
    ...(deleted.length > 0 ? [`${countOf(deleted.length, 'file')} of earlier builds deleted`] : []),
    ...(forgotten > 0 ? [`${countOf(forgotten, 'bundle')} deleted from the cache`] : []),
    formatSummary({ ...result, destination: shownPath(result.destination) }),
  ];
}

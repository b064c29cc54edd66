/** The entry point of the command line: the only file that prints errors and sets the exit code. */
import { UsageError } from './command/command.ts';
import { commands } from './command/commands.ts';
import { type Invocation, readArguments } from './command/read-arguments.ts';
import { diagnosticLine, diagnosticTexts, resultLine } from './command/report.ts';
import { createTerminal, type Terminal } from './command/terminal.ts';
import { DeckError } from './diagnostics.ts';

/** Exit codes; `command/help.ts` describes them. */
const SITE_HAS_ERRORS = 1;
const USAGE_ERROR = 2;
const NO_BROWSER = 3;
/** As shells say it: 128 and the number of SIGINT. */
const INTERRUPTED = 130;
/** `EX_SOFTWARE` of sysexits.h. */
const DEFECT = 70;

async function main(terminal: Terminal): Promise<void> {
  let invocation: Invocation | undefined;
  // A command that waits for what never comes has not succeeded.
  const onIdle = (): void => void (process.exitCode = DEFECT);
  process.once('beforeExit', onIdle);
  try {
    invocation = readArguments(process.argv.slice(2), commands);
    const { command, ...input } = invocation;
    process.exitCode = await command.run({ ...input, terminal });
  } catch (error) {
    terminal.progress('');
    process.exitCode = exitCodeOf(error);
    printFailure(error, terminal, invocation);
  } finally {
    process.off('beforeExit', onIdle);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return USAGE_ERROR;
  if (!(error instanceof DeckError)) return DEFECT;
  const codes = error.diagnostics.map(({ code }) => code);
  if (codes.includes('browser-interrupted')) return INTERRUPTED;
  return codes.some((code) => code.startsWith('browser-')) ? NO_BROWSER : SITE_HAS_ERRORS;
}

function printFailure(error: unknown, terminal: Terminal, invocation: Invocation | undefined): void {
  const isForMachines =
    ['build', 'check', 'export', 'shot'].includes(invocation?.name ?? '') && invocation?.values.json === true;
  if (error instanceof UsageError) {
    const more = error.command === undefined ? '' : ` ${error.command}`;
    terminal.warn(`${error.message}\nSee deckwright help${more}.`);
  } else if (!(error instanceof DeckError))
    terminal.warn(defectText(error, invocation?.values.debug === true));
  else if (isForMachines) for (const one of error.diagnostics) terminal.print(diagnosticLine(one));
  else terminal.warn(failureText(error, terminal, invocation?.values.verbose === true));
  if (!isForMachines || !invocation) return;
  const soundDecks = error instanceof DeckError ? error.soundDecks : undefined;
  terminal.print(resultLine(invocation.name, false, soundDecks && { soundDecks }));
}

function failureText(
  { diagnostics, summary }: DeckError,
  { paintWarning }: Terminal,
  isVerbose: boolean,
): string {
  const texts = diagnosticTexts(diagnostics, { isVerbose, paint: paintWarning });
  return [...texts, ...(summary === '' ? [] : [summary])].join('\n\n');
}

/** Reports a bug of deckwright in one line, or with --debug with its stack trace. */
function defectText(error: unknown, isDebug: boolean): string {
  const isTraced = isDebug || process.env['DEBUG'] !== undefined;
  if (isTraced && error instanceof Error) return error.stack ?? error.message;
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
  return `error internal ${message} (a bug in deckwright: report it with npm bugs deckwright, and the output with --debug)`;
}

void main(createTerminal(process));

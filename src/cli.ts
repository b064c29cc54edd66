#!/usr/bin/env node
/** The command line. The only file that prints errors and sets the exit code; all else is in `command/`. */
import { UsageError } from './command/command.ts';
import { commands } from './command/commands.ts';
import { type Invocation, readArguments } from './command/read-arguments.ts';
import { diagnosticLine, diagnosticText, resultLine } from './command/report.ts';
import { createTerminal, type Terminal } from './command/terminal.ts';
import { DeckError } from './diagnostics.ts';

/** What help says of them, in `command/help.ts`. */
const SITE_HAS_ERRORS = 1;
const NOT_UNDERSTOOD = 2;

async function main(terminal: Terminal): Promise<void> {
  let invocation: Invocation | undefined;
  try {
    invocation = readArguments(process.argv.slice(2), commands);
    const { command, ...input } = invocation;
    process.exitCode = await command.run({ ...input, terminal });
  } catch (error) {
    terminal.progress('');
    process.exitCode = error instanceof UsageError ? NOT_UNDERSTOOD : SITE_HAS_ERRORS;
    printFailure(error, terminal, invocation);
  }
}

function printFailure(error: unknown, terminal: Terminal, invocation: Invocation | undefined): void {
  const isForMachines = invocation?.name === 'build' && invocation.values.json === true;
  if (error instanceof UsageError) {
    const more = error.command === undefined ? '' : ` ${error.command}`;
    terminal.warn(`${error.message}\nSee deckwright help${more}.`);
  } else if (!(error instanceof DeckError)) terminal.warn(defectText(error));
  else if (isForMachines) for (const one of error.diagnostics) terminal.print(diagnosticLine(one));
  else terminal.warn(failureText(error, terminal));
  if (!isForMachines || !invocation) return;
  const soundDecks = error instanceof DeckError ? error.soundDecks : undefined;
  terminal.print(resultLine(invocation.name, false, soundDecks && { soundDecks }));
}

function failureText({ diagnostics, summary }: DeckError, { paintWarning }: Terminal): string {
  const told = diagnostics.map((one) => diagnosticText(one, paintWarning));
  return [...told, ...(summary === '' ? [] : [summary])].join('\n\n');
}

/** A defect of ours: what went wrong, and where it happened for those who look for it. */
function defectText(error: unknown): string {
  if (process.env['DEBUG'] !== undefined && error instanceof Error) return error.stack ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `error internal\n${message}\nhint: This is a defect of deckwright. Run it again with DEBUG=1 for the place in its code, and report both.`;
}

await main(createTerminal(process));

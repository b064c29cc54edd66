/** Types of a command. The table of commands is in `commands.ts`. */
import type { FlagName, Values } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** 0: success. 1: the site has errors, or a check has findings. */
export type ExitCode = 0 | 1;

/** The arguments after the name of a command. */
export interface CommandInput {
  readonly values: Values;
  /** Positional arguments: neither flags nor their values. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
}

/** A command. */
export interface Command {
  /** Description in one line. */
  readonly about: string;
  /** Usage lines, without the leading `deckwright`; one for each form. */
  readonly usage: readonly string[];
  /** Hugo's names for the command. */
  readonly aliases?: readonly string[];
  /** Accepted flags, in the order of `help`. */
  readonly flags: readonly FlagName[];
  /** Maximum number of positional arguments; default: 0. */
  readonly maxWords?: number;
  readonly examples: readonly (readonly [line: string, about: string])[];
  /** Paragraphs below the description in `deckwright help COMMAND`. */
  readonly more?: readonly string[];
  /** @throws {DeckError} with the author's mistakes that stop the command */
  run(this: void, input: CommandInput): Promise<ExitCode>;
}

/** Commands by name. */
export type Commands = Readonly<Record<string, Command>>;

/** An invalid command, flag or argument. */
export class UsageError extends Error {
  /** The command whose help applies; `undefined` if none was recognized. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }
}

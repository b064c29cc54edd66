/** What a command is. The table of them is in `commands.ts`. */
import type { FlagName, Values } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** 0: it is done. 1: the site has errors. */
export type ExitCode = 0 | 1;

/** What was typed behind the name of a command. */
export interface CommandInput {
  readonly values: Values;
  /** The words that are neither flags nor values of flags. */
  readonly words: readonly string[];
  readonly terminal: Terminal;
}

/** One command. */
export interface Command {
  /** What it does, in one line. */
  readonly about: string;
  /** How it is written, behind `deckwright`; one line for each way. */
  readonly usage: readonly string[];
  /** What Hugo calls it. */
  readonly aliases?: readonly string[];
  /** The flags that it takes, in the order of `help`. */
  readonly flags: readonly FlagName[];
  /** How many words may stand behind its name; none when left out. */
  readonly mostWords?: number;
  readonly examples: readonly (readonly [line: string, about: string])[];
  /** More than fits in a line, for `deckwright help` with its name. */
  readonly more?: readonly string[];
  /** @throws {DeckError} with the author's mistakes that stop it */
  run(this: void, input: CommandInput): Promise<ExitCode>;
}

/** The commands by their names. */
export type Commands = Readonly<Record<string, Command>>;

/** Something typed that can't be understood. */
export class UsageError extends Error {
  /** The command whose help says how it is written; `undefined` where none was recognized. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }
}

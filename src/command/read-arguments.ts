/** Reads the arguments of the process: a command, flags and positional arguments. */
import { parseArgs } from 'node:util';
import { nearestName } from '../diagnostics.ts';
import { type Command, type Commands, UsageError } from './command.ts';
import { globalFlags, type FlagName, formatFlag, type FlagRow, flags, isFlag, type Values } from './flags.ts';

/** Parsed arguments. */
export interface Invocation {
  readonly name: string;
  readonly command: Command;
  readonly values: Values;
  readonly words: readonly string[];
}

/**
 * Reads the arguments of the process.
 * @throws {UsageError} on an unknown command or flag, an invalid value or an unexpected argument
 */
export function readArguments(args: readonly string[], commands: Commands): Invocation {
  // Not strict, so that mistakes get messages of our own.
  const { tokens } = parseArgs({
    args: [...args],
    options: flags,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const typed = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const [first, ...afterSeparator] = tokens.flatMap((token) =>
    token.kind === 'positional' ? [token.value] : [],
  );
  const isAsked = (flag: FlagName): boolean => typed.some(({ name }) => name === flag);
  const named = first === undefined ? undefined : findCommand(first, commands);
  if (isAsked('version')) return { ...findCommand('version', commands), values: {}, words: [] };
  if (isAsked('help') || !named)
    return { ...findCommand('help', commands), values: {}, words: named ? [named.name] : [] };
  const { name, command } = named;
  const values = Object.fromEntries(typed.map((token) => readFlag(token, named, commands)));
  const rest = afterSeparator.slice(command.maxWords ?? 0);
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest.join(' ')}" after ${first}.`, name);
  return { name, command, values, words: afterSeparator };
}

/** A command with its name. */
type NamedCommand = Pick<Invocation, 'name' | 'command'>;

/**
 * Finds a command by its name or one of Hugo's names.
 * @throws {UsageError} if it does not exist
 */
export function findCommand(word: string, commands: Commands): NamedCommand {
  const found = Object.entries(commands).find(
    ([name, { aliases = [] }]) => name === word || aliases.includes(word),
  );
  if (found) return { name: found[0], command: found[1] };
  const names = Object.entries(commands).flatMap(([name, { aliases = [] }]) => [name, ...aliases]);
  throw new UsageError(`unknown command "${word}".${didYouMean(word, names)}`);
}

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { kind: 'option' }>;

/** Never called: it exists for its return type. */
const tokensOf = () => parseArgs({ args: [], options: flags, strict: false, tokens: true }).tokens;

function readFlag(token: OptionToken, named: NamedCommand, commands: Commands): [FlagName, string | boolean] {
  const { name, rawName } = token;
  const taken = [...named.command.flags, ...globalFlags];
  const fail: Fail = (message) => {
    throw new UsageError(message, named.name);
  };
  if (!isFlag(name)) return fail(`unknown flag ${rawName}.${nearestFlag(name, taken)}`);
  if (!taken.includes(name))
    return fail(`${named.name} has no flag ${rawName}; ${commandsTaking(name, commands)}.`);
  const row = formatFlag(name);
  return [name, row.type === 'boolean' ? readSwitch(token, fail) : readText(token, row, fail)];
}

type Fail = (message: string) => never;

/** Reads a boolean flag; as in Hugo, `--minify=false` switches it off. */
function readSwitch({ rawName, value }: OptionToken, fail: Fail): boolean {
  if (value === undefined || value === 'true') return true;
  if (value === 'false') return false;
  return fail(`${rawName} takes no value, but got "${value}": use ${rawName} or ${rawName}=false.`);
}

function readText({ name, rawName, value, inlineValue }: OptionToken, row: FlagRow, fail: Fail): string {
  if (value === undefined) return fail(`${rawName} needs a value: ${rawName} ${row.value ?? '…'}.`);
  if (value === '' && !row.allowsEmpty) return fail(`${rawName} needs a value that is not empty.`);
  if (!inlineValue && /^-./.test(value))
    return fail(
      `${rawName} needs a value, but ${value} looks like a flag: write --${name}=${value} if it is the value.`,
    );
  // As in Hugo, `-b=/talks/` means `-b /talks/`.
  const read = inlineValue && !rawName.startsWith('--') ? value.replace(/^=/, '') : value;
  const fault = row.check?.(read);
  return fault === undefined ? read : fail(`${rawName}: ${fault}.`);
}

function nearestFlag(word: string, taken: readonly FlagName[]): string {
  const nearest = nearestName(word, taken) ?? nearestName(word, Object.keys(flags));
  return nearest === undefined ? '' : ` Did you mean --${nearest}?`;
}

function didYouMean(word: string, names: readonly string[]): string {
  const nearest = nearestName(word, names);
  return nearest === undefined ? '' : ` Did you mean ${nearest}?`;
}

/** Names the commands that have a flag: `dev and preview do`. */
function commandsTaking(flag: FlagName, commands: Commands): string {
  const names = Object.entries(commands).flatMap(([name, row]) => (row.flags.includes(flag) ? [name] : []));
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last} do` : `${last} does`;
}

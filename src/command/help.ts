/** The text of `help`: an overview of all commands, or details of one. */
import type { Command, Commands } from './command.ts';
import { globalFlags, type FlagName, formatFlag } from './flags.ts';
import type { Paint } from './terminal.ts';

/** What a command ends with, and what it means. */
export const EXIT_CODES: readonly Row[] = [
  ['0', 'success'],
  [
    '1',
    'the site has errors; the last build is unchanged; check: there are findings; export: a slide failed',
  ],
  ['2', 'invalid command or flag'],
  ['3', 'check, export, shot: there is no browser, or it has stopped'],
  ['70', 'a bug in deckwright'],
];

type Row = readonly [name: string, about: string];

/** Lists all commands, one per line. */
export function shortHelp(commands: Commands, paint: Paint): string {
  const rows = Object.entries(commands).map(([name, { about, aliases = [] }]): Row => {
    return [name, aliases.length > 0 ? `${about} (also: ${aliases.join(', ')})` : about];
  });
  return [
    'deckwright COMMAND [flags]',
    '',
    ...table(rows, paint),
    '',
    'Run deckwright help COMMAND for its flags and examples.',
    'Exit codes: 0 success, 1 the site has errors, 2 invalid command or flag, 70 a bug in deckwright.',
  ].join('\n');
}

/** Describes one command: usage, flags, examples and exit codes. */
export function longHelp(name: string, command: Command, paint: Paint): string {
  const { about, usage, aliases = [], more = [], examples } = command;
  return [
    `deckwright ${name}: ${about}`,
    ...(aliases.length > 0 ? [`Also: ${aliases.join(', ')}`] : []),
    ...more,
    ...part(
      'Usage',
      usage.map((line) => `  deckwright ${line}`),
      paint,
    ),
    ...part('Flags', table([...command.flags, ...globalFlags].map(flagRow), paint), paint),
    ...part(
      'Examples',
      examples.flatMap(([line, says]) => [`  ${paint('cyan', `deckwright ${line}`)}`, `      ${says}`]),
      paint,
    ),
    ...part('Exit codes', table(EXIT_CODES, paint), paint),
  ].join('\n');
}

function part(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return ['', paint('bold', title), ...lines];
}

function flagRow(name: FlagName): Row {
  const { short, value, about } = formatFlag(name);
  return [`${short ? `-${short}, ` : '    '}--${name}${value === undefined ? '' : ` ${value}`}`, about];
}

function table(rows: readonly Row[], paint: Paint): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, about]) => `  ${paint('cyan', name)}${' '.repeat(width - name.length)}${about}`);
}

#!/usr/bin/env node
/** The command line: arguments in, one row a command. The only file that prints errors and sets the exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { build } from './bundle/build.ts';
import type { DeckwrightOptions, ListenOptions, ServeOptions } from './bundle/open-site.ts';
import { packageFolder } from './bundle/package-folder.ts';
import { preview, type RunningServer, serve } from './bundle/server/servers.ts';
import { DeckError, nearestName } from './diagnostics.ts';
import { doctor } from './doctor/doctor.ts';
import { printExamination } from './doctor/print-examination.ts';
import { createNew } from './new/new.ts';

/** One flag: how it is read, and what `help` says of it. */
type FlagRow = NonNullable<ParseArgsConfig['options']>[string] & { readonly about: string };

/** Those that Hugo has are named as there. */
const flags = {
  source: { type: 'string', short: 's', about: 'the folder of the site; this one by default' },
  destination: { type: 'string', short: 'd', about: 'where the site is written; public by default' },
  baseURL: { type: 'string', short: 'b', about: 'in the place of the configured base URL' },
  environment: { type: 'string', short: 'e', about: 'which folder of config/ is laid over the default' },
  config: { type: 'string', about: 'configuration files in the place of the site’s, with commas between' },
  buildDrafts: { type: 'boolean', short: 'D', about: 'take in drafts' },
  buildFuture: { type: 'boolean', short: 'F', about: 'take in what is dated in the future' },
  buildExpired: { type: 'boolean', short: 'E', about: 'take in what has expired' },
  strict: { type: 'boolean', about: 'warnings fail a build, as errors do' },
  quiet: { type: 'boolean', about: 'print only errors and warnings' },
  kind: { type: 'string', short: 'k', about: 'the archetype of a new deck: talk for archetypes/talk.md' },
  json: { type: 'boolean', about: 'what doctor finds, for machines' },
  port: { type: 'string', short: 'p', about: 'the first port to try: 1313 for dev, 4173 for preview' },
  bind: { type: 'string', about: 'the address to listen at: 0.0.0.0 lets other machines in' },
  open: { type: 'boolean', short: 'O', about: 'open the site in a browser' },
  openBrowser: { type: 'boolean', about: 'the same, as Hugo calls it' },
  navigateToChanged: { type: 'boolean', short: 'N', about: 'in dev, go to the slide that has changed' },
  help: { type: 'boolean', short: 'h', about: 'show this' },
  version: { type: 'boolean', short: 'v', about: 'show the version' },
} as const satisfies Readonly<Record<string, FlagRow>>;

type Values = ReturnType<typeof readValues>['values'];

/** One command. */
interface Command {
  readonly about: string;
  /** Whether the folder of the site may stand behind the name of the command. */
  readonly takesFolder?: boolean;
  /** Whether it understands the words behind its name by itself. */
  readonly takesWords?: boolean;
  run(values: Values, words: readonly string[]): Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  build: { about: 'write the site to its publish folder', run: (values) => build(site(values)) },
  dev: {
    about: 'serve the site and show every change at once',
    run: (values) => announce(serve({ ...site(values), ...listen(values), ...live(values) })),
  },
  preview: {
    about: 'serve what was built',
    run: (values) => announce(preview({ ...site(values), ...listen(values) })),
  },
  new: {
    about: 'begin a site or a deck: new site DIR, new deck NAME [--kind KIND]',
    takesWords: true,
    run: async (values, words) => begin(values, words),
  },
  doctor: {
    about: 'say what a site is made of and what will differ: doctor [DIR] [--json]',
    takesFolder: true,
    run: async (values) => consult(values),
  },
  help: { about: 'show this', run: async () => console.log(help()) },
  version: { about: 'show the version', run: async () => console.log(version()) },
};

/** What Hugo calls a command of ours. */
const aliases: Readonly<Record<string, string>> = { server: 'dev', serve: 'dev' };

/** An argument that can't be understood. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = readValues();
  const [name = 'help', ...words] = positionals;
  const asked = values.version ? 'version' : values.help ? 'help' : name;
  const command = commands[aliases[asked] ?? asked];
  if (!command)
    throw new UsageError(
      `there is no command "${asked}".${didYouMean(asked, Object.keys({ ...commands, ...aliases }))}`,
    );
  if (command.takesWords) return command.run(values, words);
  const [folder, ...rest] = command.takesFolder ? words : [undefined, ...words];
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is one word too many behind ${name}.`);
  await command.run(folder === undefined ? values : { ...values, source: folder }, []);
}

function readValues() {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const flag = /'(?:-\w, )?--?([\w-]+)/.exec(error.message)?.[1] ?? '';
    throw new UsageError(`${error.message.split('. ', 1)[0]}.${didYouMean(flag, Object.keys(flags))}`);
  }
}

function parse() {
  return parseArgs({ options: flags, allowPositionals: true, strict: true });
}

function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = nearestName(word, candidates);
  return nearest && nearest !== word ? ` Did you mean ${nearest}?` : '';
}

/** What is left of the flags when those are taken out that say how to listen and what to print. */
function site(values: Values): DeckwrightOptions {
  const { port: _port, bind: _bind, open: _open, openBrowser: _openBrowser, ...more } = values;
  const { navigateToChanged: _navigates, help: _help, version: _version, json: _json, ...named } = more;
  const { kind: _kind, ...options } = named;
  return options;
}

function listen({ port, bind, open, openBrowser }: Values): ListenOptions {
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError(`"${port}" is no port.`);
  if (bind === '') throw new UsageError('--bind needs an address.');
  return {
    ...(port !== undefined && { port: Number(port) }),
    ...(bind !== undefined && { host: bind }),
    open: open ?? openBrowser ?? false,
  };
}

function live({ navigateToChanged = false }: Values): Pick<ServeOptions, 'navigateToChanged'> {
  return { navigateToChanged };
}

async function announce(starting: Promise<RunningServer>): Promise<void> {
  const { url, others } = await starting;
  const more = others.length > 0 ? `, for other machines at ${others.join(' and ')}` : '';
  console.log(`deckwright is at ${url}${more} (Ctrl+C stops it)`);
}

function begin(values: Values, words: readonly string[]): void {
  const { text } = createNew(words, {
    ...site(values),
    ...(values.kind !== undefined && { kind: values.kind }),
  });
  if (!values.quiet) console.log(text);
}

/** Whatever the doctor finds, it has done its work; the exit code says whether a build would do its own. */
function consult(values: Values): void {
  const examination = doctor(site(values));
  console.log(values.json ? JSON.stringify(examination, undefined, 2) : printExamination(examination));
  if (!examination.builds) process.exitCode = 1;
}

function help(): string {
  const named = Object.entries(commands).map(([name, { about }]) => {
    const others = Object.keys(aliases).filter((alias) => aliases[alias] === name);
    return [name, others.length > 0 ? `${about} (also: ${others.join(', ')})` : about] as const;
  });
  const rows = Object.entries<FlagRow>(flags).map(
    ([name, { short, type, about }]) =>
      [`${short ? `-${short}, ` : '    '}--${name}${type === 'string' ? ' …' : ''}`, about] as const,
  );
  return ['deckwright COMMAND [flags]', '', ...table(named), '', ...table(rows)].join('\n');
}

function table(rows: readonly (readonly [name: string, about: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}`);
}

function version(): string {
  return (JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8')) as { version: string })
    .version;
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\nSee deckwright help.`);
  else if (error instanceof DeckError) console.error(error.message);
  else console.error(error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

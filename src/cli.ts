#!/usr/bin/env node
/** The command line: arguments in, one row a command. The only file that prints errors and sets the exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { build } from './bundle/build.ts';
import type { DeckwrightOptions } from './bundle/open-site.ts';
import { packageFolder } from './bundle/package-folder.ts';
import { preview, type RunningServer, serve } from './bundle/server/servers.ts';
import { DeckError, nearestName } from './diagnostics.ts';
import { doctor } from './doctor/doctor.ts';
import { printExamination } from './doctor/print-examination.ts';

const flags = {
  source: { type: 'string', short: 's' },
  destination: { type: 'string', short: 'd' },
  baseURL: { type: 'string', short: 'b' },
  environment: { type: 'string', short: 'e' },
  config: { type: 'string' },
  buildDrafts: { type: 'boolean', short: 'D' },
  buildFuture: { type: 'boolean', short: 'F' },
  buildExpired: { type: 'boolean', short: 'E' },
  strict: { type: 'boolean' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
  port: { type: 'string', short: 'p' },
  bind: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];

type Values = ReturnType<typeof readValues>['values'];

/** One command. */
interface Command {
  readonly about: string;
  /** Whether the folder of the site may stand behind the name of the command. */
  readonly takesFolder?: boolean;
  run(values: Values): Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  build: { about: 'write the site to its publish folder', run: (values) => build(site(values)) },
  dev: {
    about: 'serve the site and show every change at once',
    run: (values) => announce(serve({ ...site(values), ...listen(values) })),
  },
  preview: {
    about: 'serve what was built',
    run: (values) => announce(preview({ ...site(values), ...listen(values) })),
  },
  doctor: {
    about: 'say what a site is made of and what will differ: doctor [DIR] [--json]',
    takesFolder: true,
    run: async (values) => consult(values),
  },
  help: { about: 'show this', run: async () => console.log(help()) },
  version: { about: 'show the version', run: async () => console.log(version()) },
};

/** An argument that can't be understood. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = readValues();
  const [name = 'help', ...words] = positionals;
  const asked = values.version ? 'version' : values.help ? 'help' : name;
  const command = commands[asked];
  if (!command)
    throw new UsageError(`there is no command "${asked}".${didYouMean(asked, Object.keys(commands))}`);
  const [folder, ...rest] = command.takesFolder ? words : [undefined, ...words];
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is one word too many behind ${name}.`);
  await command.run(folder === undefined ? values : { ...values, source: folder });
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
  const { port: _port, bind: _bind, help: _help, version: _version, json: _json, ...options } = values;
  return options;
}

function listen({ port, bind }: Values): { port?: number; host?: string } {
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError(`"${port}" is no port.`);
  return { ...(port !== undefined && { port: Number(port) }), ...(bind !== undefined && { host: bind }) };
}

async function announce(starting: Promise<RunningServer>): Promise<void> {
  const { url } = await starting;
  console.log(`deckwright is at ${url} (Ctrl+C stops it)`);
}

/** Whatever the doctor finds, it has done its work; the exit code says whether a build would do its own. */
function consult(values: Values): void {
  const examination = doctor(site(values));
  console.log(values.json ? JSON.stringify(examination, undefined, 2) : printExamination(examination));
  if (!examination.builds) process.exitCode = 1;
}

function help(): string {
  const rows = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(10)}${about}`);
  return [
    'deckwright COMMAND [flags]',
    '',
    ...rows,
    '',
    `flags: ${Object.keys(flags)
      .map((flag) => `--${flag}`)
      .join(' ')}`,
  ].join('\n');
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

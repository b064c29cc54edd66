/** The commands that a document names: each is read as the command itself would read it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commands } from '../../src/command/commands.ts';
import { readArguments } from '../../src/command/read-arguments.ts';
import { ROOT } from './documents.ts';

/** Programs that are not ours, and that need no look. */
const OTHERS = new Set(['cd', 'cp', 'curl', 'export', 'git', 'ls', 'mkdir', 'mv', 'rsync']);

interface PackageFile {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const readPackage = (file: string): PackageFile =>
  JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as PackageFile;

/** The command lines of a block; one that begins with `$` makes the lines without it output. */
export function commandLines(text: string): readonly string[] {
  const lines = text.replaceAll(/\s*\\\n\s*/g, ' ').split('\n');
  const isSession = lines.some((line) => line.startsWith('$ '));
  return lines
    .filter((line) => !isSession || line.startsWith('$ '))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/(?:^|\s)#.*$/, '')
        .trim(),
    )
    .flatMap((line) => line.split(/\s+(?:&&|\|\||\|)\s+/))
    .filter(Boolean);
}

/** Checks one command line. @throws {Error} when a command, a flag, a script or a package of it is not there */
export function checkCommand(line: string): void {
  const words = [...line.matchAll(/'[^']*'|"[^"]*"|\S+/g)].map(([word]) => word.replaceAll(/["']/g, ''));
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  const [program = '', ...args] = words.slice(Math.max(first, 0));
  if (program === 'deckwright') readArguments(args, commands);
  else if (program === 'npx') checkNpx(args);
  else if (program === 'npm') checkNpm(args);
  else if (program === 'node') checkNode(args);
  else if (!OTHERS.has(program)) throw new Error(`"${program}" is no command that a document may name`);
}

function checkNpx(args: readonly string[]): void {
  const [name, ...rest] = args.filter((word) => word !== '--yes' && word !== '-y');
  if (name === 'deckwright') return void readArguments(rest, commands);
  if (!isOurPackage(name ?? '')) throw new Error(`npx ${name}: the project does not use it`);
}

function checkNode([file = '', ...rest]: readonly string[]): void {
  if (file === 'bin/deckwright.js') return void readArguments(rest, commands);
  // What a document lets its readers write is no file of ours.
  if (file.includes('/') && !existsSync(path.join(ROOT, file))) throw new Error(`there is no ${file}`);
}

function checkNpm([verb = '', ...rest]: readonly string[]): void {
  const [name = '', ...more] = rest;
  if (verb === 'create') return checkCreate(name, more);
  if (verb === 'run') return checkScript(name, more);
  if (verb === 'test') return checkScript('test', rest);
  if (!['ci', 'i', 'init', 'install', 'pack', 'publish', 'version'].includes(verb))
    throw new Error(`npm ${verb}: no document needs it`);
  if (verb !== 'i' && verb !== 'install') return;
  const unknown = rest.filter(
    (word) => !word.startsWith('-') && !isOurPackage(word.replace(/(?<=.)@.*$/, '')),
  );
  if (unknown.length > 0) throw new Error(`npm install ${unknown.join(' ')}: nothing of ours asks for it`);
}

function checkCreate(name: string, args: readonly string[]): void {
  if (!/^deckwright(?:@|$)/.test(name)) throw new Error(`npm create ${name}: the package is deckwright`);
  readArguments(['new', 'site', ...args], commands);
}

/** Scripts of this repository, and of the folder that `new site` writes. */
function checkScript(name: string, args: readonly string[]): void {
  const found = ['package.json', 'starter/package.json']
    .map((file) => readPackage(file).scripts?.[name])
    .find((script) => script !== undefined);
  if (found === undefined) throw new Error(`there is no script "${name}"`);
  const command = /deckwright(?:\.js)? (\w+)/.exec(found)?.[1];
  if (args[0] === '--' && command !== undefined) readArguments([command, ...args.slice(1)], commands);
}

function isOurPackage(name: string): boolean {
  const { dependencies, devDependencies, peerDependencies } = readPackage('package.json');
  return name === 'deckwright' || name in { ...dependencies, ...devDependencies, ...peerDependencies };
}

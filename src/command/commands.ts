/**
 * All commands, in the order of `help`: to add one, add a row. The code of a command is imported when it runs, so that
 * other commands start faster.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../bundle/package-folder.ts';
import { buildCommand } from './build.ts';
import type { Command, Commands } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { diffCommand } from './diff.ts';
import { exportCommand } from './export.ts';
import { longHelp, shortHelp } from './help.ts';
import { findCommand } from './read-arguments.ts';
import { newCommand } from './new.ts';
import { checkCommand } from './check.ts';
import { shotCommand } from './shot.ts';
import { devCommand, previewCommand } from './serve.ts';

const helpCommand: Command = {
  about: 'show help, or help for a command',
  usage: ['help [COMMAND]'],
  flags: [],
  maxWords: 1,
  examples: [['help build', 'all flags of build']],
  run: async ({ words: [word], terminal: { print, paint } }) => {
    if (word === undefined) print(shortHelp(commands, paint));
    else {
      const { name, command } = findCommand(word, commands);
      print(longHelp(name, command, paint));
    }
    return 0;
  },
};

const versionCommand: Command = {
  about: 'show the version',
  usage: ['version'],
  flags: [],
  examples: [['version', 'print the version only']],
  run: async ({ terminal }) => {
    const text = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
    terminal.print((JSON.parse(text) as { version: string }).version);
    return 0;
  },
};

export const commands: Commands = {
  build: buildCommand,
  dev: devCommand,
  preview: previewCommand,
  check: checkCommand,
  export: exportCommand,
  shot: shotCommand,
  diff: diffCommand,
  new: newCommand,
  doctor: doctorCommand,
  help: helpCommand,
  version: versionCommand,
};

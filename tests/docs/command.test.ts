/** docs/command.md has every command and every flag, as `help` shows them: `npm run schemas` writes them. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../src/command/command.ts';
import { commands } from '../../src/command/commands.ts';
import { type FlagName, formatFlag } from '../../src/command/flags.ts';
import { EXIT_CODES } from '../../src/command/help.ts';
import { ROOT } from '../support/documents.ts';
import { escapeText, writeParts, writeTable } from '../support/generated-parts.ts';

const FILE = 'docs/command.md';

test('docs/command.md is up to date', async () => {
  const parts = Object.entries(commands).map(([name, command]) => [name, writeCommand(command)]);
  const all = Object.fromEntries([...parts, ['exit-codes', writeExitCodes()]]) as Record<string, string>;
  await expect(writeParts(FILE, all)).toMatchFileSnapshot(path.join(ROOT, FILE));
});

function writeCommand({ usage, aliases = [], flags, examples }: Command): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, about]) => `deckwright ${line.padEnd(width)}   # ${about}`);
  return [
    `Usage: ${usage.map((line) => `\`deckwright ${line}\``).join(', ')}`,
    ...(aliases.length > 0 ? [`Also: ${aliases.map((name) => `\`${name}\``).join(', ')}`] : []),
    ...(flags.length > 0 ? [writeTable(['flag', ''], flags.map(flagRow))] : []),
    ['```sh', ...lines, '```'].join('\n'),
  ].join('\n\n');
}

function flagRow(name: FlagName): readonly string[] {
  const { short, value, about } = formatFlag(name);
  const long = `\`--${name}${value === undefined ? '' : ` ${value}`}\``;
  return [short === undefined ? long : `\`-${short}\`, ${long}`, escapeText(about)];
}

const writeExitCodes = (): string =>
  writeTable(
    ['exit code', ''],
    EXIT_CODES.map(([code, about]) => [`\`${code}\``, about]),
  );

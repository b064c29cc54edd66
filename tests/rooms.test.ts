/**
 * Who may import whom: every folder below src/ has a rule in .oxlintrc.json, and every rule works. Files with imports
 * that are refused, and with some that are not, are written beside a copy of the rules, and oxlint looks at them.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** The folders below src/ that have files of code in them; the empty one is src/ itself. */
const folders = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => path.relative(path.join(root, 'src'), entry.parentPath).split(path.sep).join('/'));
const rooms = [...new Set(folders)].sort();

/** The arrows of the house, by files that need not be there. */
const arrows: readonly (readonly [from: string, to: string, isAllowed: boolean])[] = [
  ['types/a.ts', 'diagnostics.ts', true],
  ['types/a.ts', 'site/b.ts', false],
  ['goat/a.ts', 'goat/b.ts', true],
  ['goat/a.ts', 'markup/b.ts', false],
  ['a.ts', 'types/b.ts', true],
  ['a.ts', 'render/b.ts', false],
  ...['site', 'markup', 'templates', 'shortcodes', 'render', 'lint'].flatMap(
    (stage) =>
      [
        [`${stage}/a.ts`, 'patterns.ts', true],
        [`${stage}/deep/a.ts`, 'patterns.ts', true],
        [`${stage}/deep/a.ts`, `${stage}/b.ts`, true],
        [`${stage}/a.ts`, stage === 'site' ? 'markup/b.ts' : 'site/b.ts', false],
        [`${stage}/deep/a.ts`, stage === 'site' ? 'markup/b.ts' : 'site/b.ts', false],
        [`${stage}/a.ts`, 'pipeline.ts', false],
        [`${stage}/a.ts`, 'pipeline/b.ts', false],
        [`pipeline/a.ts`, `${stage}/b.ts`, true],
        [`pipeline/deep/a.ts`, `${stage}/b.ts`, true],
      ] as const,
  ),
  ['templates/functions/strings/a.ts', 'templates/host.ts', true],
  ['templates/functions/strings/a.ts', 'types.ts', true],
  ['templates/functions/strings/a.ts', 'site/b.ts', false],
  ['templates/gotemplate/a.ts', 'templates/functions/b.ts', false],
  ['templates/gotemplate/a.ts', 'diagnostics.ts', true],
  ['templates/gotemplate/escape/a.ts', 'templates/gotemplate/values.ts', true],
  ['templates/gotemplate/escape/a.ts', 'templates/host.ts', false],
  ['pipeline/a.ts', 'bundle/b.ts', false],
  ['pipeline/a.ts', 'pipeline/outputs/b.ts', false],
  ['pipeline/a.ts', 'pipeline/survey/b.ts', false],
  ['pipeline/outputs/a.ts', 'pipeline/b.ts', true],
  ['pipeline/templates/a.ts', 'pipeline/cache/b.ts', true],
  ['pipeline/templates/a.ts', 'pipeline/b.ts', false],
  ['pipeline/templates/a.ts', 'pipeline/outputs/b.ts', false],
  ['pipeline/templates/a.ts', 'templates/host.ts', true],
  ['pipeline/templates/a.ts', 'bundle/b.ts', false],
  ['pipeline/cache/a.ts', 'markup/b.ts', true],
  ['pipeline/cache/a.ts', 'patterns.ts', true],
  ['pipeline/cache/a.ts', 'pipeline/b.ts', false],
  ['pipeline/cache/a.ts', 'pipeline/templates/b.ts', false],
  ['pipeline.ts', 'pipeline/outputs/b.ts', true],
  ['pipeline.ts', 'bundle/b.ts', false],
  ['pipeline/a.ts', 'serve/b.ts', false],
  ['write/a.ts', 'files.ts', true],
  ['write/a.ts', 'pipeline.ts', false],
  ['write/a.ts', 'bundle/b.ts', false],
  ['bundle/a.ts', 'write/b.ts', true],
  ['bundle/a.ts', 'pipeline.ts', true],
  ['bundle/a.ts', 'pipeline/b.ts', false],
  ['bundle/a.ts', 'client/protocol.ts', true],
  ['bundle/deep/a.ts', 'client/protocol.ts', true],
  ['bundle/a.ts', 'client/main.ts', false],
  ['bundle/a.ts', 'serve/b.ts', false],
  ['serve/a.ts', 'bundle/b.ts', true],
  ['serve/a.ts', 'site/b.ts', false],
  ['serve/a.ts', 'measured/b.ts', true],
  ['serve/a.ts', 'client/measure/b.ts', true],
  ['serve/a.ts', 'client/live/b.ts', false],
  ['measured/a.ts', 'diagnostics.ts', true],
  ['measured/a.ts', 'check/b.ts', false],
  ['measured/a.ts', 'client/protocol.ts', false],
  ['browser/a.ts', 'bundle/b.ts', true],
  ['browser/a.ts', 'check/b.ts', false],
  ['check/a.ts', 'browser/b.ts', true],
  ['check/a.ts', 'export/b.ts', false],
  ['check/a.ts', 'measured/b.ts', true],
  ['check/a.ts', 'client/measure/b.ts', true],
  ['check/a.ts', 'client/main.ts', false],
  ['check/rules/a.ts', 'check/types.ts', true],
  ['check/rules/a.ts', 'browser/b.ts', true],
  ['check/rules/a.ts', 'site/b.ts', false],
  ['export/a.ts', 'check/b.ts', false],
  ['export/pdf/a.ts', 'export/types.ts', true],
  ['export/pdf/a.ts', 'serve/b.ts', true],
  ['export/pdf/a.ts', 'measured/b.ts', true],
  ['export/a.ts', 'measured/b.ts', true],
  ['export/pdf/a.ts', 'check/b.ts', false],
  ['export/a.ts', 'browser/b.ts', true],
  ['export/a.ts', 'render/b.ts', false],
  ['doctor/a.ts', 'bundle/open-site.ts', true],
  ['doctor/a.ts', 'bundle/build.ts', false],
  ['new/a.ts', 'bundle/package-folder.ts', true],
  ['new/a.ts', 'site/b.ts', false],
  ['schemas/a.ts', 'site/options/b.ts', true],
  ['schemas/a.ts', 'site/b.ts', false],
  ['command/a.ts', 'doctor/doctor.ts', true],
  ['command/a.ts', 'pipeline.ts', false],
  ['cli.ts', 'command/b.ts', true],
  ['cli.ts', 'bundle/b.ts', false],
  ['client/a.ts', 'client/live/b.ts', true],
  ['client/a.ts', 'types.ts', false],
  ['client/list/a.ts', 'files.ts', false],
  ['client/parts/a.ts', 'client/start.ts', true],
];

/** How a file names another one. */
function specifier(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

const written = new Map<string, string[]>();
function add(file: string, imported: string): void {
  written.set(file, [...(written.get(file) ?? []), imported]);
}

const offender = (room: string): string => path.posix.join(room, 'offender.ts');
const refused = new Set<string>();
let folder = '';

beforeAll(() => {
  for (const room of rooms) {
    for (const to of ['cli.ts', 'no-such-room/a.ts', path.posix.join(room, 'a.ts')])
      add(offender(room), specifier(offender(room), to));
    if (room.startsWith('client')) add(offender(room), 'node:path');
  }
  for (const [from, to] of arrows) add(from, specifier(from, to));
  folder = mkdtempSync(path.join(tmpdir(), 'deckwright-rooms-'));
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
  for (const [file, imports] of written) {
    const full = path.join(folder, 'src', file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, imports.map((name) => `import '${name}';\n`).join(''));
  }
  lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
}

/** Takes each import that oxlint refuses. */
function lint(): void {
  const oxlint = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] };
  for (const { code, message, filename } of diagnostics) {
    if (!code.includes('no-restricted-imports')) continue;
    const file = filename
      .split(path.sep)
      .join('/')
      .replace(/^.*?src\//, '');
    refused.add(`${file} ${/'(.+?)'/.exec(message)?.[1]}`);
  }
}

const isRefused = (from: string, to: string): boolean => refused.has(`${from} ${to}`);

const advice = (room: string): string =>
  `src/${room} has no rule for its imports, or not at this depth: add it to "overrides" of .oxlintrc.json, and its arrows to tests/rooms.test.ts`;

describe('every folder below src/ has a rule', () => {
  test.each(rooms)('src/%s', (room) => {
    const from = offender(room);
    expect(isRefused(from, specifier(from, 'cli.ts')), advice(room)).toBe(true);
    expect(isRefused(from, specifier(from, 'no-such-room/a.ts')), advice(room)).toBe(true);
    expect(isRefused(from, './a.ts'), `src/${room} may import its own files`).toBe(false);
    if (room.startsWith('client')) expect(isRefused(from, 'node:path'), advice(room)).toBe(true);
  });
});

test.each(arrows)('%s → %s: %s', (from, to, isAllowed) => {
  expect(isRefused(from, specifier(from, to))).toBe(!isAllowed);
});

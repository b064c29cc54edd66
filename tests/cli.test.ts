/** The command as a user runs it: what it does, what it prints and where, and its exit code. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CommandResult, useCommand } from './support/command.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { writeSite } from './support/write-site.ts';

const command = useCommand();
const DECK = (more = ''): string => `+++\ntitle = "Deck"\noutputs = ["Reveal"]\n${more}+++\n# Hello\n`;

const site = writeSite(`
-- content/_index.md --
${DECK()}
-- content/talk/_index.md --
${DECK('draft = true\n')}
-- content/later/_index.md --
${DECK('date = 2999-01-01\n')}
-- content/past/_index.md --
${DECK('expiryDate = 2001-01-01\n')}
-- other.toml --
publishDir = "docs"
-- config/stage/hugo.toml --
publishDir = "stage"
`);

const deckwright = (...args: string[]): CommandResult => command.run(args, { cwd: site });

/** Lines of JSON, read. */
const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('build', () => {
  test('writes the site and says what it wrote', () => {
    const { status, stdout, stderr } = deckwright('build');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^3 decks not built: content\/later\/_index\.md \(dated in the future\), .*\n1 deck, 1 slide, 0 notes, \d+ assets, 0 warnings → public \(\d+ kB, \d+ ms\)\n$/,
    );
    expect(existsSync(path.join(site, 'public/index.html'))).toBe(true);
  });

  test('flags say what to read and where to write; --quiet prints nothing', () => {
    const destination = path.join(temporaryFolder(), 'elsewhere');
    const { status, stdout, stderr } = command.run(
      ['build', '--source', site, '--destination', destination, '--baseURL', '/sub/', '--quiet'],
      { cwd: temporaryFolder() },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(path.join(destination, 'index.html'))).toBe(true);
  });

  test.each([
    [['-D'], 'talk'],
    [['--buildFuture'], 'later'],
    [['-E'], 'past'],
  ])('%s takes in more decks', (flags, folder) => {
    const { stdout } = deckwright('build', '-d', path.join(site, folder), ...flags, '--json');
    expect(jsonLines(stdout).at(-1)).toMatchObject({ ok: true, decks: 2 });
    expect(existsSync(path.join(site, folder, folder, 'index.html'))).toBe(true);
  });

  test('--config and --environment say which configuration is read', () => {
    const destination = (...flags: string[]): unknown =>
      jsonLines(deckwright('build', '--json', ...flags).stdout).at(-1)?.['destination'];
    expect(destination('--config', 'other.toml')).toBe(path.join(site, 'docs'));
    expect(destination('-e', 'stage')).toBe(path.join(site, 'stage'));
  });

  test('--json prints one object a line: every diagnostic, then the result', () => {
    const warned = writeSite(`-- content/_index.md --\n${DECK()}\n{{% note %}}\nnever closed\n`);
    const { status, stdout, stderr } = command.run(['build', '--json'], { cwd: warned });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const destination = path.join(warned, 'public');
    expect(jsonLines(stdout)).toEqual([
      expect.objectContaining({
        type: 'diagnostic',
        code: 'shortcode-unclosed',
        severity: 'warning',
        file: 'content/_index.md',
      }),
      expect.objectContaining({
        type: 'result',
        command: 'build',
        ok: true,
        destination,
        slides: 1,
        notes: 1,
      }),
    ]);
  });

  test('--json tells what stopped a build in the same way', () => {
    const broken = writeSite(`-- content/_index.md --\n${DECK()}\n{{< nope >}}\n`);
    const { status, stdout, stderr } = command.run(['build', '--json'], { cwd: broken });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(jsonLines(stdout)).toMatchObject([
      { type: 'diagnostic', code: 'shortcode-unknown', severity: 'error', line: 7, column: 1 },
      { type: 'result', command: 'build', ok: false },
    ]);
  });

  test.each(['--strict', '--panicOnWarning'])('%s fails on a warning', (flag) => {
    const warned = writeSite(`-- content/_index.md --\n${DECK()}\n{{% note %}}\nnever closed\n`);
    expect(command.run(['build', '--quiet'], { cwd: warned }).status).toBe(0);
    const { status, stderr } = command.run(['build', flag, '-d', 'strict'], { cwd: warned });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^warning shortcode-unclosed /);
    expect(existsSync(path.join(warned, 'strict'))).toBe(false);
  });

  test('--minify, --cleanDestinationDir, --gc, --cacheDir and --printUnusedTemplates do what they say', () => {
    const own = writeSite(`
-- content/_index.md --
${DECK()}
Some    <!-- not for readers --> words

-- layouts/shortcodes/idle.html --
-- public/old.html --
`);
    const flags = ['--minify', '--cleanDestinationDir', '--printUnusedTemplates'];
    const cached = ['--gc', '--cacheDir', 'cache'];
    const { status, stdout, stderr } = command.run(['build', ...flags, ...cached], { cwd: own });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 file of earlier builds deleted\n1 deck, .* 1 warning → /);
    expect(stderr).toBe(
      'warning template-unused layouts/shortcodes/idle.html\nno page of this build uses this template\nhint: Delete it, or check its name and folder.\n\n',
    );
    expect(readFileSync(path.join(own, 'public/index.html'), 'utf8')).toContain('Some words');
    expect(existsSync(path.join(own, 'public/old.html'))).toBe(false);
    const clients = (): string[] =>
      readdirSync(path.join(own, 'cache/deckwright')).filter((name) => name !== 'builds');
    const [kept = ''] = clients();
    expect(kept).toMatch(/^[0-9a-f]{24}$/);
    writeFileSync(path.join(own, 'hugo.toml'), '[params.reveal_hugo]\ntheme = "sky"\n');
    const again = command.run(['build', ...cached], { cwd: own });
    expect(again.stdout).toMatch(/^1 bundle deleted from the cache\n/);
    expect(clients()).toHaveLength(1);
    expect(clients()).not.toContain(kept);
  });
});

describe('what is wrong', () => {
  test('a mistake is told at its line, with exit code 1', () => {
    const broken = writeSite(
      '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{< nope >}}\n',
    );
    const { status, stdout, stderr } = deckwright('build', '--source', broken);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`error shortcode-unknown content/_index.md:6:1
there is no shortcode named "nope"
  4 | # A
  5 |
> 6 | {{< nope >}}
    | ^
  7 |
hint: Did you mean "note"? To define your own, create layouts/shortcodes/nope.html (or .hbs).

Build failed: 1 error. Nothing was written.
`);
  });

  test('the last line of a failed build says how much is wrong, and what was written', () => {
    const lastLine = (text: string): string | undefined => text.trimEnd().split('\n\n').at(-1);
    const noted = `-- content/_index.md --\n${DECK()}\n{{% note %}}\nnever closed\n`;
    const lastOf = (files: string, ...flags: string[]): string | undefined =>
      lastLine(command.run(['build', ...flags], { cwd: writeSite(files) }).stderr);
    expect(lastOf(`-- hugo.toml --\ntitle = "never closed\n${noted}`)).toBe(
      'Build failed: 1 error, 1 warning. Nothing was written.',
    );
    expect(lastOf(noted, '--strict')).toBe('Build failed: 1 warning (strict). Nothing was written.');
    expect(lastOf(`${noted}-- content/talk/_index.md --\n${DECK()}\n{{< nope >}}\n`)).toBe(
      'Build failed: 1 error, 1 warning. Nothing was written. 1 of 2 decks has no errors: index.html',
    );
    expect(lastOf('-- content/_index.md --\n# Hello\n')).toBe('Build failed: 1 error. Nothing was written.');
    expect(lastOf(noted, '-s', 'gone')).toBe('Build failed: 1 error. Nothing was written.');
    expect(lastOf(`${noted}-- file --\nstays\n`, '-d', 'file/public', '--quiet')).toBe(
      'Build failed: 1 error. Nothing was written.',
    );
  });

  test('an empty folder, a folder without a deck, and one that is not there', () => {
    const empty = temporaryFolder();
    const first = command.run(['build'], { cwd: empty });
    expect(first).toMatchObject({ status: 1, stdout: '' });
    expect(first.stderr).toMatch(/^error no-deck\ncontent\/_index.md does not exist, .*\nhint: Create /);
    expect(readdirSync(empty)).toEqual([]);
    const bare = writeSite('-- content/_index.md --\n# Hello\n');
    const second = command.run(['build'], { cwd: bare });
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(/^error no-deck content\/_index.md:1:1\nno page asks for /);
    expect(readdirSync(bare)).toEqual(['content']);
    const third = command.run(['build', '-s', 'gone'], { cwd: empty });
    expect(third.status).toBe(1);
    expect(third.stderr).toMatch(
      /^error source-missing\nthe folder .*gone does not exist\nhint: Pass the folder /,
    );
    const fourth = command.run(['dev', '-s', 'content/_index.md'], { cwd: bare });
    expect(fourth.status).toBe(1);
    expect(fourth.stderr).toMatch(/^error source-missing\n.*_index.md is a file, not a folder\n/);
  });

  test('a destination that is the source, or that can’t be written', () => {
    const own = writeSite(`-- content/_index.md --\n${DECK()}\n-- file --\nstays\n`);
    const first = command.run(['build', '-d', 'content'], { cwd: own });
    expect(first.status).toBe(1);
    expect(first.stderr).toMatch(/^error destination-is-source\n/);
    const second = command.run(['build', '-d', 'file/public'], { cwd: own });
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(
      /^error destination-refuses\n.*can't be written: .*\nhint: Check its permissions /,
    );
    expect(readdirSync(own).sort()).toEqual(['content', 'file']);
    expect(readFileSync(path.join(own, 'file'), 'utf8')).toBe('stays\n\n');
  });

  test('a cache that can’t be written', () => {
    const { status, stderr } = deckwright('build', '--cacheDir', 'other.toml');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error cache-refuses\n.*can't be written: .*\nhint: Use another folder /);
  });

  test.each([
    [['biuld'], 'unknown command "biuld". Did you mean build?', ''],
    [['build', '--port', '1'], 'build has no flag --port; dev, preview and doctor do.', ' build'],
    [['dev', '-p', 'x'], '-p: "x" is not a port: use a number from 0 to 65535.', ' dev'],
  ])('%s is a usage error with exit code 2', (args, message, more) => {
    const { status, stdout, stderr } = deckwright(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(`${message}\nSee deckwright help${more}.\n`);
  });
});

/** The command as a user runs it: built, in a process of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSite } from './support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Below our own folder, because the command looks for its package above itself. */
const built = path.join(ROOT, 'node_modules', '.cache', 'deckwright-cli');

beforeAll(() => {
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', built], {
    cwd: ROOT,
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const site = writeSite(`
-- content/_index.md --
+++
title = "Deck"
outputs = ["Reveal"]
+++
# Hello
-- content/talk/_index.md --
+++
outputs = ["Reveal"]
draft = true
+++
# Draft
`);

function deckwright(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: '1' };
  return spawnSync(process.execPath, [path.join(built, 'cli.js'), ...args], {
    cwd: site,
    encoding: 'utf8',
    env,
  });
}

test('build writes the site and says what it wrote', () => {
  const { status, stdout, stderr } = deckwright('build');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^1 deck, 1 slide, 0 warnings → .*public \(\d+ ms\)\n$/);
  expect(existsSync(path.join(site, 'public/index.html'))).toBe(true);
});

test('flags say what to read, where to write and what to take in', () => {
  const destination = path.join(site, 'elsewhere');
  const { status, stdout } = deckwright(
    'build',
    '--source',
    site,
    '--destination',
    destination,
    '--baseURL',
    '/sub/',
    '--buildDrafts',
    '--quiet',
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(existsSync(path.join(destination, 'talk/index.html'))).toBe(true);
});

test('a mistake is told at its line, with exit code 1', () => {
  const broken = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n\n{{< nope >}}\n');
  const { status, stdout, stderr } = deckwright('build', '--source', broken);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(`error shortcode-unknown content/_index.md:6:1
there is no shortcode named "nope"
  4 | # A
  5 |
> 6 | {{< nope >}}
    | ^
  7 |
hint: Did you mean "note"? A shortcode of your own is layouts/shortcodes/nope.html, or .hbs.
`);
});

test('doctor says what a site is made of, sums it up, and writes nothing', () => {
  const folder = writeSite('-- content/_index.md --\n+++\noutputs = ["Reveal"]\n+++\n# A\n');
  const { status, stdout, stderr } = deckwright('doctor', folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Site\n {2}configuration {2}none\n/);
  expect(stdout).toMatch(/\n1 deck, 1 slide: builds as it is; .*, 0 warnings\n$/);
  expect(readdirSync(folder, { recursive: true })).toEqual(['content', path.join('content', '_index.md')]);
});

test('doctor looks for the files of decks too, and gives exit code 1 where a build would fail', () => {
  const broken = writeSite(
    '-- content/_index.md --\n+++\noutputs = ["Reveal"]\n[reveal_hugo]\ncustom_theme = "gone.css"\n+++\n# A\n',
  );
  expect(deckwright('doctor', broken).status).toBe(0);
  const { status, stdout, stderr } = deckwright('doctor', '--source', broken, '--strict', '--json');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    builds: false,
    decks: [{ path: 'index.html', theme: 'gone.css' }],
    findings: [{ code: 'style-missing', severity: 'warning', count: 1 }],
  });
});

test.each([
  [['biuld'], 'there is no command "biuld". Did you mean build?'],
  [['build', '--destinaton', 'x'], "Unknown option '--destinaton'. Did you mean destination?"],
  [['build', 'here'], '"here" is one word too many behind build.'],
  [['doctor', 'a', 'b'], '"b" is one word too many behind doctor.'],
  [['dev', '--port', 'x'], '"x" is no port.'],
  [['dev', '--bind', ''], '--bind needs an address.'],
  [['serv'], 'there is no command "serv". Did you mean serve?'],
])('%s is a usage error', (args, message) => {
  const { status, stderr } = deckwright(...args);
  expect(status).toBe(2);
  expect(stderr).toBe(`${message}\nSee deckwright help.\n`);
});

test('preview says when nothing was built', () => {
  const { status, stderr } = deckwright('preview', '--destination', path.join(site, 'nowhere'));
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error not-built\nthere is nothing to show: .*nowhere does not exist\nhint: Run deckwright build/,
  );
});

test.each(['dev', 'server', 'serve'])(
  '%s serves the site, and opens it where it is asked to',
  async (name) => {
    const browser = path.join(site, 'browser.js');
    const opened = path.join(site, `${name}.txt`);
    writeFileSync(browser, `require('node:fs').writeFileSync(process.env.OPENED, process.argv.at(-1));`);
    const started = spawn(
      process.execPath,
      [path.join(built, 'cli.js'), name, '--port', '0', '--open', '-N'],
      {
        cwd: site,
        env: { ...process.env, NO_COLOR: '1', BROWSER: browser, OPENED: opened },
      },
    );
    let printed = '';
    started.stdout.on('data', (part: Buffer) => (printed += part.toString()));
    try {
      await expect
        .poll(() => printed, { timeout: 20_000 })
        .toMatch(/^deckwright is at http:\/\/localhost:\d+\/ \(/m);
      const [url = ''] = /http:\S+/.exec(printed) ?? [];
      expect(await (await fetch(url)).text()).toContain('Hello');
      await expect
        .poll(() => existsSync(opened) && new URL(readFileSync(opened, 'utf8')).port)
        .toBe(new URL(url).port);
    } finally {
      started.kill();
    }
  },
);

test('an address of another machine is told, with exit code 1', () => {
  const { status, stderr } = deckwright('dev', '--bind', '192.0.2.1');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error bind-failed\nthe server can’t listen at 192\.0\.2\.1: .*\nhint: Name an address/,
  );
});

test('help and version', () => {
  expect(deckwright('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const { stdout } = deckwright();
  expect(stdout).toContain('deckwright COMMAND');
  expect(stdout).toMatch(/^ {2}dev +serve the site .* \(also: server, serve\)$/m);
  expect(stdout).toMatch(/^ {2}-D, --buildDrafts +take in drafts$/m);
  expect(stdout).toMatch(/^ {6}--bind … +the address to listen at/m);
});

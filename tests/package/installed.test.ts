/** What a user gets: the tarball, what it brings along, and the command in an empty folder. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPage, useBrowser } from '../support/browser.ts';
import { commandIn, packagesIn, sumSizes, useInstalledPackage } from '../support/installed-package.ts';
import { parseSite } from '../support/site.ts';
import { writeSiteFile } from '../support/write-site.ts';

const MOST_BYTES = 75_000_000;
const MOST_PACKAGES = 60;
/** The first build bundles the client. In milliseconds. */
const PATIENCE = 180_000;

const installed = useInstalledPackage('registry');
const browser = useBrowser();
const own = path.join(installed.folder, 'node_modules', 'deckwright');
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

function write(text: string): void {
  for (const [file, content] of Object.entries(parseSite(text)))
    writeSiteFile(installed.folder, file, content);
}

test('what is installed is small', ({ skip }) => {
  skip(!installed.isFromRegistry, 'the npm registry can’t be reached, so nothing was installed from it');
  const packages = packagesIn(installed.folder);
  const bytes = sumSizes(path.join(installed.folder, 'node_modules'));
  console.log(`node_modules: ${(bytes / 1e6).toFixed(1)} MB, ${packages.length} packages`);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  expect(packages.length).toBeLessThanOrEqual(MOST_PACKAGES);
  expect(existsSync(path.join(installed.folder, 'node_modules', '.bin', 'deckwright'))).toBe(true);
  // What a site brings when it needs it, and what only we need.
  for (const name of ['katex', 'mermaid', 'sass', 'playwright-core', '@fontsource/lato', 'markdown-it'])
    expect(packages).not.toContain(name);
});

test('the package has what it needs, and no more', () => {
  const files = filesOf(own);
  const folders = new Set(files.map((file) => /^(?:dist\/)?[^/]+/.exec(file)?.[0] ?? ''));
  expect([...folders].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'dist/THIRD-PARTY-NOTICES.md',
    'dist/assets',
    'dist/cli.js',
    'dist/compile-cache.js',
    'dist/finish-build.js',
    'dist/fonts',
    'dist/index.js',
    'dist/scss-worker.js',
    'dist/types',
    'docs',
    'layouts',
    'package.json',
    'schemas',
    'src',
    'starter',
    'themes',
  ]);
  expect(files.filter((file) => file.startsWith('src/') && !file.startsWith('src/client/'))).toEqual([]);
  expect(files.filter((file) => /\.(?:map|woff|tgz)$|test/.test(file))).toEqual([]);
});

test('nothing runs when it is installed', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const names = ['preinstall', 'install', 'postinstall', 'prepare'];
  expect(names.filter((name) => name in scripts)).toEqual([]);
});

test('what is taken in has its licence beside it', () => {
  const notices = readFileSync(path.join(own, 'dist/THIRD-PARTY-NOTICES.md'), 'utf8');
  const sections = notices.split(/^## /m).slice(1);
  const names = sections.map((section) => section.split(' - ')[0]);
  expect(names).toEqual(
    expect.arrayContaining([
      'gray-matter',
      'handlebars',
      'linkify-it',
      'markdown-it',
      'markdown-it-footnote',
    ]),
  );
  // gray-matter's own engines evaluate code.
  expect(names).not.toContain('js-yaml');
  for (const section of sections) expect(section).toMatch(/\((?:MIT|ISC|BSD-[23]-Clause)\)/);
  const fonts = path.join(own, 'dist/fonts');
  for (const family of readdirSync(fonts)) {
    expect(readFileSync(path.join(fonts, family, 'LICENSE'), 'utf8')).toMatch(/licen[cs]e/i);
    const files = filesOf(path.join(fonts, family));
    const sheets = files.filter((file) => file.endsWith('.css'));
    const named = sheets.flatMap((sheet) =>
      Array.from(
        readFileSync(path.join(fonts, family, sheet), 'utf8').matchAll(/url\(\.\/(files\/[\w.-]+\.woff2)\)/g),
        ([, file]) => file,
      ),
    );
    // Signs without letters are left out of fonts that are for headings only.
    const wanted = named.filter((file = '') => files.includes(file) || !/-(?:math|symbols)-/.test(file));
    expect(new Set(wanted)).toEqual(new Set(files.filter((file) => file.endsWith('.woff2'))));
  }
});

test(
  'the command builds a site, and a browser shows what preview serves',
  { timeout: PATIENCE },
  async () => {
    expect(installed.deckwright('version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const site = path.join(installed.folder, 'talks');
    expect(installed.deckwright('new', 'site', site)).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout, stderr } = installed.deckwright('build', '--source', site, '--strict');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('1 deck');
    const preview = spawn(
      process.execPath,
      [commandIn(installed.folder), 'preview', '--source', site, '--port', '0'],
      {
        cwd: installed.folder,
        env: { ...process.env, NO_COLOR: '1' },
      },
    );
    try {
      let printed = '';
      preview.stdout.on('data', (part: Buffer) => (printed += part.toString()));
      await expect.poll(() => /http:\S+/.exec(printed)?.[0], { timeout: 60_000 }).toBeDefined();
      const { page, problems, externalRequests } = await openPage(
        browser(),
        /http:\S+/.exec(printed)?.[0] ?? '',
      );
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate(() => window.Reveal.getIndices().h)).toBe(1);
      const fonts = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts]
          .filter(({ status: state }) => state === 'loaded')
          .map(({ family }) => family);
      });
      expect(fonts.join()).toContain('Manrope');
      expect({ problems, externalRequests }).toEqual({ problems: [], externalRequests: [] });
      await page.close();
    } finally {
      preview.kill();
    }
  },
);

test(
  'what a site has to bring is told by build and doctor, and nothing is fetched',
  { timeout: PATIENCE },
  () => {
    write(`
-- needs/content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
custom_theme = "look.scss"
custom_theme_compile = true
+++
{{< math >}}x^2{{< /math >}}

\`\`\`mermaid
graph LR
\`\`\`
-- needs/assets/look.scss --
$a: red;
`);
    const before = packagesIn(installed.folder);
    const { status, stderr } = installed.deckwright('build', '--source', 'needs');
    expect(status).toBe(1);
    for (const name of ['katex', 'mermaid', 'sass'])
      expect(stderr).toContain(`npm install --save-dev ${name}`);
    const doctor = installed.deckwright('doctor', 'needs');
    expect(doctor.status).toBe(1);
    expect(doctor.stdout).toMatch(/npm install --save-dev katex mermaid sass/);
    expect(packagesIn(installed.folder)).toEqual(before);
    expect(existsSync(path.join(installed.folder, 'needs/public'))).toBe(false);
  },
);

test('what check needs is told with the command that installs it: exit code 3', { timeout: PATIENCE }, () => {
  write(`
-- checked/content/_index.md --
+++
outputs = ["Reveal"]
+++
# Hello
`);
  const check = (...args: string[]): string => {
    const { status, stderr } = installed.deckwright('check', '--source', 'checked', ...args);
    return `${status} ${stderr}`;
  };
  expect(check()).toMatch(
    /^3 error browser-package-missing\n.* needs playwright-core and axe-core, which are not installed\nhint: .*npm install --save-dev playwright-core axe-core\n$/,
  );
  expect(check('--only', 'overflow')).toMatch(/^3 .*\n.* needs playwright-core, which is not installed\n/);
  write(`
-- checked/node_modules/playwright-core/package.json --
{ "name": "playwright-core" }
`);
  expect(check()).toMatch(/^3 .*\n.* needs axe-core, which is not installed\n/);
});

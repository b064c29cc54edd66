/** The public API as programs have it: its types, and the examples in docs/api.md and in the comments. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useBrowserPath } from '../support/browser-path.ts';
import { readDocument } from '../support/documents.ts';
import { type CommandResult, useInstalledPackage } from '../support/installed-package.ts';
import { parseSite } from '../support/site.ts';
import { writeSiteFile } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const installed = useInstalledPackage('checkout');
const { folder } = installed;
useBrowserPath();

/** Vite's declarations are read along, and there are many. In milliseconds. */
const PATIENCE = 300_000;

function write(text: string): void {
  for (const [file, content] of Object.entries(parseSite(text))) writeSiteFile(folder, file, content);
}

function run(file: string, ...args: string[]): CommandResult {
  return spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8' });
}

/** Links a package of ours that a site may install. */
function linkPackage(name: string): void {
  symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
}

const TALKS = `
-- talks/content/_index.md --
+++
title = "My talk"
outputs = ["Reveal"]
+++
# One

---

# Two
-- index.html --
<!doctype html><html lang="en"><head><title>Project</title></head><body><script type="module" src="/main.js"></script></body></html>
-- main.js --
console.log('project');
`;

/** The example of docs/api.md that is this file. */
function documentedProgram(file: string): string {
  const blocks = readDocument('docs/api.md').parts.flatMap((part) => part.blocks);
  const found = blocks.find(({ name }) => name === file);
  if (found === undefined) throw new Error(`docs/api.md has no example ${file}`);
  return found.text;
}

test('the program of docs/api.md runs', { timeout: PATIENCE }, () => {
  write(TALKS);
  writeSiteFile(folder, 'talks.mjs', documentedProgram('talks.mjs'));
  const { status, stdout, stderr } = run('talks.mjs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^My talk: 2 slides, 0 problems\nhttp:\/\/localhost:\d+\/\n$/);
  expect(existsSync(path.join(folder, 'public/index.html'))).toBe(true);
});

test('the check of docs/api.md runs', { timeout: PATIENCE }, () => {
  write(TALKS);
  writeSiteFile(folder, 'check.mjs', documentedProgram('check.mjs'));
  expect(run('check.mjs').stderr).toContain('needs playwright-core, which is not installed');
  linkPackage('playwright-core');
  const { status, stdout, stderr } = run('check.mjs');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('2 slides, 0 findings, 0 decks not checked\n');
});

test('the project of docs/api.md builds', { timeout: PATIENCE }, () => {
  write(TALKS);
  writeSiteFile(folder, 'vite.config.js', documentedProgram('vite.config.js'));
  const { status, stderr } = run(path.join(folder, 'node_modules/vite/bin/vite.js'), 'build');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(path.join(folder, 'dist/talks/index.html'), 'utf8')).toContain('<h1 id="one">One</h1>');
  expect(existsSync(path.join(folder, 'dist/index.html'))).toBe(true);
});

test('a program in CommonJS has it too', () => {
  writeSiteFile(folder, 'old.cjs', `console.log(Object.keys(require('deckwright')).sort().join());`);
  const { stdout } = run('old.cjs');
  expect(stdout).toBe(
    'DeckError,build,check,createPipeline,deckPlugin,diskFiles,memoryFiles,preview,serve\n',
  );
});

const CONSUMER = `
import { build, check, type CheckFinding, type CheckOptions, createPipeline, DeckError, type DeckPluginOptions, deckPlugin, type Diagnostic, memoryFiles, type RenderedDeck, serve } from 'deckwright';
import { defineConfig } from 'vite';

const pipeline = createPipeline({ files: memoryFiles({ 'content/_index.md': '# A' }) });
const rendered: readonly RenderedDeck[] = pipeline.decks().decks.map((deck) => pipeline.render(deck));
const found: readonly Diagnostic[] = rendered.flatMap(({ diagnostics }) => diagnostics);
const options: DeckPluginOptions = { source: 'talks', path: 'talks' };
export const config = defineConfig({ plugins: [deckPlugin(options)] });
export async function main(): Promise<string> {
  try {
    await build({ source: 'talks', strict: found.length > 0 });
  } catch (error) {
    if (error instanceof DeckError) return error.diagnostics.map(({ code }) => code).join();
  }
  const { url, close } = await serve({ port: 0 });
  await close();
  return url;
}
const checked: CheckOptions = { decks: ['talks'], only: ['overflow'], viewports: [{ width: 390, height: 844 }] };
export const findings: Promise<readonly CheckFinding[]> = check(checked).then((result) => result.findings);
// @ts-expect-error: there is no such option.
await build({ sauce: 'talks' });
// @ts-expect-error: files are needed.
createPipeline({});
`;

/** The examples in the comments of the declarations, each as a module. */
function examples(): readonly string[] {
  const types = path.join(folder, 'node_modules/deckwright/dist/types');
  const texts = readdirSync(types, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => readFileSync(path.join(types, file), 'utf8'));
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/ \* @example\n([\s\S]*?) \*\/\n/g), ([, code = '']) => {
      const plain = code.replace(/^ \* ?/gm, '');
      return plain.includes('import ')
        ? plain
        : `import { build, check, createPipeline, diskFiles, preview, serve } from 'deckwright';\n${plain}`;
    }),
  );
}

test.each([
  ['node16', 'node16'],
  ['bundler', 'esnext'],
])('types are found with moduleResolution %s', { timeout: PATIENCE }, (moduleResolution, module) => {
  const named = examples();
  expect(named.length).toBeGreaterThanOrEqual(5);
  write(`-- typed/consumer.ts --\n${CONSUMER}`);
  for (const [n, code] of named.entries()) writeSiteFile(folder, `typed/example-${n}.ts`, code);
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'es2022',
    lib: ['es2023', 'dom'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    types: ['node'],
    typeRoots: [path.join(ROOT, 'node_modules/@types')],
  };
  const config = { compilerOptions, include: ['*.ts'] };
  writeSiteFile(folder, 'typed/tsconfig.json', JSON.stringify(config));
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = run(tsc, '-p', 'typed');
  // Vite's own declarations name packages that only some of its users have.
  const ours = stdout
    .split('\n')
    .filter((line) => /error/.test(line) && !/node_modules\/(?!deckwright)/.test(line));
  expect(ours).toEqual([]);
});

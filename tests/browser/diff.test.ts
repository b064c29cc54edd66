/** Changes since a revision: what is found, what is written, and how its page is read by keyboard. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportDiff, type DiffResult } from '../../src/export/diff/diff.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { useBrowser, watchPage } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

useBrowserPath();
const browser = useBrowser();

const slides = (...texts: readonly string[]): string =>
  `+++\ntitle = "Boats <em> | all"\noutputs = ["Reveal"]\n[reveal_hugo]\nslide_number = true\n+++\n${texts.join('\n\n---\n\n')}\n`;
const BEFORE = slides(
  '# Start',
  '## Sails\n\nThey are white.',
  '## Keel',
  '# End\n\n{{% note %}}\nBye.\n{{% /note %}}',
);
const AFTER = slides(
  '# Start',
  '## Sails\n\nThey are red.',
  '## Mast',
  '## Something else',
  '# End\n\n{{% note %}}\nThank you.\n{{% /note %}}',
);

const source = writeSite(`
-- hugo.toml --
title = "Talks"
-- content/boats/_index.md --
${BEFORE}
-- content/old/_index.md --
${slides('# Old')}
-- content/same/_index.md --
${slides('# Same')}
`);
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-C', source, '-c', 'user.name=Ada', '-c', 'user.email=a@example.org', ...args], {
    stdio: 'ignore',
  });
};
git('init', '-q');
git('add', '-A');
git('-c', 'commit.gpgsign=false', 'commit', '-qm', 'First <b>state</b>');

const output = path.join(temporaryFolder(), 'diff');
let result: DiffResult;

beforeAll(async () => {
  writeFileSync(path.join(source, 'content', 'boats', '_index.md'), AFTER);
  git('mv', 'content/old', 'content/new');
  result = await exportDiff({ source, ref: 'HEAD', output });
});

test('finds what was changed, added and removed, and what is the same', () => {
  const found = result.changes.map(({ name, kind, changes }) => [
    name,
    kind,
    ...changes.map((change) => `${change.kind} ${(change.after ?? change.before)?.number}`),
  ]);
  expect(found.toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
    ['/boats/', 'changed', 'changed 2', 'changed 3', 'added 4', 'changed 5'],
    ['/new/', 'added', 'added 1'],
    ['/old/', 'removed', 'removed 1'],
    ['/same/', 'same'],
  ]);
  expect([result.summary, result.problems]).toEqual(['3 slides changed, 2 added, 1 removed', []]);
});

test('writes a summary in which no heading is markup', () => {
  const summary = readFileSync(path.join(output, 'summary.md'), 'utf8');
  expect(summary).toContain('## Decks: 3 slides changed, 2 added, 1 removed');
  expect(summary).toContain(String.raw`### Boats \<em\> \| all ${'`/boats/`'}`);
  expect(summary).toMatch(/\| 5, was 4 \| End \| changed: notes \|/);
  expect(summary).toContain('1 deck without changes.');
});

test('writes pictures of what has changed only, and replaces them the next time', async () => {
  const has = (name: string): boolean => existsSync(path.join(output, 'slides', ...name.split('/')));
  expect(
    ['boats/2-before.png', 'boats/2-after.png', 'boats/2-marked.png', 'new/1-after.png'].map(has),
  ).toEqual([true, true, true, true]);
  expect(['boats/1-after.png', 'boats/5-after.png', 'same/1-after.png'].map(has)).toEqual([
    false,
    false,
    false,
  ]);
  const again = path.join(temporaryFolder(), 'again');
  const options = { source, ref: 'HEAD', decks: ['boats'], output: again };
  await exportDiff(options);
  writeFileSync(path.join(source, 'content', 'boats', '_index.md'), BEFORE);
  expect((await exportDiff(options)).summary).toBe('no changes');
  expect(existsSync(path.join(again, 'slides'))).toBe(false);
});

test('says which state has a mistake', async () => {
  const broken = `${BEFORE}\n{{< nowhere >}}\n`;
  writeFileSync(path.join(source, 'content', 'boats', '_index.md'), broken);
  git('stash', '-q');
  const run = exportDiff({ source, ref: 'stash@{0}', output: path.join(temporaryFolder(), 'a') });
  await expect(run).rejects.toThrow(/^stash@\{0\} \([\da-f]+\): there is no shortcode named "nowhere"$/m);
});

describe('the page', () => {
  test('shows changes in three ways, and goes from one to the next, by keyboard', async () => {
    const { page, problems } = await watchPage(browser());
    await page.goto(pathToFileURL(path.join(output, 'index.html')).href);
    const shown = page.locator('article', { hasText: 'Sails' }).locator('figure:visible');
    expect(await shown.count()).toBe(2);
    expect(await page.locator('h1').textContent()).toBe('Changes since HEAD');
    expect(await page.locator('header b').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const opacity = (): Promise<string> =>
      shown.nth(1).evaluate((figure) => getComputedStyle(figure).opacity);
    expect(await opacity()).toBe('0.5');
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    expect(await opacity()).toBe('1');
    await page.locator('input[value=onion]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await shown.locator('figcaption').allTextContents()).toEqual(['What changed']);
    const current = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.querySelector('h3')?.textContent?.split(' ')[0] ?? null);
    await page.keyboard.press('j');
    expect(await current()).toBe('2');
    await page.keyboard.press('j');
    expect(await current()).toBe('3');
    await page.keyboard.press('k');
    expect(await current()).toBe('2');
    const added = page.locator('article', { hasText: 'End' }).locator('ins');
    expect(await added.allTextContents()).toEqual(['Thank you']);
    expect(problems).toEqual([]);
  });
});

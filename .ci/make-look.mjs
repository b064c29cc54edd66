// Makes docs/images/look-themes.webp and look-layouts.webp with our own export: node .ci/make-look.mjs, after build:cli.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '..');
const work = mkdtempSync(path.join(tmpdir(), 'deckwright-look-'));
const themes = [
  'studio', 'studio-dark', 'beige', 'black', 'black-contrast', 'blood', 'dracula', 'league', 'moon', 'night',
  'serif', 'simple', 'sky', 'solarized', 'white', 'white-contrast',
]; // prettier-ignore
const layouts = [
  'cover', 'section', 'statement', 'quote', 'big-number', 'two-columns', 'comparison', 'picture-left',
  'picture-right', 'picture-full', 'code', 'end',
]; // prettier-ignore

/** Runs the command. */
function run(...words) {
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...words, '--quiet'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`deckwright ${words.join(' ')} has failed`);
}

/** Exports a slide of each theme. */
function exportThemes() {
  const source = path.join(work, 'themes');
  for (const theme of themes) {
    const folder = path.join(source, 'content', theme);
    mkdirSync(folder, { recursive: true });
    const isOwn = theme.startsWith('studio');
    const size = isOwn ? 'width = 1280\nheight = 720\ncenter = false' : 'width = 1120\nheight = 630';
    writeFileSync(
      path.join(folder, '_index.md'),
      `+++\ntitle = "${theme}"\noutputs = ["Reveal"]\n[reveal_hugo]\ntheme = "${theme}"\n${size}\n+++\n## ${theme}\n\n- **Words**, *slanted*, with [a link](#/0)\n- Some \`code\`, and then\n\n> A quotation of one line\n`,
    );
  }
  run('export', 'png', '--all', '-s', source, '-o', path.join(work, 'theme-pictures'), '--size', '640');
  return themes.map((theme) => ({
    name: theme,
    file: path.join(work, 'theme-pictures', theme, 'slide-01.png'),
  }));
}

/** Exports the slide of each layout in the talk of the tests. */
function exportLayouts() {
  const source = path.join(work, 'talk');
  cpSync(path.join(root, 'tests', 'fixtures', 'talk'), source, { recursive: true });
  const slides = readFileSync(path.join(source, 'content', '_index.md'), 'utf8').split(/^---$/m);
  run('export', 'png', '/', '-s', source, '-o', path.join(work, 'layout-pictures'), '--size', '640');
  return layouts.map((layout) => {
    const number = slides.findIndex((slide) => slide.includes(`layout="${layout}"`)) + 1;
    const file = path.join(work, 'layout-pictures', `slide-${String(number).padStart(2, '0')}.png`);
    return { name: layout, file };
  });
}

/** Puts pictures on a sheet. */
async function writeSheet(browser, pictures, target) {
  const page = await browser.newPage({ viewport: { width: 1312, height: 400 } });
  const cells = pictures.map(({ name, file }) => {
    const address = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
    return `<figure><img src="${address}" alt=""><figcaption>${name}</figcaption></figure>`;
  });
  await page.setContent(`<style>
body { margin: 0; padding: 16px; display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; background: #e8eaee; }
figure { margin: 0 } img { display: block; width: 100%; border-radius: 4px }
figcaption { padding: 6px 2px 0; font: 15px/1.3 sans-serif; color: #333 }</style>${cells.join('')}`);
  const png = (await page.screenshot({ fullPage: true })).toString('base64');
  const webp = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.8).split(',')[1];
  }, png);
  writeFileSync(path.join(root, 'docs', 'images', target), Buffer.from(webp, 'base64'));
  await page.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await writeSheet(browser, exportThemes(), 'look-themes.webp');
  await writeSheet(browser, exportLayouts(), 'look-layouts.webp');
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

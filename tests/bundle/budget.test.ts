/** What a reader loads of our own deck. The lines are those that the project has set itself. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { createNew } from '../../src/new/new.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ALL_THEMES } from '../support/themes.ts';
import { writeSite } from '../support/write-site.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const site = writeSite(`
-- hugo.toml --
title = "Budget"
${ALL_THEMES.map((theme) => `-- content/${theme}/_index.md --\n+++\ntitle = "A"\noutputs = ["Reveal"]\n[reveal_hugo]\ntheme = "${theme}"\n+++\n# A first slide\n\nWith words\n`).join('\n')}
`);
const own = temporaryFolder();
const made = temporaryFolder();
const started = temporaryFolder();

/** The line for a page with its styles and scripts, in bytes. */
const LINE = 52_000;

beforeAll(async () => {
  await build({ source: ROOT, destination: own, quiet: true });
  await build({ source: site, destination: made, quiet: true });
  const fresh = path.join(temporaryFolder(), 'fresh');
  createNew(['site', fresh]);
  await build({ source: fresh, destination: started, quiet: true });
});

// A stylesheet for other screens is loaded after all that is needed.
const ADDRESS_RE =
  /<(?:link rel="(?:stylesheet|preload)"(?![^>]*media="screen and \(max-width)|script)[^>]* (?:href|src)="([^"]+)"/g;

/** Bytes that a page moves before its deck can be driven, by the ends of the files; texts as gzip. */
function weigh(folder: string, deck: string): Record<'html' | 'css' | 'js' | 'woff2', number> {
  const file = path.join(folder, deck, 'index.html');
  const html = readFileSync(file);
  const sum = { html: gzipSync(html).length, css: 0, js: 0, woff2: 0 };
  for (const [, address = ''] of html.toString().matchAll(ADDRESS_RE)) {
    const bytes = readFileSync(path.join(path.dirname(file), address));
    const kind = path.extname(address).slice(1) as keyof typeof sum;
    sum[kind] += kind === 'woff2' ? bytes.length : gzipSync(bytes).length;
  }
  return sum;
}

describe('a deck keeps within its lines', () => {
  test.each([
    // Eight kilobytes of this deck are words, notes and descriptions of pictures.
    ['k8s-networking', () => own, LINE + 5000] as const,
    ['', () => started, LINE] as const,
    ...ALL_THEMES.map((theme) => [theme, () => made, LINE] as const),
  ])('%s', (deck, folder, line) => {
    const { html, css, js, woff2 } = weigh(folder(), deck);
    expect(js).toBeGreaterThan(0);
    expect(js).toBeLessThanOrEqual(36_000);
    expect(html + css + js).toBeLessThanOrEqual(line);
    expect(woff2).toBeLessThanOrEqual(45_000);
  });
});

/** The pages of the print view: the numbers of slides, the notes, and where each page ends. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningServer } from '../../src/index.ts';
import { openPage, useBrowser } from '../support/browser.ts';
import { modes } from '../support/modes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

const FAULTS = path.resolve(import.meta.dirname, '..', 'faults');
const copyOf = (name: string): string => temporaryFolder(path.join(FAULTS, name, 'site'));
const sites = {
  numbers: copyOf('print-numbers'),
  notes: copyOf('notes-of-fragments'),
  others: writeSite(`
-- hugo.toml --
title = "T"
-- content/_index.md --
+++
title = "One stack alone"
outputs = ["Reveal"]
[reveal_hugo]
slide_number = true
+++
{{% section %}}

## Above

---

## Below

{{% /section %}}
-- content/notes/_index.md --
+++
title = "Notes"
outputs = ["Reveal"]
+++
# One

{{% note %}}
${'Many words for the first slide. '.repeat(40)}
{{% /note %}}

---

# Two

<div class="fragment" data-fragment-index="2">later <aside class="notes">Words <em>inside</em></aside></div>
<p class="fragment" data-fragment-index="1">sooner</p>
<p class="fragment" data-fragment-index="1" data-notes="Words of an attribute">as soon</p>

---

{{< slide notes="Words of the slide" >}}

# Three

<p class="fragment fade-in-then-out">passes</p>
<div class="r-stack"><p class="fragment current-visible">below</p><p class="fragment current-visible">above</p></div>
`),
};
const browser = useBrowser();

const textsOf = (page: Page, selector: string): Promise<readonly string[]> =>
  page.$$eval(selector, (found) =>
    found.map((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
  );

/** What the slides are followed by, and how high it is: whole pages for slides. */
const flowOf = (page: Page): Promise<readonly string[]> =>
  page.$$eval('.slides > *', (found) =>
    found.map((element) => {
      const words = element.matches('.pdf-page')
        ? element.querySelector('h1')?.textContent
        : element.textContent;
      return `${element.matches('.pdf-page') ? 'slide' : 'notes'}: ${words?.trim().slice(0, 30)}`;
    }),
  );

describe.each(modes)('%s', (_name, start) => {
  const servers: RunningServer[] = [];
  const open = async (site: keyof typeof sites, place: string): ReturnType<typeof openPage> =>
    openPage(browser(), servers[Object.keys(sites).indexOf(site)]?.url + place);
  beforeAll(async () => {
    for (const site of Object.values(sites)) servers.push(await start(site));
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  test.each([
    ['', ['1/3', '2/3', '3/3', '3/3', '3/3']],
    ['&pdfSeparateFragments=false', ['1/3', '2/3', '3/3', '3/3']],
    ['&slideNumber=c', ['1', '2', '3', '3', '3']],
    ['&slideNumber=h.v', ['1', '2.1', '2.2', '2.2', '2']],
    ['&slideNumber=h%2Fv&showSlideNumber=print', ['1', '2/1', '2/2', '2/2', '2']],
    ['&slideNumber=true', ['1', '2.1', '2.2', '2.2', '2']],
    ['&showSlideNumber=speaker', []],
    ['&slideNumber=false', []],
  ])('pages have the numbers that slides have on the screen, with "%s"', async (query, numbers) => {
    const { page, problems } = await open('numbers', `?print-pdf${query}`);
    expect(await textsOf(page, '.pdf-page > .slide-number-pdf')).toEqual(numbers);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('what the screen says is what pages say', async () => {
    const { page } = await open('numbers', '?slideNumber=h%2Fv');
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      const [number = ''] = await textsOf(page, '.reveal > .slide-number');
      seen.push(number.replaceAll(' ', ''));
      await page.keyboard.press('Space');
    }
    const printed = await open('numbers', '?print-pdf&slideNumber=h%2Fv');
    expect(await textsOf(printed.page, '.slide-number-pdf')).toEqual(seen);
    await page.close();
    await printed.page.close();
  });

  test('a stack alone has plain numbers', async () => {
    const { page } = await open('others', '?print-pdf');
    expect(await textsOf(page, '.slide-number-pdf')).toEqual(['1', '2']);
    await page.close();
  });

  test('the words of steps are printed with their pages', async () => {
    const { page, problems } = await open('notes', '?print-pdf');
    expect(await textsOf(page, '.pdf-page > .speaker-notes')).toEqual([
      'Words for the slide',
      'Words for the first step',
      'Words for the second step',
    ]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('and on pages of their own behind the page of their step', async () => {
    const { page } = await open('notes', '?print-pdf&showNotes=separate-page');
    expect(await flowOf(page)).toEqual([
      'slide: One',
      'notes: Words for the slide',
      'slide: One',
      'notes: Words for the first step',
      'slide: One',
      'notes: Words for the second step',
    ]);
    await page.close();
  });

  test('all of them where a slide has one page, in the order of the steps', async () => {
    const { page } = await open(
      'others',
      'notes/?print-pdf&showNotes=separate-page&pdfSeparateFragments=false',
    );
    expect(await textsOf(page, '.slides > .speaker-notes')).toEqual([
      expect.stringContaining('Many words for the first slide.'),
      'Words of an attribute Words inside',
      'Words of the slide',
    ]);
    await page.close();
  });

  test('a page of notes cuts no slide, and no sheet stays empty', async () => {
    const { page } = await open(
      'others',
      'notes/?print-pdf&showNotes=separate-page&pdfSeparateFragments=false',
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // Three slides and the notes of each.
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(6);
    await page.close();
  });

  test('fragments that pass are on the one page of their slide, the last one of a pile', async () => {
    const { page } = await open('others', 'notes/?print-pdf&pdfSeparateFragments=false');
    const seen = await page.$$eval('.pdf-page:last-of-type .fragment', (found) =>
      found.map((element) => getComputedStyle(element).visibility),
    );
    expect(seen).toEqual(['visible', 'hidden', 'visible']);
    await page.close();
  });
});

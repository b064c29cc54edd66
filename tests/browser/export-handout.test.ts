/** Handouts: which slides are on which page, and where their notes go. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { exportHandout, type HandoutOptions } from '../../src/export/handout/handout.ts';
import { layOutHandout, slidesPerPage } from '../../src/export/handout/layout.ts';
import { paperScript, type PaperPlan, type PaperTools } from '../../src/export/handout/paper-tools.ts';
import { writeFooter, writeSheet, writeSheetRules } from '../../src/export/handout/sheet.ts';
import { fixUnits } from '../../src/export/snapshot/fix-units.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { useBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = temporaryFolder(path.resolve(import.meta.dirname, '..', 'fixtures', 'handout'));
const browser = useBrowser();
useBrowserPath();

const name = (text: string): PDFName => PDFName.of(text);

interface Exported {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocument;
}

async function run(options: HandoutOptions = {}): Promise<Exported> {
  const output = path.join(temporaryFolder(), 'handout.pdf');
  const result = await exportHandout({ source, output, ...options });
  expect([result.problems, result.warnings]).toEqual([[], []]);
  const bytes = readFileSync(output);
  return { file: output, bytes, pdf: await PDFDocument.load(bytes, { updateMetadata: false }) };
}

/** The titles of bookmarks with the indexes of their pages. */
function bookmarksOf(
  pdf: PDFDocument,
  first = pdf.catalog.lookup(name('Outlines'), PDFDict),
): readonly unknown[] {
  const titles: unknown[] = [];
  for (let at = first.lookupMaybe(name('First'), PDFDict); at; at = at.lookupMaybe(name('Next'), PDFDict)) {
    const target = at.lookup(name('Dest'), PDFArray).get(0);
    const title = at.lookup(name('Title'), PDFString, PDFHexString).decodeText();
    titles.push([title, pdf.getPages().findIndex(({ ref }) => ref === target)]);
    if (at.has(name('First'))) titles.push(...bookmarksOf(pdf, at));
  }
  return titles;
}

/** The names of fonts, without the mark for a part of one. */
const fontsOf = (pdf: PDFDocument): readonly string[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const font = object instanceof PDFDict ? object.lookupMaybe(name('BaseFont'), PDFName) : undefined;
    return font?.decodeText().replace(/^[A-Z]{6}\+/, '') ?? [];
  });

const sizeOf = (page: PDFPage): readonly number[] => [page.getWidth(), page.getHeight()].map(Math.round);

describe('a handout', () => {
  test('three slides a page, tagged, with bookmarks, links and facts, and the same bytes again', async () => {
    const { pdf, bytes, file } = await run();
    expect(new Set(pdf.getPages().map((page) => sizeOf(page).join()))).toEqual(new Set(['595,842']));
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual(['Boats: a handout', 'Grace Hopper']);
    expect(pdf.catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true');
    const bookmarks = bookmarksOf(pdf);
    const [first, second, third, ...others] = bookmarks;
    expect([first, second, third]).toEqual([
      ['Boats', 0],
      ['No notes here', 0],
      ['A long story', 0],
    ]);
    // The long notes have taken pages in between.
    const pages = others.map((one) => (one as [string, number])[1]);
    expect(pages[0]).toBeGreaterThan(1);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    expect(pdf.catalog.lookup(name('Dests'), PDFDict).has(name('deck-slide-2-1'))).toBe(true);
    // The notes have words in italics that the slides have not.
    expect(fontsOf(pdf)).toContain('SourceSansPro-Italic');
    const again = await run();
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
    if (spawnSync('pdftotext', ['-v']).error) return;
    expectWholeText(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }), pdf.getPageCount());
  });

  test('letter, six slides a page, some of the slides', async () => {
    const { pdf } = await run({ paper: 'letter', perPage: 6, range: '1-2,4-' });
    expect(pdf.getPages().map(sizeOf)).toEqual([[612, 792]]);
    expect(bookmarksOf(pdf)).toEqual([
      ['Boats', 0],
      ['No notes here', 0],
      ['Links', 0],
      ['half the window', 0],
      ['The end', 0],
    ]);
  });
});

/** All words of the long notes, in order, and the footer of each page. */
function expectWholeText(text: string, pages: number): void {
  const story = readFileSync(path.join(source, 'content', '_index.md'), 'utf8');
  const WORD_RE = /\b(?:p\d+w\d+|i[tu]\d+)\b/g;
  expect(text.match(WORD_RE)).toEqual(story.match(WORD_RE));
  for (const words of ['End of the story.', 'Words for the second step', '日本語のメモ。', '2 January 2026'])
    expect(text).toContain(words);
  for (let page = 1; page <= pages; page++) expect(text.replaceAll(' ', '')).toContain(`${page}/${pages}`);
}

declare const deckPaper: PaperTools;

/** What is on a page: the numbers of its slides, and whether all is above its footer. */
interface PaperPage {
  readonly numbers: readonly string[];
  readonly isInside: boolean;
  readonly text: string;
  readonly lines: number;
}

const DECK = { width: 960, height: 700 };

/** Lays out slides with these notes, and reads the pages. */
async function lay(
  notes: readonly string[],
  perPage: (typeof slidesPerPage)[number],
  place: 'below' | 'beside',
) {
  const layout = layOutHandout(DECK, { paper: 'a4', perPage, notes: place });
  const facts = { title: 'Title', author: '', description: '', language: 'en', size: DECK };
  const walked = notes.map((html, h) => ({
    slide: {
      h,
      v: 0,
      id: '',
      steps: 1,
      isInStack: false,
      isHidden: false,
      heading: '',
      number: `${h + 1}`,
      place: h + 1,
    },
    step: 0,
    facts: {
      heading: '',
      text: '',
      notes: html === '' ? [] : [{ step: 0, html, text: '' }],
      links: [],
      visibility: '',
      late: [],
    },
    missing: [],
    made: { html: '<div>slide</div>', head: [], root: [] },
    problem: undefined,
  }));
  const page = await browser().newPage({ viewport: DECK });
  await page.setContent(
    `<!doctype html><style>body { margin: 0 }${writeSheetRules(layout, DECK, place)}</style>
    ${writeSheet(walked, layout, writeFooter(facts, undefined))}`,
  );
  await page.evaluate(paperScript);
  const plan: PaperPlan = await page.evaluate((height) => deckPaper.paginate(height), layout.rowHeight);
  const pages: readonly PaperPage[] = await page.evaluate(() =>
    [...document.querySelectorAll('.handout-page')].map((one) => {
      const body = one.querySelector('.handout-body')?.getBoundingClientRect().bottom ?? 0;
      const parts = [...one.querySelectorAll('.handout-slide, .handout-notes, .handout-line')];
      return {
        numbers: [...one.querySelectorAll('.handout-number')].map((number) => number.textContent),
        isInside: parts.every((part) => part.getBoundingClientRect().bottom <= body + 2),
        text: [...one.querySelectorAll('.handout-notes')].map((part) => part.textContent).join(' '),
        lines: one.querySelectorAll('.handout-line').length,
      };
    }),
  );
  const markup = await page
    .locator('.handout-notes')
    .evaluateAll((all) => all.map(({ innerHTML }) => innerHTML));
  await page.close();
  return { plan, pages, markup };
}

const words = (count: number, mark: string): string =>
  Array.from({ length: count }, (_, index) => `${mark}${index + 1}`).join(' ');

describe('paper', () => {
  test.each(slidesPerPage.flatMap((perPage) => [[perPage, 'below'] as const, [perPage, 'beside'] as const]))(
    '%i slides a page, notes %s: slides in order, lines where there are no notes',
    async (perPage, place) => {
      const { pages, plan } = await lay(['', 'Short', '', '', '', '', ''], perPage, place);
      const expected = Array.from({ length: Math.ceil(7 / perPage) }, (_, page) =>
        ['1', '2', '3', '4', '5', '6', '7'].slice(page * perPage, (page + 1) * perPage),
      );
      expect(pages.map(({ numbers }) => numbers)).toEqual(expected);
      expect(plan.slides).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => Math.floor(index / perPage)));
      expect(pages.every(({ isInside }) => isInside)).toBe(true);
      const lines = pages.at(-1)?.lines ?? 0;
      expect(lines).toBeGreaterThan(0);
      expect(pages[0]?.lines).toBe((lines * (perPage === 1 ? 1 : perPage - 1)) / expected.at(-1)!.length);
    },
  );

  test.each([
    [1, 'below'],
    [2, 'below'],
    [3, 'beside'],
    [6, 'below'],
  ] as const)(
    '%i slides a page, notes %s: long notes flow on, with every word once',
    async (perPage, place) => {
      const long = `<p>${words(900, 'a')}</p>
<p><b>${words(300, 'b')}</b> ${words(300, 'c')}</p>`;
      const { pages } = await lay(
        ['Short', long, `<pre>${words(900, 'd').replaceAll(' ', '\n')}</pre>`, ''],
        perPage,
        place,
      );
      expect(pages.every(({ isInside }) => isInside)).toBe(true);
      const text = pages.map((page) => page.text).join(' ');
      for (const [mark, count] of [
        ['a', 900],
        ['b', 300],
        ['c', 300],
        ['d', 900],
      ] as const)
        expect(text.match(new RegExp(`\\b${mark}\\d+\\b`, 'g'))?.join(' ')).toBe(words(count, mark));
      expect(pages.flatMap(({ numbers }) => numbers)).toContain('2 …');
    },
  );

  test('lists go on with their numbers, and the rest of an item has no second one', async () => {
    const list = `<ol><li>${words(10, 'a')}</li><li>${words(3000, 'b')}</li><li>last</li></ol>`;
    const { markup } = await lay([list], 1, 'below');
    expect(markup.length).toBeGreaterThan(2);
    expect(markup[0]).toContain('<ol><li>a1');
    for (const rest of markup.slice(1)) expect(rest).toMatch(/<ol start="2"><li style="list-style: none;?">/);
    expect(markup.at(-1)).toMatch(/<li>last<\/li>/);
  });

  test('a paragraph does not begin on the last line of a page', async () => {
    // One line more each time, so that some paragraph would begin there.
    for (const lines of [0, 1, 2]) {
      const start = Array.from({ length: lines }, (_, line) => `<p>line ${line}</p>`).join('');
      const { markup } = await lay([start + `<p>${words(40, 'longer-word-')}</p>`.repeat(40)], 2, 'beside');
      const cut = markup.slice(0, -1).map((page) => page.split('<p>').at(-1) ?? '');
      // A line has three of these words.
      for (const last of cut) expect(last.split(' ').length).toBeGreaterThan(4);
    }
  });

  test('what is higher than a page is made smaller', async () => {
    const tall =
      '<p>before</p><div><svg width="100" height="4000" style="max-height: none"></svg></div><p>after</p>';
    const { pages } = await lay([tall], 1, 'below');
    expect(pages.every(({ isInside }) => isInside)).toBe(true);
    expect(pages.map(({ text }) => text.trim()).join(' ')).toMatch(/^before\s+after$/);
  });
});

test('shares of the window are those of the deck', async () => {
  const page = await browser().newPage({ viewport: { width: 500, height: 400 } });
  await page.setContent(
    `<style>@media all { p { width: calc(50vw + 1px); background: url(5vh.png) } }</style>
    <p style="height: 10dvh; margin: -1.5vmin">`,
  );
  await page.evaluate(fixUnits, { width: 1000, height: 600 });
  const found = await page.locator('p').evaluate((element) => {
    const { width, height, marginTop, backgroundImage } = getComputedStyle(element);
    return [width, height, marginTop, backgroundImage];
  });
  await page.close();
  expect(found.slice(0, 3)).toEqual(['501px', '60px', '-9px']);
  expect(found[3]).toContain('5vh.png');
});

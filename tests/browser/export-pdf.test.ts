/** PDF of a deck with everything: its pages, what they say, and what a reader does with them. */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPdf, type PdfOptions } from '../../src/export/pdf/pdf.ts';
import type { ExportResult } from '../../src/export/types.ts';
import { useBrowserPath } from '../support/browser-path.ts';
import { VIDEO } from '../support/pictures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeSite } from '../support/write-site.ts';

const source = temporaryFolder(path.resolve(import.meta.dirname, '..', 'fixtures', 'export'));
copyFileSync(VIDEO, path.join(source, 'static', 'clip.webm'));
useBrowserPath();

/** An exported file, with what a reader of PDF knows of it. */
interface Exported {
  readonly result: ExportResult;
  readonly bytes: Uint8Array;
  readonly pdf: PDFDocument;
}

async function run(options: PdfOptions = {}): Promise<Exported> {
  const output = path.join(temporaryFolder(), 'deck.pdf');
  const result = await exportPdf({ source, decks: ['/'], output, ...options });
  expect(result.files.map((file) => file.path)).toEqual([output]);
  const bytes = readFileSync(output);
  return { result, bytes, pdf: await PDFDocument.load(bytes, { updateMetadata: false }) };
}

const name = (text: string): PDFName => PDFName.of(text);
const textOf = (dict: PDFDict, key: string): string =>
  dict.lookupMaybe(name(key), PDFString, PDFHexString)?.decodeText() ?? '';

/** The titles of bookmarks with the indexes of their pages, those of a stack below its first one. */
function bookmarksOf(
  pdf: PDFDocument,
  first = pdf.catalog.lookup(name('Outlines'), PDFDict),
): readonly unknown[] {
  const titles: unknown[] = [];
  for (let at = first.lookupMaybe(name('First'), PDFDict); at; at = at.lookupMaybe(name('Next'), PDFDict)) {
    const target = at.lookup(name('Dest'), PDFArray).get(0);
    const page = pdf.getPages().findIndex(({ ref }) => ref === target);
    titles.push([textOf(at, 'Title'), page]);
    if (at.has(name('First'))) titles.push(bookmarksOf(pdf, at));
  }
  return titles;
}

/** The links of a page: names of destinations, and addresses. */
const linksOf = (page: PDFPage): readonly string[] =>
  annotationsOf(page, 'Link').map((link) => {
    const target = link.lookupMaybe(name('Dest'), PDFName);
    return target ? target.decodeText() : textOf(link.lookup(name('A'), PDFDict), 'URI');
  });

const annotationsOf = (page: PDFPage, subtype: string): readonly PDFDict[] =>
  (page.node.Annots()?.asArray() ?? [])
    .map((ref) => page.doc.context.lookup(ref, PDFDict))
    .filter((annotation) => annotation.lookup(name('Subtype'), PDFName).decodeText() === subtype);

/** The elements of the structure tree, by their type. */
function elementsOf(pdf: PDFDocument, type: string): readonly PDFDict[] {
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict)
    .filter((object) => object.get(name('S')) === name(type) && object.has(name('P')));
}

/** What a page draws, in the language of PDF. */
function contentsOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .map((stream) => (stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : undefined))
    .map((bytes) => Buffer.from(bytes ?? []).toString('latin1'))
    .join('\n');
}

const sizesOf = (pdf: PDFDocument): readonly string[] => [
  ...new Set(pdf.getPages().map((page) => `${page.getWidth()} × ${page.getHeight()}`)),
];

describe('a page for each slide', () => {
  let exported: Exported;
  beforeAll(async () => {
    exported = await run();
  });

  test('each has the size of the deck, and nothing has failed', () => {
    const { result, pdf } = exported;
    expect([result.problems, result.warnings]).toEqual([[], []]);
    expect([result.slides, pdf.getPageCount()]).toEqual([25, 25]);
    expect(sizesOf(pdf)).toEqual(['720 × 525']);
  });

  test('title, author, subject, language and date', () => {
    const { pdf } = exported;
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject()]).toEqual([
      'All features',
      'Ada Lovelace',
      'What a deck can hold',
    ]);
    expect(textOf(pdf.catalog, 'Lang')).toBe('en-gb');
    expect(pdf.getCreationDate()).toEqual(new Date('2026-01-02T00:00:00Z'));
    const xmp = pdf.catalog.lookup(name('Metadata'));
    expect(String(xmp)).toContain('<dc:creator><rdf:Seq><rdf:li>Ada Lovelace</rdf:li>');
  });

  test('bookmarks by headings, and the slides of a stack below its first one', () => {
    const found = bookmarksOf(exported.pdf);
    expect(found).toHaveLength(25);
    expect(found.slice(0, 2)).toEqual([
      ['All features', 0],
      ['Code steps', 1],
    ]);
    expect(found).toContainEqual(['Above', 5]);
    expect(found).toContainEqual([['Below', 6]]);
    expect(found.at(-1)).toEqual(['No heading at all on this slide, but a long line of text tha…', 24]);
  });

  test('links lead to pages, to where other decks are published, and to other sites', () => {
    const [, , , , page] = exported.pdf.getPages();
    expect(page && linksOf(page)).toEqual([
      'deck-slide-2-0',
      'deck-slide-5-1',
      'deck-slide-4-0',
      'https://example.org/decks/other/',
      'https://example.com/a?b=c',
      'mailto:ada@example.org',
    ]);
    const targets = exported.pdf.catalog.lookup(name('Dests'), PDFDict);
    const ref = targets.lookup(name('deck-slide-5-1'), PDFArray).get(0);
    expect(exported.pdf.getPages().findIndex((one) => one.ref === ref)).toBe(6);
  });

  test('it is tagged: headings, lists, tables, and pictures with their texts', () => {
    const { pdf } = exported;
    expect(pdf.catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true');
    expect(pdf.catalog.has(name('StructTreeRoot'))).toBe(true);
    expect(elementsOf(pdf, 'H1')).toHaveLength(1);
    expect(elementsOf(pdf, 'H2')).toHaveLength(23);
    expect(elementsOf(pdf, 'TH')).toHaveLength(2);
    expect(elementsOf(pdf, 'LI').length).toBeGreaterThan(5);
    expect(elementsOf(pdf, 'Figure').map((figure) => textOf(figure, 'Alt'))).toEqual(
      expect.arrayContaining([
        'A short clip',
        'A clip with a poster',
        'A page in a frame',
        'A green box',
        'A wide picture',
        'A stretched picture',
      ]),
    );
  });

  test('the same bytes again', async () => {
    const again = await run();
    expect([again.result.problems, again.result.warnings]).toEqual([[], []]);
    expect(again.pdf.getPages().map(contentsOf)).toEqual(exported.pdf.getPages().map(contentsOf));
    expect(Buffer.compare(again.bytes, exported.bytes)).toBe(0);
  });
});

test('a page for each step, of some slides', async () => {
  const { pdf, result } = await run({ steps: true, range: '2-3,below' });
  // Two steps of code, three fragments, and a slide without any.
  expect([result.slides, pdf.getPageCount()]).toEqual([3, 2 + 4 + 1]);
  expect(bookmarksOf(pdf)).toEqual([
    ['Code steps', 0],
    ['Fragments', 2],
    ['Below', 6],
  ]);
});

test('notes below, on pages that grow with them', async () => {
  const { pdf } = await run({ notes: 'below', range: '1-3' });
  expect(sizesOf(pdf)).toEqual(['720 × 787.5']);
  const beside = await run({ notes: 'beside', range: '1' });
  expect(sizesOf(beside.pdf)).toEqual(['1080 × 525']);
});

test('notes as annotations, those of a step on its page', async () => {
  const { pdf } = await run({ notes: 'annotations', range: '1-3' });
  const notesOf = ({ pdf }: Pick<Exported, 'pdf'>): readonly string[] =>
    pdf.getPages().map((page) =>
      annotationsOf(page, 'Text')
        .map((note) => textOf(note, 'Contents'))
        .join(),
    );
  expect(notesOf({ pdf })).toEqual(['', 'Say this first.', 'Words for the second step']);
  expect(sizesOf(pdf)).toEqual(['720 × 525']);
  const steps = await run({ notes: 'annotations', range: '3', steps: true });
  expect(notesOf(steps)).toEqual(['', '', 'Words for the second step', '']);
});

test('rules that count slides apply to the slides that they count', async () => {
  const counted = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
title = "Counted"
outputs = ["Reveal"]
+++
<style>.reveal .slides > section:first-child h2, .reveal .slides > section:nth-child(2) { font-size: 0; }</style>

## First

---

second

---

## Third
`);
  const output = path.join(temporaryFolder(), 'counted.pdf');
  await exportPdf({ source: counted, output });
  const pdf = await PDFDocument.load(readFileSync(output), { updateMetadata: false });
  const fontsOf = (page: PDFPage): number =>
    page.node.Resources()?.lookupMaybe(name('Font'), PDFDict)?.keys().length ?? 0;
  expect(pdf.getPages().map(fontsOf)).toEqual([0, 0, 1]);
});

test('SOURCE_DATE_EPOCH is the date', async () => {
  const before = process.env['SOURCE_DATE_EPOCH'];
  process.env['SOURCE_DATE_EPOCH'] = '86400';
  const { pdf } = await run({ range: '1' });
  if (before === undefined) delete process.env['SOURCE_DATE_EPOCH'];
  else process.env['SOURCE_DATE_EPOCH'] = before;
  expect(pdf.getCreationDate()).toEqual(new Date('1970-01-02T00:00:00Z'));
});

test('lengths in shares of the window are those of the slide, also on pages with notes', async () => {
  const own = writeSite(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
+++
outputs = ["Reveal"]
[reveal_hugo]
width = 800
height = 400
center = false
+++
<p style="position: absolute; left: 25vw; top: 50vh; margin: 0"><a href="https://example.org/">a</a></p>

{{% note %}}
A note.
{{% /note %}}
`);
  const placeOf = async (options: PdfOptions): Promise<readonly number[]> => {
    const { pdf } = await run({ source: own, ...options });
    const page = pdf.getPage(0);
    const [link] = annotationsOf(page, 'Link');
    const { x = 0, y = 0, height = 0 } = link?.lookup(name('Rect'), PDFArray).asRectangle() ?? {};
    return [x, page.getHeight() - y - height].map(Math.round);
  };
  const plain = await placeOf({});
  expect(plain[0]).toBeGreaterThan(100);
  expect(await placeOf({ notes: 'below' })).toEqual(plain);
  expect(await placeOf({ notes: 'beside' })).toEqual(plain);
});

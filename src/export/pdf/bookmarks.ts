/** The bookmarks of a PDF: a line for each slide, and the slides of a stack below its first one. */
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import type { Walked } from '../walk-slides.ts';
import type { PdfLibrary } from './load-pdf-lib.ts';

/** A bookmark. */
export interface Bookmark {
  readonly title: string;
  /** The index of its page. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

/** The longest title, for slides that have no heading. */
const LONGEST = 60;

/** Lists the bookmarks of pages, one of which is the first of each slide. */
export function listBookmarks(walked: readonly Walked<Snapshot>[]): readonly Bookmark[] {
  const top: { title: string; page: number; h: number; children: Bookmark[] }[] = [];
  for (const [page, { slide, facts }] of walked.entries()) {
    const isFirst = walked.findIndex((one) => one.slide === slide) === page;
    if (!isFirst) continue;
    const [line = ''] = facts?.text.split('\n') ?? [];
    const start = line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
    const title = facts?.heading || start.trim() || `Slide ${slide.number}`;
    const stack = top.at(-1);
    if (slide.isInStack && stack?.h === slide.h) stack.children.push({ title, page, children: [] });
    else top.push({ title, page, h: slide.h, children: [] });
  }
  return top;
}

/** Adds bookmarks to a PDF. */
export function addBookmarks(library: PdfLibrary, pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context, catalog } = pdf;
  const root = context.nextRef();
  const refs = addLevel(library, pdf, bookmarks, root);
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: bookmarks.length }),
  );
  catalog.set(library.PDFName.of('Outlines'), root);
}

function addLevel(
  library: PdfLibrary,
  pdf: PDFDocument,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
): readonly PDFRef[] {
  const { context } = pdf;
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, { title, page, children }] of bookmarks.entries()) {
    const ref = refs[index] as PDFRef;
    const below = addLevel(library, pdf, children, ref);
    const item = context.obj({
      Title: library.PDFHexString.fromText(title),
      Parent: parent,
      Dest: [pdf.getPage(page).ref, 'Fit'],
      ...(index > 0 && { Prev: refs[index - 1] }),
      ...(index < refs.length - 1 && { Next: refs[index + 1] }),
      // Closed: a negative number.
      ...(below.length > 0 && { First: below[0], Last: below.at(-1), Count: -below.length }),
    });
    context.assign(ref, item);
  }
  return refs;
}

/** What a PDF has on its pages to be opened: notes, and words for links. */
import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark } from './bookmarks.ts';
import type { PdfLibrary } from './load-pdf-lib.ts';

/** The size of the sign for an annotation, and its distance from the corner of the page, in points. */
const SIGN = 20;
const EDGE = 6;

/** Adds notes to a page, to be opened there. */
export function addNotes(
  { PDFHexString }: PdfLibrary,
  pdf: PDFDocument,
  index: number,
  text: string,
): PDFRef {
  const page = pdf.getPage(index);
  const { y, height } = page.getMediaBox();
  const top = y + height - EDGE;
  const annotation = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [EDGE, top - SIGN, EDGE + SIGN, top],
    Contents: PDFHexString.fromText(text),
    T: PDFHexString.fromText('Speaker notes'),
    NM: PDFHexString.fromText(`notes-${index + 1}`),
    Name: 'Note',
    // Shown as small as it is, and printed with the page.
    F: 4 + 8 + 16,
    Open: false,
  });
  const ref = pdf.context.register(annotation);
  page.node.addAnnot(ref);
  return ref;
}

/** Says of each link where it leads, for readers that can't see its words: PDF/UA-1, 7.18.5. */
export function describeLinks(library: PdfLibrary, pdf: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { PDFDict, PDFHexString, PDFName } = library;
  const titles = new Map(listTitles(bookmarks));
  for (const page of pdf.getPages()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const annotation = pdf.context.lookupMaybe(ref, PDFDict);
      const isLink = annotation?.get(PDFName.of('Subtype')) === PDFName.of('Link');
      if (!isLink || annotation.has(PDFName.of('Contents'))) continue;
      const words = readAddress(library, annotation) ?? titleOf(library, pdf, annotation, titles);
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
  }
}

const listTitles = (bookmarks: readonly Bookmark[]): readonly (readonly [page: number, title: string])[] =>
  bookmarks.flatMap(({ page, title, children }) => [...listTitles(children), [page, title] as const]);

/** The address of a link that leads out of the file. */
function readAddress(
  { PDFDict, PDFHexString, PDFName, PDFString }: PdfLibrary,
  link: PDFDict,
): string | undefined {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
  return action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText();
}

/** The title of the page to which a link leads. */
function titleOf(
  { PDFArray, PDFDict, PDFName }: PdfLibrary,
  pdf: PDFDocument,
  link: PDFDict,
  titles: ReadonlyMap<number, string>,
): string {
  const target = link.lookup(PDFName.of('Dest'));
  const targets = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const place = target instanceof PDFName ? targets?.lookup(target) : target;
  const ref = place instanceof PDFArray ? place.get(0) : undefined;
  const index = pdf.getPages().findIndex((page) => page.ref === ref);
  return titles.get(index) ?? (index < 0 ? 'Link' : `Page ${index + 1}`);
}

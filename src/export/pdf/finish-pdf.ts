/** Completes a PDF of the browser: metadata, bookmarks, notes and tags. The same pages get the same bytes. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import type { DeckFacts, Size } from '../types.ts';
import { addNotes, describeLinks } from './annotations.ts';
import { markAllArtifacts } from './artifacts.ts';
import { addBookmarks, type Bookmark } from './bookmarks.ts';
import type { PdfLibrary } from './load-pdf-lib.ts';
import { addToStructure, completeStructure } from './structure.ts';
import { writeXmp } from './xmp.ts';

/** What the browser does not write. */
export interface PdfParts {
  readonly facts: DeckFacts;
  /** What the pages say, as text: the file gets its identifier from it. */
  readonly content: string;
  /** The date in the file. Without one, the same source has the same bytes on every day. */
  readonly date: Date | undefined;
  /** The sizes of the pages in pixels. */
  readonly sizes: readonly Size[];
  readonly bookmarks: readonly Bookmark[];
  /** The notes of each page, to be opened there; empty for none. */
  readonly annotations: readonly string[];
}

/** The program that made the pages, in the metadata. */
const CREATOR = 'deckwright';

/** Adds what the browser has not written. */
export async function finishPdf(
  library: PdfLibrary,
  bytes: Uint8Array,
  parts: PdfParts,
): Promise<Uint8Array> {
  const pdf = await library.PDFDocument.load(bytes, { updateMetadata: false });
  setMetadata(library, pdf, parts);
  for (const [index, size] of parts.sizes.entries()) cropPage(pdf, index, size);
  addBookmarks(library, pdf, parts.bookmarks);
  completeStructure(library, pdf);
  markAllArtifacts(library, pdf);
  describeLinks(library, pdf, parts.bookmarks);
  const notes = parts.annotations.flatMap((text, page) =>
    text === '' ? [] : [{ ref: addNotes(library, pdf, page, text), page }],
  );
  addToStructure(library, pdf, notes);
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function setMetadata(
  { PDFDict, PDFHexString, PDFName, PDFString }: PdfLibrary,
  pdf: PDFDocument,
  { facts, date, content }: PdfParts,
): void {
  const { context, catalog } = pdf;
  const { title, author, description, language } = facts;
  const info = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  for (const name of ['CreationDate', 'ModDate']) info?.delete(PDFName.of(name));
  pdf.setTitle(title, { showInWindowTitleBar: true });
  if (author !== '') pdf.setAuthor(author);
  if (description !== '') pdf.setSubject(description);
  if (language !== '') catalog.set(PDFName.of('Lang'), PDFString.of(language));
  pdf.setCreator(CREATOR);
  if (date) {
    pdf.setCreationDate(date);
    pdf.setModificationDate(date);
  }
  const xmp = writeXmp(facts, { creator: CREATOR, producer: pdf.getProducer() ?? '', date });
  const id = PDFHexString.of(createHash('sha256').update(content).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
  const stream = context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(stream));
}

/** Points per pixel. */
const POINTS = 0.75;

/** Gives a page its exact size: browsers round it up to a pixel of a printer. */
function cropPage(pdf: PDFDocument, index: number, { width, height }: Size): void {
  const page = pdf.getPage(index);
  page.setMediaBox(0, page.getHeight() - height * POINTS, width * POINTS, height * POINTS);
}

/**
 * Marks what is painted on pages but not part of their structure, such as backgrounds and rules, as artifacts. A reader
 * of a tagged PDF then knows that nothing is missing: ISO 32000-1, 14.8.2.2.
 */
import type { PDFDict, PDFDocument, PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PdfLibrary } from './load-pdf-lib.ts';

/** The operators of a content stream that begin or go on with a path, paint it, and paint something else. */
const PATH = new Set('m l c v y h re'.split(' '));
const PAINT = new Set('f F f* B B* b b* S s'.split(' '));
const SHOW = new Set(`Tj TJ ' " sh`.split(' '));

/** Strings, names, brackets, and words: numbers and operators. */
const TOKEN_RE =
  /%[^\r\n]*|\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-fA-F\s]*>|\/[^\s<>[\](){}/%]*|[[\]]|[^\s<>[\](){}/%]+/g;
const OPERAND_RE = /^(?:[\d.+\-/(<>[\]]|true$|false$|null$)/;

/**
 * Marks what is painted outside of marked content in a content stream.
 * @param isTagged whether an object that is painted has marked content of its own
 * @returns `undefined` if there is nothing to mark, or if the stream is not understood
 */
export function markArtifacts(content: string, isTagged: (name: string) => boolean): string | undefined {
  // What lies between tokens is white space, or the stream is not as expected: an image inside, a string in brackets.
  if (content.replace(TOKEN_RE, '').trim() !== '') return undefined;
  const inserts: (readonly [offset: number, text: string])[] = [];
  let depth = 0;
  let operands: number | undefined;
  let path: number | undefined;
  let name = '';
  for (const { 0: token, index } of content.matchAll(TOKEN_RE)) {
    if (token.startsWith('%')) continue;
    if (OPERAND_RE.test(token)) {
      operands ??= index;
      if (token.startsWith('/')) name = token.slice(1);
      continue;
    }
    const start = operands ?? index;
    operands = undefined;
    if (token === 'BI') return undefined;
    if (token === 'BDC' || token === 'BMC') depth++;
    else if (token === 'EMC') depth--;
    if (PATH.has(token)) {
      path ??= start;
      continue;
    }
    const isPainting = PAINT.has(token) || SHOW.has(token) || (token === 'Do' && !isTagged(name));
    if (depth === 0 && isPainting)
      inserts.push([path ?? start, '/Artifact BMC\n'], [index + token.length, '\nEMC']);
    // A clipping operator is between a path and what ends it.
    if (token !== 'W' && token !== 'W*') path = undefined;
  }
  if (inserts.length === 0 || depth !== 0) return undefined;
  let marked = '';
  let at = 0;
  for (const [offset, text] of inserts) {
    marked += content.slice(at, offset) + text;
    at = offset;
  }
  return marked + content.slice(at);
}

/** Marks the artifacts of all pages, and of groups on them that have marked content. */
export function markAllArtifacts(library: PdfLibrary, pdf: PDFDocument): void {
  const { PDFDict, PDFName, PDFRawStream } = library;
  for (const { node } of pdf.getPages()) {
    const key = PDFName.of('Contents');
    const ref = node.get(key);
    const stream = node.lookup(key);
    if (stream instanceof PDFRawStream) markStream(library, pdf, [ref as PDFRef, stream], node.Resources());
  }
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isGroup(library, object)) continue;
    markStream(library, pdf, [ref, object], object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict));
  }
}

/** Whether an object of a page is a group with marked content. */
const isGroup = ({ PDFName, PDFRawStream }: PdfLibrary, object: PDFObject | undefined): boolean =>
  object instanceof PDFRawStream &&
  object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form') &&
  object.dict.has(PDFName.of('StructParents'));

function markStream(
  library: PdfLibrary,
  { context }: PDFDocument,
  [ref, stream]: readonly [PDFRef, PDFRawStream],
  resources: PDFDict | undefined,
): void {
  const { PDFDict, PDFName } = library;
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const isTagged = (name: string): boolean => isGroup(library, objects?.lookup(PDFName.of(name)));
  const bytes = library.decodePDFRawStream(stream).decode();
  const marked = markArtifacts(Buffer.from(bytes).toString('latin1'), isTagged);
  if (marked === undefined) return;
  const written = context.flateStream(Buffer.from(marked, 'latin1'));
  for (const [key, value] of stream.dict.entries())
    if (!['Filter', 'Length', 'DecodeParms'].includes(key.decodeText())) written.dict.set(key, value);
  context.assign(ref, written);
}

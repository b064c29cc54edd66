/**
 * Completes the structure of a tagged PDF: what the browser leaves out of it, and what it calls by names of PDF 2.0.
 * The rules are those of PDF/UA-1 (ISO 14289-1), which name the clauses of PDF 1.7 (ISO 32000-1).
 */
import type { PDFDocument, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { FORMULA_MARK } from '../snapshot/snapshot-tools.ts';
import type { PdfLibrary } from './load-pdf-lib.ts';
import { PdfStructure, type StructureElement } from './pdf-structure.ts';

/** Types of PDF 2.0 that the browser writes, and what they are in PDF 1.7. */
const ROLES: Readonly<Record<string, string>> = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
};

/** Adds what is missing in the structure. A file without tags stays as it is. */
export function completeStructure(library: PdfLibrary, pdf: PDFDocument): void {
  const structure = PdfStructure.of(library, pdf);
  if (!structure) return;
  structure.setRoles(ROLES);
  for (const element of structure.elements()) {
    const type = structure.typeOf(element);
    if (type === 'LI') addListBody(structure, element);
    if (type === 'Table') takeRulesOut(structure, element);
    if (type === 'Figure') nameFigure(structure, element);
    // References and ways back of footnotes are links, too.
    if (type === 'NonStruct' && structure.hasLink(element)) structure.setType(element, 'Link');
  }
}

/** Puts what an item of a list has after its label into a body: no other children are allowed. */
function addListBody(structure: PdfStructure, item: StructureElement): void {
  const children = structure.childrenOf(item);
  const isLabel = (child: PDFObject): boolean => structure.typeOf(structure.toElement(child)) === 'Lbl';
  const content = children.filter((child) => !isLabel(child));
  if (content.length === 0) return;
  const body = structure.create('LBody', item, content);
  structure.setChildren(item, [...children.filter(isLabel), body]);
}

/** Puts the rules between the cells of a table before it: a table has nothing but rows. */
function takeRulesOut(structure: PdfStructure, table: StructureElement): void {
  const children = structure.childrenOf(table);
  const rules = children.filter((child) => structure.typeOf(structure.toElement(child)) === undefined);
  const parent = structure.parentOf(table);
  if (rules.length === 0 || !parent) return;
  structure.setChildren(
    table,
    children.filter((child) => !rules.includes(child)),
  );
  const around = structure.childrenOf(parent);
  const moved = structure.create('NonStruct', parent, rules, table);
  structure.setChildren(
    parent,
    around.flatMap((child) => (child === table.ref ? [moved, child] : [child])),
  );
}

/** Gives a figure around a picture the words of the picture; one around something else is a group. */
function nameFigure(structure: PdfStructure, figure: StructureElement): void {
  const words = structure.wordsOf(figure);
  if (words.startsWith(FORMULA_MARK)) {
    structure.setType(figure, 'Formula');
    structure.setWords(figure, words.slice(FORMULA_MARK.length));
  }
  if (words !== '') return;
  const parts = structure.descendantsOf(figure);
  const pictures = parts.filter((part) => structure.typeOf(part) === 'Figure');
  const captions = parts.filter((part) => structure.typeOf(part) === 'Caption');
  const [picture] = pictures;
  if (picture && pictures.length === 1 && structure.wordsOf(picture) !== '') {
    structure.setWords(figure, structure.wordsOf(picture));
    structure.setWords(picture, '');
    structure.setType(picture, 'NonStruct');
  } else if (pictures.length > 0 || captions.length > 0) {
    structure.setType(figure, 'Div');
    for (const caption of captions) structure.setType(caption, 'P');
  }
}

/** Adds annotations to the structure, each after what its page has there. */
export function addToStructure(
  library: PdfLibrary,
  pdf: PDFDocument,
  annotations: readonly { readonly ref: PDFRef; readonly page: number }[],
): void {
  const structure = PdfStructure.of(library, pdf);
  const top = structure?.top();
  if (!structure || !top) return;
  const order = new Map<PDFObject | undefined, number>(pdf.getPages().map(({ ref }, index) => [ref, index]));
  for (const { ref, page } of annotations) {
    const { context } = pdf;
    const pageRef = pdf.getPage(page).ref;
    const reference = context.obj({ Type: 'OBJR', Obj: ref, Pg: pageRef });
    const element = structure.create('Annot', top, [reference]);
    structure.register(context.lookup(ref, library.PDFDict), element);
    const children = [...structure.childrenOf(top)];
    const after = children.findLastIndex((child) => firstPage(structure, child, order) <= page);
    structure.setChildren(top, children.toSpliced(after + 1, 0, element));
  }
}

/** The index of the page on which an element begins; after the last one if it is on none. */
function firstPage(
  structure: PdfStructure,
  object: PDFObject,
  order: ReadonlyMap<PDFObject | undefined, number>,
): number {
  const page = order.get(structure.pageOf(object));
  if (page !== undefined) return page;
  const element = structure.toElement(object);
  const below = element ? structure.childrenOf(element) : [];
  return Math.min(...below.map((child) => firstPage(structure, child, order)), Infinity);
}

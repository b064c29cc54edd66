/** The structure tree of a PDF, to be read and changed: ISO 32000-1, 14.7. */
import type { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { PdfLibrary } from './load-pdf-lib.ts';

/** An element of the structure. */
export interface StructureElement {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/** The structure tree of a file. */
export class PdfStructure {
  readonly #library: PdfLibrary;
  readonly #pdf: PDFDocument;
  readonly #root: PDFDict;
  /** Keys, each before its value: an element, or those of the marked content of a page. */
  readonly #numbers: PDFArray;
  /** Where marked content names its element. */
  readonly #owners = new Map<PDFRef, { readonly list: PDFArray; readonly index: number }[]>();

  private constructor(library: PdfLibrary, pdf: PDFDocument, root: PDFDict, numbers: PDFArray) {
    this.#library = library;
    this.#pdf = pdf;
    this.#root = root;
    this.#numbers = numbers;
    for (let n = 1; n < numbers.size(); n += 2) {
      const list = numbers.lookup(n);
      if (!(list instanceof library.PDFArray)) continue;
      for (const [index, owner] of list.asArray().entries())
        if (owner instanceof library.PDFRef) this.#ownedBy(owner).push({ list, index });
    }
  }

  /** Reads the structure of a file; `undefined` if it has none, or one that no browser writes. */
  static of(library: PdfLibrary, pdf: PDFDocument): PdfStructure | undefined {
    const { PDFArray, PDFDict, PDFName } = library;
    const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)?.lookup(PDFName.of('Nums'));
    return root && numbers instanceof PDFArray ? new PdfStructure(library, pdf, root, numbers) : undefined;
  }

  /** Says which types of PDF 1.7 others are. */
  setRoles(roles: Readonly<Record<string, string>>): void {
    this.#root.set(this.#name('RoleMap'), this.#pdf.context.obj(roles));
  }

  /** All elements, in the order of the file. */
  elements(): readonly StructureElement[] {
    return this.#pdf.context
      .enumerateIndirectObjects()
      .flatMap(([ref, dict]) => (this.#isElement(dict) ? [{ ref, dict }] : []));
  }

  /** The element that contains all others. */
  top(): StructureElement | undefined {
    return this.toElement(this.#root.get(this.#name('K')));
  }

  /** The element that an object refers to; `undefined` if it is none. */
  toElement(object: PDFObject | undefined): StructureElement | undefined {
    if (!(object instanceof this.#library.PDFRef)) return undefined;
    const dict = this.#pdf.context.lookup(object);
    return this.#isElement(dict) ? { ref: object, dict } : undefined;
  }

  typeOf(element: StructureElement | undefined): string | undefined {
    return element?.dict.lookupMaybe(this.#name('S'), this.#library.PDFName)?.decodeText();
  }

  setType({ dict }: StructureElement, type: string): void {
    dict.set(this.#name('S'), this.#name(type));
  }

  /** The words for an element that is no text; empty without any. */
  wordsOf({ dict }: StructureElement): string {
    const { PDFHexString, PDFString } = this.#library;
    return dict.lookupMaybe(this.#name('Alt'), PDFString, PDFHexString)?.decodeText() ?? '';
  }

  setWords({ dict }: StructureElement, words: string): void {
    if (words === '') dict.delete(this.#name('Alt'));
    else dict.set(this.#name('Alt'), this.#library.PDFHexString.fromText(words));
  }

  parentOf({ dict }: StructureElement): StructureElement | undefined {
    return this.toElement(dict.get(this.#name('P')));
  }

  /** Elements, numbers of marked content, and references to annotations. */
  childrenOf({ dict }: StructureElement): readonly PDFObject[] {
    const key = this.#name('K');
    const found = dict.lookup(key);
    if (found === undefined) return [];
    return found instanceof this.#library.PDFArray ? found.asArray() : [dict.get(key) as PDFObject];
  }

  /** All elements below one, in the order of reading. */
  descendantsOf(element: StructureElement): readonly StructureElement[] {
    return this.childrenOf(element)
      .flatMap((child) => this.toElement(child) ?? [])
      .flatMap((child) => [child, ...this.descendantsOf(child)]);
  }

  setChildren({ dict }: StructureElement, children: readonly PDFObject[]): void {
    dict.set(this.#name('K'), this.#pdf.context.obj([...children]));
  }

  /** The page that an object names; `undefined` if it names none. */
  pageOf(object: PDFObject): PDFObject | undefined {
    const found = this.#pdf.context.lookup(object);
    return found instanceof this.#library.PDFDict ? found.get(this.#name('Pg')) : undefined;
  }

  /** Whether an element has a reference to a link. */
  hasLink(element: StructureElement): boolean {
    const { PDFDict } = this.#library;
    return this.childrenOf(element).some((child) => {
      const reference = this.#pdf.context.lookup(child);
      const target =
        reference instanceof PDFDict && reference.get(this.#name('Type')) === this.#name('OBJR')
          ? reference.lookup(this.#name('Obj'))
          : undefined;
      return target instanceof PDFDict && target.get(this.#name('Subtype')) === this.#name('Link');
    });
  }

  /**
   * Creates an element in another one, whose children it gets. Those of the parent are not changed.
   * @param owner the element that had the children before; the parent by default
   */
  create(
    type: string,
    parent: StructureElement,
    children: readonly PDFObject[],
    owner: StructureElement = parent,
  ): PDFRef {
    const { context } = this.#pdf;
    const ref = context.register(
      context.obj({ Type: 'StructElem', S: type, P: parent.ref, K: [...children] }),
    );
    const page = owner.dict.get(this.#name('Pg'));
    if (page) context.lookup(ref, this.#library.PDFDict).set(this.#name('Pg'), page);
    for (const child of children) this.toElement(child)?.dict.set(this.#name('P'), ref);
    if (children.some((child) => !this.toElement(child))) this.#own(owner.ref, ref);
    return ref;
  }

  /** Registers the element of an annotation. */
  register(annotation: PDFDict, element: PDFRef): void {
    const { PDFNumber } = this.#library;
    const key = this.#name('ParentTreeNextKey');
    const next = this.#root.lookupMaybe(key, PDFNumber)?.asNumber() ?? 0;
    annotation.set(this.#name('StructParent'), PDFNumber.of(next));
    this.#numbers.push(PDFNumber.of(next));
    this.#numbers.push(element);
    this.#root.set(key, PDFNumber.of(next + 1));
  }

  /** Hands marked content over to another element. */
  #own(before: PDFRef, after: PDFRef): void {
    const owned = this.#ownedBy(before);
    for (const { list, index } of owned) list.set(index, after);
    this.#owners.delete(before);
    this.#ownedBy(after).push(...owned);
  }

  #ownedBy(ref: PDFRef): { readonly list: PDFArray; readonly index: number }[] {
    const found = this.#owners.get(ref) ?? [];
    this.#owners.set(ref, found);
    return found;
  }

  #isElement(object: PDFObject | undefined): object is PDFDict {
    const { PDFDict } = this.#library;
    return object instanceof PDFDict && object.get(this.#name('Type')) === this.#name('StructElem');
  }

  #name(text: string): PDFName {
    return this.#library.PDFName.of(text);
  }
}

/** The rules of PDF/UA-1 (ISO 14289-1) that a program can check in an exported PDF, with their clauses. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);
const typeOf = (dict: PDFDict, key = 'S'): string => dict.lookupMaybe(name(key), PDFName)?.decodeText() ?? '';
const textOf = (dict: PDFDict, key: string): string =>
  dict.lookupMaybe(name(key), PDFString, PDFHexString)?.decodeText() ?? '';

/** The structure types of PDF 1.7, 14.8.4. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

/** What may be below some types: PDF/UA-1, 7.2. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption', 'NonStruct'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
};

/** Lists the rules that a file breaks, each with the place. */
export function brokenRules(pdf: PDFDocument): readonly string[] {
  return [
    ...documentRules(pdf),
    ...structureRules(pdf),
    ...annotationRules(pdf),
    ...contentRules(pdf),
    ...fontRules(pdf),
  ];
}

function documentRules({ catalog }: PDFDocument): readonly string[] {
  const marked = catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked'))?.toString();
  const shows = catalog
    .lookupMaybe(name('ViewerPreferences'), PDFDict)
    ?.get(name('DisplayDocTitle'))
    ?.toString();
  return [
    ...(marked === 'true' ? [] : ['6.2: not marked as tagged']),
    ...(shows === 'true' ? [] : ['7.1: the window does not show the title']),
    ...(String(catalog.lookup(name('Metadata'))).includes('<dc:title>')
      ? []
      : ['7.1: no title in the metadata']),
    ...(textOf(catalog, 'Lang') ? [] : ['7.2: no language']),
  ];
}

function childrenOf(element: PDFDict): readonly PDFObject[] {
  const found = element.lookup(name('K'));
  return found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
}

/** The elements of the structure, from its root, in the order of reading. */
export function listElements(pdf: PDFDocument): readonly PDFDict[] {
  const visit = (object: PDFObject): readonly PDFDict[] => {
    const element = object instanceof PDFRef ? pdf.context.lookup(object) : object;
    if (!(element instanceof PDFDict) || !element.has(name('S'))) return [];
    return [element, ...childrenOf(element).flatMap(visit)];
  };
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
  return childrenOf(root).flatMap(visit);
}

function structureRules(pdf: PDFDocument): readonly string[] {
  const roles = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookupMaybe(name('RoleMap'), PDFDict);
  const broken: string[] = [];
  let level = 0;
  for (const element of listElements(pdf)) {
    const type = typeOf(element);
    const role = STANDARD.has(type) ? type : roles?.lookupMaybe(name(type), PDFName)?.decodeText();
    if (role === undefined || !STANDARD.has(role)) broken.push(`7.1: ${type} is no type of PDF 1.7`);
    if (['Figure', 'Formula'].includes(type) && textOf(element, 'Alt') === '')
      broken.push(`7.3: ${type} without a text`);
    const heading = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (heading > level + 1) broken.push(`7.4: H${heading} after H${level}`);
    if (heading > 0) level = heading;
    const allowed = CHILDREN[type];
    for (const child of childrenOf(element)) {
      const below = child instanceof PDFRef ? pdf.context.lookup(child) : child;
      const found = below instanceof PDFDict ? typeOf(below) : '';
      if (allowed && !allowed.includes(found)) broken.push(`7.2: ${found || 'content'} in ${type}`);
      if (below instanceof PDFDict && found !== '' && below.lookup(name('P')) !== element)
        broken.push(`${found} does not know that it is in ${type}`);
    }
  }
  return broken;
}

function annotationRules(pdf: PDFDocument): readonly string[] {
  const tagged = new Map<PDFObject | undefined, string>();
  for (const element of listElements(pdf))
    for (const child of childrenOf(element)) {
      const reference = child instanceof PDFRef ? pdf.context.lookup(child) : child;
      if (reference instanceof PDFDict && typeOf(reference, 'Type') === 'OBJR')
        tagged.set(reference.get(name('Obj')), typeOf(element));
    }
  return pdf.getPages().flatMap((page, index) =>
    (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const annotation = pdf.context.lookup(ref, PDFDict);
      const subtype = typeOf(annotation, 'Subtype');
      const place = `${subtype} on page ${index + 1}`;
      return [
        ...(typeOf(page.node, 'Tabs') === 'S' ? [] : [`7.18.3: no order of annotations: ${place}`]),
        ...(textOf(annotation, 'Contents') ? [] : [`7.18: no words: ${place}`]),
        ...(tagged.get(ref) === (subtype === 'Link' ? 'Link' : 'Annot')
          ? []
          : [`7.18: not in the structure: ${place}`]),
        ...(annotation.has(name('StructParent')) ? [] : [`7.18: no key: ${place}`]),
      ];
    }),
  );
}

const PAINT_RE = /^(?:f|F|f\*|B|B\*|b|b\*|S|s|sh|Tj|TJ|'|")$/;

/** All that is painted is marked. A group with marks of its own is none. */
function contentRules(pdf: PDFDocument): readonly string[] {
  return pdf.getPages().flatMap((page, index) => {
    const contents = page.node.lookup(name('Contents'));
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
    const text = streams
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
      .join('\n');
    let depth = 0;
    const broken = new Set<string>();
    for (const line of text.split('\n')) {
      const operator = line.trim().split(/\s+/).at(-1) ?? '';
      if (/B[DM]C$/.test(operator)) depth++;
      else if (operator === 'EMC') depth--;
      else if (depth === 0 && PAINT_RE.test(operator))
        broken.add(`7.1: ${operator} is not marked on page ${index + 1}`);
    }
    if (depth !== 0) broken.add(`marks are not closed on page ${index + 1}`);
    return [...broken];
  });
}

function fontRules({ context }: PDFDocument): readonly string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    // The glyphs of a Type 3 font, such as colour emoji, are drawings in the file.
    const descriptor =
      typeOf(object, 'Type') === 'Font' && typeOf(object, 'Subtype') !== 'Type3'
        ? object.lookupMaybe(name('FontDescriptor'), PDFDict)
        : undefined;
    const isInside = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key)));
    if (descriptor && !isInside) return [`7.21.4: ${typeOf(descriptor, 'FontName')} is not inside`];
    const isFont = typeOf(object, 'Type') === 'Font' && typeOf(object, 'Subtype') === 'Type0';
    return isFont && !object.has(name('ToUnicode'))
      ? [`7.21.7: ${typeOf(object, 'BaseFont')} has no characters`]
      : [];
  });
}

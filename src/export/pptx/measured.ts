/** What the page of a deck says of the parts of a slide, before pictures are taken. */
import type {
  Border,
  Box,
  BoxShape,
  Color,
  Link,
  Paragraph,
  Shadow,
  Shape,
  TableCell,
  TableRow,
} from '../ooxml/model.ts';
import type { PageTools } from './page-tools.ts';

/** What is measured of a slide. */
export interface MeasuredSlide {
  /** The colour of the background; `undefined` if it needs a picture. */
  readonly background: Color | undefined;
  /** What the background is, if that is worth a word. */
  readonly backgroundWords: string;
  /** From the back to the front. */
  readonly items: readonly MeasuredItem[];
}

/** A part of a slide. */
export type MeasuredItem =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | MeasuredImage
  | MeasuredPicture;

/** An image of a slide, whose file may be used as it is. */
export interface MeasuredImage {
  readonly kind: 'image';
  /** The number of its element. */
  readonly index: number;
  readonly url: string;
  readonly alt: string;
  /** Where its pixels are, also those that are cut off. */
  readonly full: Box;
  /** What is visible of it. */
  readonly box: Box;
  readonly radius: number;
  readonly border: Border | undefined;
  readonly link: Link | undefined;
  /** Whether the file does not look like the image: opacity, filters, shadows. */
  readonly isChanged: boolean;
}

/** A part of which a picture is taken. */
export interface MeasuredPicture {
  readonly kind: 'picture';
  /** The number of its element. */
  readonly index: number;
  /** Whether its content is shapes, so that the picture has only what is under it. */
  readonly isDecoration: boolean;
  readonly box: Box;
  readonly alt: string;
  /** What it is, for the report; empty for what is a picture anyway. */
  readonly what: string;
  readonly link: Link | undefined;
}

/** What applies to an element from those around it. */
export interface Surroundings {
  readonly opacity: number;
  readonly scale: number;
  readonly clip: Box;
}

/** How a box is painted. */
export interface BoxLook {
  readonly color: Color | undefined;
  readonly radius: number;
  /** At the top, on the right, at the bottom, on the left. */
  readonly borders: readonly (Border | undefined)[];
}

/** The cells of a table by their places; one that spans places is at each of them. */
export interface TableGrid {
  readonly rows: readonly HTMLTableRowElement[];
  readonly columnCount: number;
  cellAt(this: void, row: number, column: number): HTMLTableCellElement | undefined;
}

/** The columns of a table from left to right on the slide, whatever its direction. */
export interface TableColumns {
  /** Where the first one begins. */
  readonly left: number;
  readonly widths: readonly number[];
  /** Their places in the grid. */
  readonly places: readonly number[];
}

/** Whether a place is covered by the cell next to it, and by the one above. */
export type Covered = NonNullable<TableCell['covered']>;

/** A piece of text on one line. */
export interface TextPiece {
  readonly text: string;
  readonly box: Box;
  readonly style: PieceStyle;
  /** Whether a line ends before it, whatever its place. */
  readonly startsLine: boolean;
}

/** The look of a piece of text. */
export interface PieceStyle {
  readonly size: number;
  readonly font: string;
  readonly color: Color;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly caps: 'all' | 'small' | '';
  readonly baseline: number;
  readonly spacing: number;
  readonly highlight: Color | undefined;
  readonly link: Link | undefined;
}

/** A paragraph with its place. */
export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  readonly box: Box;
}

/** The mark of an item, for its first paragraph. */
export interface ItemMark {
  readonly level: number;
  readonly bullet: Paragraph['bullet'];
}

/** The functions that measure. */
export interface MeasureTools extends PageTools {
  items: MeasuredItem[];
  elements: Element[];
  measure(): MeasuredSlide;
  visit(element: Element, around: Surroundings): void;
  visitChildren(element: Element, around: Surroundings): void;
  enter(element: Element, around: Surroundings): Surroundings;
  isHidden(element: Element): boolean;
  isInline(element: Element): boolean;
  isText(element: Element): boolean;
  pictureWords(element: Element): string | undefined;
  shoot(element: Element, words: { what: string; isDecoration: boolean }, around: Surroundings): void;
  image(element: HTMLImageElement, around: Surroundings): void;
  fullBox(element: HTMLImageElement, content: Box, factor: number): Box;
  decorate(element: Element, around: Surroundings): void;
  paintOf(element: Element, style: CSSStyleDeclaration): string | undefined;
  shadowOf(element: Element, around: Surroundings): Shadow | undefined;
  readShadow(css: string): Shadow | undefined;
  boxShapes(box: Box, look: BoxLook): readonly Omit<BoxShape, 'kind'>[];
  borderOf(style: CSSStyleDeclaration, side: string, around: Surroundings): Border | undefined;
  isolate(index: number, isDecoration: boolean): void;
  isolateBackground(): void;
  restore(): void;
  cut(box: Box, clip: Box): Box;
  pieces(nodes: readonly Node[], around: Surroundings): readonly TextPiece[];
  textPieces(text: Text, around: Surroundings): readonly TextPiece[];
  splitText(text: Text, mode: string): readonly { text: string; rect: DOMRect }[];
  styleOf(element: Element, around: Surroundings): PieceStyle;
  lines(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[];
  runs(line: readonly TextPiece[], isRtl: boolean): Paragraph['runs'];
  alignOf(style: CSSStyleDeclaration): Paragraph['align'];
  lineRuns(
    lines: readonly (readonly TextPiece[])[],
    style: CSSStyleDeclaration,
  ): readonly Paragraph['runs'][];
  lineBoxes(lines: readonly (readonly TextPiece[])[]): readonly Box[];
  paragraphs(
    nodes: readonly Node[],
    owner: Element,
    around: Surroundings,
    mark?: ItemMark,
  ): readonly PlacedParagraph[];
  textBox(paragraphs: readonly PlacedParagraph[], owner: Element): void;
  room(
    left: number,
    right: number,
    options: { readonly align: Paragraph['align']; readonly isWide: boolean },
  ): { readonly left: number; readonly width: number };
  segments(element: Element): readonly (Element | readonly Node[])[];
  list(element: Element, around: Surroundings): void;
  listParagraphs(list: Element, level: number, around: Surroundings): readonly PlacedParagraph[];
  itemParagraphs(item: Element, mark: ItemMark, around: Surroundings): readonly PlacedParagraph[];
  markOf(item: Element, ordinal: number, around: Surroundings): Paragraph['bullet'];
  lineNumbers(pre: Element, around: Surroundings): void;
  table(table: HTMLTableElement, around: Surroundings): boolean;
  tableGrid(table: HTMLTableElement): TableGrid;
  tableColumns(grid: TableGrid, isRtl: boolean): TableColumns;
  tableRows(grid: TableGrid, columns: TableColumns, around: Surroundings): readonly TableRow[];
  cell(element: HTMLTableCellElement, around: Surroundings): TableCell;
  emptyCell(covered: Covered): TableCell;
}

/** Where slides and notes are on the paper of a handout. */
import type { Size } from '../types.ts';

/** The sizes of paper, in millimetres. */
export const papers = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
} as const satisfies Readonly<Record<string, Size>>;

/** The name of a size of paper. */
export type PaperName = keyof typeof papers;

/** How many slides a page can have. */
export const slidesPerPage = [1, 2, 3, 4, 6] as const;

/** How many slides a page has. */
export type SlidesPerPage = (typeof slidesPerPage)[number];

/** Where notes are: below their slide, or to the right of it. */
export type HandoutNotesPlace = 'below' | 'beside';

/** What a handout looks like. */
export interface HandoutStyle {
  readonly paper: PaperName;
  readonly perPage: SlidesPerPage;
  readonly notes: HandoutNotesPlace;
}

/** Where notes are if nobody says it: next to slides that are large enough, or else below them. */
export const defaultPlace = (perPage: SlidesPerPage): HandoutNotesPlace =>
  perPage === 2 || perPage === 3 ? 'beside' : 'below';

/** Lengths of a handout in pixels of its document, which is as wide as a slide. */
export interface HandoutLayout {
  /** The paper in CSS pixels: 96 an inch. */
  readonly paper: Size;
  /** CSS pixels of the paper for a pixel of the document. */
  readonly scale: number;
  /** Pixels of the document for a millimetre. */
  readonly mm: number;
  readonly columns: number;
  /** The size of a slide, and how much smaller than in the deck that is. */
  readonly slide: Size & { readonly scale: number };
  /** The least height of a row of slides with their notes. */
  readonly rowHeight: number;
  /** The room of the rows of a page. */
  readonly bodyHeight: number;
  /** Ruled lines for a slide without notes. */
  readonly lines: number;
}

/** Margins, gaps and the height of a line, in millimetres. */
export const lengths = {
  side: 16,
  top: 16,
  bottom: 23,
  rowGap: 9,
  columnGap: 10,
  textGap: 3,
  number: 5,
  line: 8,
} as const;

/** The largest share of a row that a slide has: in height above its notes, in width next to them. */
const HEIGHT_SHARE = 0.62;
const WIDTH_SHARE = 0.56;

/** Browsers scale pages between these limits. */
const MIN_SCALE = 0.1;
const MAX_SCALE = 2;

const PIXELS_PER_MM = 96 / 25.4;

/**
 * Lays out a page for slides of a size. Its document is as wide as a slide, so that rules for the width of the window
 * apply as they do in the deck.
 */
export function layOutHandout(deck: Size, { paper, perPage, notes }: HandoutStyle): HandoutLayout {
  const { width, height } = papers[paper];
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, (width * PIXELS_PER_MM) / deck.width));
  const mm = PIXELS_PER_MM / scale;
  const columns = notes === 'below' && perPage > 3 ? 2 : 1;
  const rows = perPage / columns;
  const bodyHeight = height - lengths.top - lengths.bottom;
  const rowHeight = (bodyHeight - (rows - 1) * lengths.rowGap) / rows;
  const cellWidth = (width - 2 * lengths.side - (columns - 1) * lengths.columnGap) / columns;
  const room =
    notes === 'below'
      ? { width: cellWidth, height: rowHeight * HEIGHT_SHARE }
      : { width: cellWidth * WIDTH_SHARE, height: rowHeight };
  const slideWidth = Math.min(room.width, (room.height * deck.width) / deck.height);
  const slideHeight = (slideWidth * deck.height) / deck.width;
  const above = notes === 'below' ? slideHeight + lengths.textGap : 0;
  return {
    paper: { width: width * PIXELS_PER_MM, height: height * PIXELS_PER_MM },
    scale,
    mm,
    columns,
    slide: { width: slideWidth * mm, height: slideHeight * mm, scale: (slideWidth * mm) / deck.width },
    rowHeight: rowHeight * mm,
    bodyHeight: bodyHeight * mm,
    lines: Math.max(1, Math.floor((rowHeight - above - lengths.number) / lengths.line)),
  };
}

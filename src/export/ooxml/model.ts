/** What is written to a PowerPoint file: slides with shapes, in pixels of the deck. */

/** A presentation. */
export interface Presentation {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** A language tag: `en-gb`. */
  readonly language: string;
  /** When it was written; without it, the file has no date. */
  readonly date?: Date | undefined;
  readonly size: { readonly width: number; readonly height: number };
  readonly look: Look;
  readonly slides: readonly SlideModel[];
}

/** The colours and fonts of a deck, which become the theme of the file. */
export interface Look {
  readonly background: Color;
  readonly text: Color;
  readonly heading: Color;
  readonly link: Color;
  /** Further colours that the deck uses often. */
  readonly accents: readonly Color[];
  readonly headingFont: string;
  readonly textFont: string;
}

/** A colour: `hex` is `1A2B3C`, `alpha` from 0 to 1. */
export interface Color {
  readonly hex: string;
  readonly alpha: number;
}

/** A slide. */
export interface SlideModel {
  /** The title, also if no shape shows it. */
  readonly title: string;
  /** Whether a show skips it. */
  readonly isHidden: boolean;
  readonly background: Color | Media | undefined;
  /** From the back to the front. */
  readonly shapes: readonly Shape[];
  /** Notes of the speaker; lines are paragraphs. */
  readonly notes: string;
}

/** A picture as a file. */
export interface Media {
  readonly bytes: Uint8Array;
  readonly format: MediaFormat;
}

/** The formats of pictures that presentations have. */
export type MediaFormat = 'png' | 'jpeg' | 'gif' | 'svg';

/** A place on a slide. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A shape. */
export type Shape = PictureShape | TextShape | BoxShape | TableShape;

/** A picture. */
export interface PictureShape {
  readonly kind: 'picture';
  readonly box: Box;
  readonly media: Media;
  /** A vector picture, which readers that know it show in place of the other one. */
  readonly svg?: Media;
  /** Alternative text; an empty one is decoration. */
  readonly alt: string;
  /** The parts that are cut off, from 0 to 1. */
  readonly crop?: Crop;
  /** The radius of its corners. */
  readonly radius?: number;
  readonly border?: Border | undefined;
  readonly link?: Link | undefined;
}

/** Parts of a picture that are cut off at its sides, from 0 to 1. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A rectangle with a colour or a border, or one that is a link. */
export interface BoxShape {
  readonly kind: 'box';
  readonly box: Box;
  readonly fill?: Color | undefined;
  readonly border?: Border | undefined;
  readonly radius?: number;
  readonly shadow?: Shadow;
  readonly link?: Link | undefined;
  /** What it is for, for screen readers; without it, it is decoration. */
  readonly alt?: string;
}

/** A shadow of a shape: how far it is moved, and how far it is blurred, in pixels. */
export interface Shadow {
  readonly color: Color;
  readonly x: number;
  readonly y: number;
  readonly blur: number;
}

/** A line around a shape. */
export interface Border {
  readonly width: number;
  readonly color: Color;
  readonly dash?: 'dash' | 'sysDot';
}

/** A text box. */
export interface TextShape {
  readonly kind: 'text';
  readonly box: Box;
  /** Whether it is the title of the slide. */
  readonly isTitle?: boolean;
  /** The text, also in the list of shapes of a program. */
  readonly paragraphs: readonly Paragraph[];
}

/** A table. */
export interface TableShape {
  readonly kind: 'table';
  readonly box: Box;
  /** The widths of its columns. */
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
  /** Whether its first row is a head. */
  readonly hasHead: boolean;
  readonly rtl: boolean;
}

/** A row of a table. */
export interface TableRow {
  readonly height: number;
  /** As many as there are columns: a cell that another one covers says so. */
  readonly cells: readonly TableCell[];
}

/** A cell of a table. */
export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly fill?: Color | undefined;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Covered by a cell to the left or above. */
  readonly covered?: { readonly byLeft: boolean; readonly byTop: boolean };
  readonly anchor: 't' | 'ctr' | 'b';
  readonly padding: Sides<number>;
  readonly borders: Sides<Border | undefined>;
}

/** Values for the four sides. */
export interface Sides<T> {
  readonly left: T;
  readonly right: T;
  readonly top: T;
  readonly bottom: T;
}

/** A paragraph. */
export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align: 'l' | 'ctr' | 'r' | 'just';
  readonly rtl: boolean;
  /** From 0. */
  readonly level: number;
  /** The distance of the text from the edge of the box. */
  readonly indent: number;
  readonly bullet?: Bullet | undefined;
  /** The distance between lines; that of the font without it. */
  readonly lineHeight?: number;
  /** The space above. */
  readonly before: number;
}

/** The mark of an item of a list. */
export type Bullet = BulletMark & {
  /** The distance from the start of the mark to the text, in pixels. */
  readonly hang: number;
  readonly color?: Color;
};

/** A character, or a number in a scheme of the standard: `arabicPeriod`. */
export type BulletMark =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'number'; readonly scheme: string; readonly start: number };

/** A part of a paragraph: text of one look, or the end of a line. */
export type Run = TextRun | { readonly kind: 'break'; readonly size: number };

/** Text of one look. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  /** Pixels. */
  readonly size: number;
  readonly font: string;
  readonly color: Color;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly caps?: 'all' | 'small';
  /** Raised or lowered, as a share of its size. */
  readonly baseline?: number;
  /** Pixels between letters. */
  readonly spacing?: number;
  readonly highlight?: Color;
  readonly link?: Link | undefined;
  /** A language tag, if it is not that of the deck. */
  readonly language?: string;
}

/** Where a click leads. */
export type Link =
  | { readonly kind: 'url'; readonly url: string }
  /** The place of a slide in the presentation, from 0. */
  | { readonly kind: 'slide'; readonly index: number }
  | { readonly kind: 'jump'; readonly to: 'nextslide' | 'previousslide' | 'firstslide' | 'lastslide' };

/** Shapes of a diagram, in points: a cell is 8 wide and 16 high, and the middle of the first one is the origin. */

export const CELL = { width: 8, height: 16 } as const;

/** The radius of circles. */
export const RADIUS = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  /** A quarter of a circle, or half of one for a bridge. */
  | {
      readonly kind: 'arc';
      readonly from: Point;
      readonly to: Point;
      readonly radius: number;
      readonly isClockwise: boolean;
    }
  | { readonly kind: 'circle'; readonly at: Point; readonly isFilled: boolean }
  /** A filled cell; `at` is its upper left corner. */
  | { readonly kind: 'shade'; readonly at: Point; readonly opacity: number }
  | { readonly kind: 'arrow'; readonly points: readonly Point[] }
  /** Adjacent characters, each in the middle of its cell. */
  | { readonly kind: 'text'; readonly at: readonly Point[]; readonly text: readonly string[] };

/** Returns the middle of a cell, or a point relative to it. */
export const pointAt = (x: number, y: number, dx = 0, dy = 0): Point => ({
  x: x * CELL.width + dx,
  y: y * CELL.height + dy,
});

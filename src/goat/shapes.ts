/** The shapes of a drawing, in points: a place is 8 wide and 16 high, and the middle of the first one is the origin. */

export const CELL = { width: 8, height: 16 } as const;

/** How far a circle reaches around the middle of its place. */
export const RADIUS = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  /** A quarter of a circle, or half of one where lines cross. */
  | {
      readonly kind: 'arc';
      readonly from: Point;
      readonly to: Point;
      readonly radius: number;
      readonly isClockwise: boolean;
    }
  | { readonly kind: 'circle'; readonly at: Point; readonly isFilled: boolean }
  /** A place that is filled, from its upper left corner on. */
  | { readonly kind: 'shade'; readonly at: Point; readonly opacity: number }
  | { readonly kind: 'arrow'; readonly points: readonly Point[] }
  /** Characters that stand beside each other, each in the middle of its place. */
  | { readonly kind: 'text'; readonly at: readonly Point[]; readonly text: readonly string[] };

/** The middle of a place, or a point beside it. */
export const pointAt = (x: number, y: number, dx = 0, dy = 0): Point => ({
  x: x * CELL.width + dx,
  y: y * CELL.height + dy,
});

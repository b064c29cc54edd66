/** The shapes drawn so far, and the cells that they reach. A joint that nothing reaches is text. */
import type { Grid } from './grid.ts';
import { pointAt, type Point, RADIUS, type Shape } from './shapes.ts';

/** Where the arc of a corner ends at an open circle, relative to the middle of the circle. */
const ARC_CUT = { x: 1.125, y: 5.894 } as const;

export class Drawing {
  readonly grid: Grid;
  readonly shapes: Shape[] = [];
  readonly #reached = new Set<string>();
  /** Sides of joints that a rounded corner occupies: no line reaches the joint from there. */
  readonly #rounded = new Set<string>();
  /** Ends of vertical lines that a rounded corner continues. */
  readonly #continued = new Set<string>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  reach(x: number, y: number): void {
    this.#reached.add(`${x},${y}`);
  }

  isReached(x: number, y: number): boolean {
    return this.#reached.has(`${x},${y}`);
  }

  isRounded(x: number, y: number, side: number): boolean {
    return this.#rounded.has(`${x},${y},${side}`);
  }

  /** Whether a joint is a rounded corner. */
  hasCorner(x: number, y: number): boolean {
    return this.isRounded(x, y, 1) || this.isRounded(x, y, -1);
  }

  isContinued(x: number, y: number, end: number): boolean {
    return this.#continued.has(`${x},${y},${end}`);
  }

  /** Adds a line, which ends at the edge of an open circle. Lines without length are skipped. */
  line(from: Point, to: Point): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length === 0) return;
    const cut = (end: Point, other: Point): Point => {
      const part = this.#isOpenCircle(end) ? RADIUS / length : 0;
      return { x: end.x + (other.x - end.x) * part, y: end.y + (other.y - end.y) * part };
    };
    this.shapes.push({ kind: 'line', from: cut(from, to), to: cut(to, from) });
  }

  /** Adds a rounded corner at a joint, from the cell on one side to the cell above or below on the other side. */
  corner(x: number, y: number, { side, down }: { readonly side: 1 | -1; readonly down: 1 | -1 }): void {
    const beside = pointAt(x + side, y);
    const end = pointAt(x - side, y + down);
    const across = this.#isOpenCircle(end)
      ? { x: end.x + side * ARC_CUT.x, y: end.y - down * ARC_CUT.y }
      : end;
    const [from, to] = down > 0 ? [beside, across] : [across, beside];
    this.shapes.push({ kind: 'arc', from, to, radius: 16, isClockwise: side < 0 });
    this.#rounded.add(`${x},${y},${side}`);
    this.#continued.add(`${x - side},${y + down},${-down}`);
    this.reach(x, y);
    this.reach(x + side, y);
    this.reach(x - side, y + down);
  }

  #isOpenCircle({ x, y }: Point): boolean {
    const { x: width, y: height } = pointAt(1, 1);
    return this.grid.at(x / width, y / height) === 'o';
  }
}

/** Draws lines: each run of strokes in a direction, from one joint to the next. */
import type { Drawing } from './drawing.ts';
import type { Grid } from './grid.ts';
import { CELL, pointAt, type Point } from './shapes.ts';

/** The end of a run: -1 is above or on the left, 1 below or on the right. */
type End = -1 | 1;

/** How strokes in one direction continue. */
interface Direction {
  readonly char: string;
  /** Step to the next cell. */
  readonly dx: -1 | 0 | 1;
  readonly dy: 0 | 1;
  /** Characters that join or end the lines. */
  readonly joints: string;
  /** Where a stroke without a joint ends, relative to the middle of its cell. */
  readonly half: Point;
  /** Whether a line ends at another one on the edge of its cell. */
  readonly meets: (grid: Grid, place: Point, end: End) => boolean;
}

const HALF = { x: CELL.width / 2, y: CELL.height / 2 } as const;

const directions: readonly Direction[] = [
  { char: '-', dx: 1, dy: 0, joints: ".'+*o<>()", half: { x: HALF.x, y: 0 }, meets: () => false },
  { char: '|', dx: 0, dy: 1, joints: ".'+*o^v", half: { x: 0, y: HALF.y }, meets: meetsAcross },
  diagonal('/', '\\', 1),
  diagonal('\\', '/', -1),
];

function meetsAcross(grid: Grid, { x, y }: Point, end: End): boolean {
  if (grid.at(x, y + end) === '-' || isBridge(grid, x, y + end)) return true;
  const line = end < 0 ? y - 1 : y;
  return [x - 1, x, x + 1].some((beside) => grid.at(beside, line) === '_');
}

/** Creates the direction of diagonal lines that lean to the right or left. */
function diagonal(char: string, opposite: string, lean: 1 | -1): Direction {
  return {
    char,
    dx: lean > 0 ? -1 : 1,
    dy: 1,
    joints: ".'+*o<>^v|",
    half: { x: -lean * HALF.x, y: HALF.y },
    meets(grid, { x, y }, end) {
      const side = -end * lean;
      const line = end < 0 ? y - 1 : y;
      const around = end < 0 ? [x, x + side] : [x - 1, x + 1];
      return (
        grid.at(x + side, y) === opposite ||
        grid.at(x, y + end) === opposite ||
        around.some((beside) => grid.at(beside, line) === '_')
      );
    },
  };
}

/** Whether a cell is a bridge: `(` or `)` between the two halves of a horizontal line. */
export function isBridge(grid: Grid, x: number, y: number): boolean {
  const goesOn = (beside: number): boolean => "-+.'()".includes(grid.at(beside, y));
  return (
    '()'.includes(grid.at(x, y)) &&
    grid.at(x, y - 1) === '|' &&
    grid.at(x, y + 1) === '|' &&
    goesOn(x - 1) &&
    goesOn(x + 1)
  );
}

/** Draws the runs of every direction. Rounded corners must be drawn before. */
export function drawLines(drawing: Drawing): void {
  const { grid } = drawing;
  for (const direction of directions)
    for (const [char, x, y] of grid.strokes()) {
      const { dx, dy } = direction;
      if (char !== direction.char || grid.at(x - dx, y - dy) === char) continue;
      let length = 1;
      while (grid.at(x + dx * length, y + dy * length) === char) length++;
      drawRun(drawing, direction, { x, y, length });
    }
  for (const [char, x, y] of grid.strokes())
    if (".'+".includes(char) && ".'+".includes(grid.at(x, y + 1))) drawStep(drawing, x, y);
}

/** Draws the line between two square joints, one right below the other. */
function drawStep(drawing: Drawing, x: number, y: number): void {
  if (drawing.hasCorner(x, y) || drawing.hasCorner(x, y + 1)) return;
  drawing.line(pointAt(x, y), pointAt(x, y + 1));
  drawing.reach(x, y);
  drawing.reach(x, y + 1);
}

function drawRun(
  drawing: Drawing,
  direction: Direction,
  run: { readonly x: number; readonly y: number; readonly length: number },
): void {
  const { dx, dy } = direction;
  const last = { x: run.x + dx * (run.length - 1), y: run.y + dy * (run.length - 1) };
  const ends = [endOf(drawing, direction, run, -1), endOf(drawing, direction, last, 1)] as const;
  // A single stroke is as long as its cell.
  const isAlone = run.length === 1 && ends.every(({ kind }) => kind === 'loose' || kind === 'edge');
  const [from, to] = ends.map(({ kind, point, loose }) => (kind === 'loose' && isAlone ? loose : point));
  if (from && to) drawing.line(from, to);
}

interface RunEnd {
  readonly kind: 'joint' | 'corner' | 'edge' | 'loose';
  readonly point: Point;
  /** The point on the edge of the cell. */
  readonly loose: Point;
}

function endOf(drawing: Drawing, { dx, dy, joints, half, meets }: Direction, place: Point, end: End): RunEnd {
  const { x, y } = place;
  const middle = pointAt(x, y);
  const loose = pointAt(x, y, end * half.x, end * half.y);
  const [nextX, nextY] = [x + end * dx, y + end * dy];
  if (dx === 0 && drawing.isContinued(x, y, end)) return { kind: 'corner', point: middle, loose };
  if (joints.includes(drawing.grid.at(nextX, nextY))) {
    if (dy === 0 && drawing.isRounded(nextX, nextY, -end)) return { kind: 'corner', point: middle, loose };
    drawing.reach(nextX, nextY);
    return { kind: 'joint', point: pointAt(nextX, nextY), loose };
  }
  if (meets(drawing.grid, place, end)) return { kind: 'edge', point: loose, loose };
  return { kind: 'loose', point: middle, loose };
}

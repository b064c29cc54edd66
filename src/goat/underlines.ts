/** Draws lines of `_`, which are on the lower edge of their cells. */
import type { Drawing } from './drawing.ts';
import type { Grid } from './grid.ts';
import { CELL, pointAt } from './shapes.ts';

const HALF = { x: CELL.width / 2, y: CELL.height / 2 } as const;

/** Draws underlines and their steps to lines in the middle of a cell: `__.--`. */
export function drawUnderlines(drawing: Drawing): void {
  const { grid } = drawing;
  for (const [char, x, y] of grid.strokes()) {
    if (char === '_' && grid.at(x - 1, y) !== '_') drawRun(drawing, x, y);
    const isStep = [-1, 1].some((side) => grid.at(x - side, y) === '_' && grid.at(x + side, y) === '-');
    if (!".'".includes(char) || !isStep) continue;
    drawing.line(pointAt(x, y), pointAt(x, y, 0, HALF.y));
    drawing.reach(x, y);
  }
}

function drawRun(drawing: Drawing, x: number, y: number): void {
  let last = x;
  while (drawing.grid.at(last + 1, y) === '_') last++;
  const length = last - x;
  const ends = ([-1, 1] as const).map((end) => {
    const edge = end < 0 ? x : last;
    const met = meetingPoint(drawing.grid, edge, y, end);
    if (met !== undefined) drawing.reach(edge + end, y);
    // A step down: `__` with `'--` below its end.
    if (isStepDown(drawing.grid, edge + end, y + 1)) {
      drawing.line(pointAt(edge + end, y, 0, HALF.y), pointAt(edge + end, y + 1));
      drawing.reach(edge + end, y + 1);
    }
    // A single stroke is as wide as its cell.
    return met ?? edge * CELL.width + (length === 0 ? end * HALF.x : 0);
  });
  const [from = 0, to = 0] = ends;
  drawing.line({ x: from, y: y * CELL.height + HALF.y }, { x: to, y: y * CELL.height + HALF.y });
}

const isStepDown = (grid: Grid, x: number, y: number): boolean => grid.at(x, y) === "'";

/** Returns the x coordinate where a line meets another one; `undefined` if it meets none. */
function meetingPoint(grid: Grid, x: number, y: number, end: -1 | 1): number | undefined {
  const beside = grid.at(x + end, y);
  const below = grid.at(x + end, y + 1);
  const middle = (x + end) * CELL.width;
  const [inner, outer] = end < 0 ? ['\\', '/'] : ['/', '\\'];
  if (".'+|()".includes(beside) || below === '|' || below === "'") return middle;
  if (beside === inner || below === outer) return middle - end * HALF.x;
  if (beside === outer) return middle + end * HALF.x;
  return grid.at(x, y + 1) === inner ? x * CELL.width + end * HALF.x : undefined;
}

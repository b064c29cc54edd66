/** Draws the round parts of a diagram: corners, and bridges of lines that cross others. */
import type { Drawing } from './drawing.ts';
import { isBridge } from './lines.ts';
import { CELL, pointAt } from './shapes.ts';

const BRIDGE_RADIUS = 9;
const SIDES = [1, -1] as const;

/** Draws a corner where a horizontal line turns up or down in the next cell: `.` and `+` down, `'` and `+` up. */
export function drawCorners(drawing: Drawing): void {
  const { grid } = drawing;
  for (const [char, x, y] of grid.strokes())
    for (const [down, corners] of [
      [1, '.+'],
      [-1, "'+"],
    ] as const)
      for (const side of SIDES) {
        const turns =
          corners.includes(char) &&
          '-+'.includes(grid.at(x + side, y)) &&
          '|+*o()'.includes(grid.at(x - side, y + down));
        // Square corners are lines.
        const isSquare = char === '+' && '|+'.includes(grid.at(x, y + down));
        if (turns && !isSquare) drawing.corner(x, y, { side, down });
      }
}

/** Draws bridges: lines that cross others. */
export function drawBridges(drawing: Drawing): void {
  for (const [char, x, y] of drawing.grid.strokes()) {
    if (!isBridge(drawing.grid, x, y)) continue;
    drawing.reach(x, y);
    drawing.shapes.push({
      kind: 'arc',
      from: pointAt(x, y, 0, -CELL.height / 2),
      to: pointAt(x, y, 0, CELL.height / 2),
      radius: BRIDGE_RADIUS,
      isClockwise: char === ')',
    });
  }
}

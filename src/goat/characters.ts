/** Draws single cells: circles, arrows and text. */
import type { Drawing } from './drawing.ts';
import type { Grid } from './grid.ts';
import { CELL, pointAt, type Point } from './shapes.ts';

/** Half the width of an arrow. */
const BREADTH = 5.6;

/** Directions of arrows, in degrees from the right. */
const STRAIGHT: Readonly<Record<string, number>> = { '>': 0, v: 90, '<': 180, '^': 270 };

/** Characters that fill their cells, and their opacity. */
const SHADES: Readonly<Record<string, number>> = { '░': 0.25, '▒': 0.5, '▓': 0.75, '▉': 1 };

/** Unicode's diagonal lines, from corner to corner: 1 leans to the right. */
const SLANTS: Readonly<Record<string, readonly (1 | -1)[]>> = { '╱': [1], '╲': [-1], '╳': [1, -1] };

/** Draws circles, arrows, shades and Unicode's diagonal lines. */
export function drawSigns(drawing: Drawing): void {
  const { grid, shapes } = drawing;
  for (const [y, row] of grid.rows.entries())
    for (const [x, char] of row.entries()) drawWhole(drawing, char, { x, y });
  for (const [char, x, y] of grid.strokes()) {
    if (char === 'o' || char === '*')
      shapes.push({ kind: 'circle', at: pointAt(x, y), isFilled: char === '*' });
    else if (char in STRAIGHT) drawArrow(drawing, char, { x, y });
  }
}

/** Draws a character that is neither text nor part of a line. */
function drawWhole({ grid, shapes }: Drawing, char: string, { x, y }: Point): void {
  const opacity = SHADES[char];
  const [width, height] = [CELL.width / 2, CELL.height / 2];
  if (opacity !== undefined) shapes.push({ kind: 'shade', at: pointAt(x, y, -width, -height), opacity });
  for (const lean of SLANTS[char] ?? [])
    shapes.push({
      kind: 'line',
      from: pointAt(x, y, -width, lean * height),
      to: pointAt(x, y, width, -lean * height),
    });
  if (opacity !== undefined || char in SLANTS) grid.setText(x, y, false);
}

function drawArrow(drawing: Drawing, char: string, { x, y }: Point): void {
  const { grid, shapes } = drawing;
  const angle = slantOf(grid, char, { x, y }) ?? STRAIGHT[char] ?? 0;
  const isStraight = angle % 90 === 0;
  // An arrow does not cover the circle that it points at.
  const isAtCircle = angle % 180 === 0 && '*o'.includes(grid.at(x + (angle === 0 ? 1 : -1), y));
  // An arrow touches the horizontal line that it points at.
  const isAtLine = (char === '^' || char === 'v') && "-+.'".includes(grid.at(x, y + (char === 'v' ? 1 : -1)));
  const tip = (isStraight ? 8 : 12) - (isAtCircle ? CELL.width : 0) + (isAtLine ? (isStraight ? 8 : 6) : 0);
  const [along, across] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const turn = (dx: number, dy: number): Point =>
    pointAt(x, y, dx * along - dy * across, dx * across + dy * along);
  if (isAtLine) drawing.line(turn(0, 0), turn(tip - 12, 0));
  shapes.push({ kind: 'arrow', points: [turn(tip, 0), turn(tip - 12, -BREADTH), turn(tip - 12, BREADTH)] });
}

/** Returns the direction of an arrow at the end of a diagonal line; `undefined` elsewhere. */
function slantOf(grid: Grid, char: string, { x, y }: Point): number | undefined {
  if (char !== '^' && char !== 'v') return undefined;
  const behind = char === '^' ? 1 : -1;
  if (grid.at(x, y + behind) === '|') return undefined;
  if (grid.at(x - behind, y + behind) === '/') return char === '^' ? 300 : 120;
  if (grid.at(x + behind, y + behind) === '\\') return char === '^' ? 240 : 60;
  return undefined;
}

/** Draws the text: words, and joints that no line reaches. */
export function drawText({ grid, shapes, isReached }: DrawnText): void {
  for (const [char, x, y] of grid.strokes())
    if (".'+()".includes(char) && !isReached(x, y)) grid.setText(x, y);
  for (const [y, row] of grid.rows.entries()) {
    let at: Point[] = [];
    let text: string[] = [];
    const end = (): void => {
      if (text.length > 0) shapes.push({ kind: 'text', at, text });
      [at, text] = [[], []];
    };
    for (const [x, char] of row.entries())
      if (char === ' ' || !grid.isText(x, y)) end();
      else if (char !== '') {
        at.push(pointAt(x, y, row[x + 1] === '' ? CELL.width / 2 : 0));
        text.push(char);
      }
    end();
  }
}

interface DrawnText extends Pick<Drawing, 'grid' | 'shapes'> {
  readonly isReached: (x: number, y: number) => boolean;
}

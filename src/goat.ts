/** Renders ASCII diagrams as SVG, like GoAT in Hugo: in the colour of the text around them, sharp at any size. */
import { drawBridges, drawCorners } from './goat/corners.ts';
import { Drawing } from './goat/drawing.ts';
import { Grid } from './goat/grid.ts';
import { drawLines } from './goat/lines.ts';
import { CELL, type Point, RADIUS, type Shape } from './goat/shapes.ts';
import { drawSigns, drawText } from './goat/characters.ts';
import { drawUnderlines } from './goat/underlines.ts';

/** A diagram as SVG. */
export interface GoatDiagram {
  /** The content of the `<svg>` element. */
  readonly inner: string;
  /** Width in points. */
  readonly width: number;
  readonly height: number;
}

/** Font size in points: characters fit into their cells whatever the size of the text around the diagram. */
const FONT_SIZE = 16;

/** Distance from the middle of a line of text to its baseline. */
const BASELINE = 4;

/** Renders an ASCII diagram: lines, corners, arrows, circles and text. */
export function renderGoat(text: string): GoatDiagram {
  const grid = new Grid(text);
  const drawing = new Drawing(grid);
  drawCorners(drawing);
  drawBridges(drawing);
  drawLines(drawing);
  drawUnderlines(drawing);
  drawSigns(drawing);
  drawText({ grid, shapes: drawing.shapes, isReached: (x, y) => drawing.isReached(x, y) });
  const style = `font-size='${FONT_SIZE}' text-anchor='middle' stroke-linecap='round'`;
  const shapes = drawing.shapes.map((shape) => `${writeShape(shape)}\n`).join('');
  return {
    inner: `<g transform='translate(${CELL.width},${CELL.height})' ${style}>\n${shapes}</g>\n`,
    width: CELL.width * (grid.width + 1),
    height: CELL.height * grid.rows.length + CELL.height / 2 + 1,
  };
}

const LINE = "fill='none' stroke='currentColor'";

type Writers = { readonly [Kind in Shape['kind']]: (shape: Extract<Shape, { kind: Kind }>) => string };

const writers: Writers = {
  line: ({ from, to }) => `<path d='M ${write(from)} L ${write(to)}' ${LINE}></path>`,
  arc: ({ from, to, radius, isClockwise }) =>
    `<path d='M ${write(from)} A ${radius},${radius} 0 0,${isClockwise ? 1 : 0} ${write(to)}' ${LINE}></path>`,
  circle: ({ at, isFilled }) =>
    `<circle cx='${at.x}' cy='${at.y}' r='${RADIUS}' stroke='currentColor' fill='${isFilled ? 'currentColor' : 'none'}'></circle>`,
  shade: ({ at, opacity }) =>
    `<rect x='${at.x}' y='${at.y}' width='${CELL.width}' height='${CELL.height}' fill='currentColor' fill-opacity='${opacity}'></rect>`,
  arrow: ({ points }) => `<polygon points='${points.map(write).join(' ')}' fill='currentColor'></polygon>`,
  text: writeText,
};

function writeShape<Kind extends Shape['kind']>(shape: Extract<Shape, { kind: Kind }>): string {
  const writer: (shape: Extract<Shape, { kind: Kind }>) => string = writers[shape.kind];
  return writer(shape);
}

/** Writes a word as one `<text>`, so that it is selected as one, unless a character has several code units. */
function writeText({ at, text }: Extract<Shape, { kind: 'text' }>): string {
  const parts = text.every(({ length }) => length === 1)
    ? [{ at, text: text.join('') }]
    : text.map((char, n) => ({ at: at.slice(n, n + 1), text: char }));
  return parts
    .map(
      (part) =>
        `<text x='${part.at.map(({ x }) => x).join(' ')}' y='${(part.at[0]?.y ?? 0) + BASELINE}' fill='currentColor'>${escape(part.text)}</text>`,
    )
    .join('\n');
}

const write = ({ x, y }: Point): string => `${round(x)},${round(y)}`;

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escape = (text: string): string => text.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);

/**
 * Functions that measure tables. They are sent as text, so each one uses only its arguments, globals of the page, and
 * the other functions through `deckShapes`.
 */
import type { Paragraph, TableCell, TableRow } from '../ooxml/model.ts';
import type {
  Covered,
  MeasureTools,
  PlacedParagraph,
  Surroundings,
  TableColumns,
  TableGrid,
} from './measured.ts';

declare const deckShapes: MeasureTools;

/** Adds a table. Returns false for one with what cells can't contain: its cells are then boxes and text. */
function table(element: HTMLTableElement, around: Surroundings): boolean {
  if (element.querySelector('table, pre, video, iframe, section')) return false;
  const inner = deckShapes.enter(element, around);
  const grid = deckShapes.tableGrid(element);
  if (grid.columnCount === 0) return false;
  if (element.caption) deckShapes.visit(element.caption, inner);
  const columns = deckShapes.tableColumns(grid, getComputedStyle(element).direction === 'rtl');
  const rows = deckShapes.tableRows(grid, columns, inner);
  const tops = grid.rows.map((row) => row.getBoundingClientRect().top);
  const add = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  deckShapes.items.push({
    kind: 'shape',
    shape: {
      kind: 'table',
      box: {
        left: columns.left,
        top: Math.min(...tops),
        width: add(columns.widths),
        height: add(rows.map(({ height }) => height)),
      },
      columns: columns.widths,
      rows,
      hasHead: element.tHead !== null,
      rtl: false,
    },
  });
  return true;
}

function tableGrid(element: HTMLTableElement): TableGrid {
  const rows = [...element.rows].filter((row) => !deckShapes.isHidden(row));
  const cells = new Map<string, HTMLTableCellElement>();
  let columnCount = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (cells.has(`${y} ${x}`)) x++;
      // A table of a presentation has a limited number of columns.
      const columns = Math.min(cell.colSpan, 64);
      const below = Math.min(cell.rowSpan || 1, rows.length - y);
      for (let dy = 0; dy < below; dy++)
        for (let dx = 0; dx < columns; dx++) cells.set(`${y + dy} ${x + dx}`, cell);
      x += columns;
      columnCount = Math.max(columnCount, x);
    }
  }
  return { rows, columnCount, cellAt: (y, x) => cells.get(`${y} ${x}`) };
}

function tableColumns({ rows, columnCount, cellAt }: TableGrid, isRtl: boolean): TableColumns {
  const places = Array.from({ length: columnCount }, (_, n) => (isRtl ? columnCount - 1 - n : n));
  const edges = places.map((x) => {
    const starting = rows.flatMap((_, y) => {
      const cell = cellAt(y, x);
      return cell && cell !== cellAt(y, isRtl ? x + 1 : x - 1) ? [cell.getBoundingClientRect().left] : [];
    });
    return starting.length > 0 ? Math.min(...starting) : undefined;
  });
  const all = rows.flatMap((row) => [...row.cells].map((cell) => cell.getBoundingClientRect()));
  const first = edges.find((edge) => edge !== undefined) ?? 0;
  const right = Math.max(...all.map((rect) => rect.right));
  // No cell begins at a column that only spanning cells are in.
  const known = edges.map(
    (edge, n) => edge ?? edges.slice(0, n).findLast((one) => one !== undefined) ?? first,
  );
  const widths = known.map((left, n) => Math.max(0, (known[n + 1] ?? right) - left));
  return { left: known[0] ?? first, widths, places };
}

function tableRows(
  { rows, cellAt }: TableGrid,
  { places }: TableColumns,
  around: Surroundings,
): readonly TableRow[] {
  return rows.map((row, y): TableRow => {
    const cells = places.map((x, n) => {
      const cell = cellAt(y, x);
      const before = places[n - 1];
      const covered = {
        byLeft: cell !== undefined && before !== undefined && cellAt(y, before) === cell,
        byTop: cell !== undefined && y > 0 && cellAt(y - 1, x) === cell,
      };
      const isEmpty = !cell || covered.byLeft || covered.byTop;
      return isEmpty ? deckShapes.emptyCell(covered) : deckShapes.cell(cell, around);
    });
    return { height: row.getBoundingClientRect().height, cells };
  });
}

/** A place without a cell, or one that a cell next to it or above covers. */
function emptyCell(covered: Covered): TableCell {
  return {
    paragraphs: [],
    columnSpan: 1,
    rowSpan: 1,
    ...((covered.byLeft || covered.byTop) && { covered }),
    anchor: 't',
    padding: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: { left: undefined, right: undefined, top: undefined, bottom: undefined },
  };
}

/** Measures a cell. */
function cell(element: HTMLTableCellElement, around: Surroundings): TableCell {
  const inner = deckShapes.enter(element, around);
  const style = getComputedStyle(element);
  const placed = deckShapes.itemParagraphs(element, { level: 0, bullet: undefined }, inner);
  const rect = element.getBoundingClientRect();
  const pad = (name: string): number =>
    Number.parseFloat(style.getPropertyValue(`padding-${name}`)) * inner.scale;
  const groups = [element.parentElement, element.closest('thead, tbody, tfoot'), element.closest('table')];
  const fill = [element, ...groups]
    .map((one) => (one ? deckShapes.color(getComputedStyle(one).backgroundColor) : undefined))
    .find((color) => color && color.alpha > 0);
  const owners = [style, ...(element.parentElement ? [getComputedStyle(element.parentElement)] : [])];
  const border = (side: string) =>
    owners.map((owner) => deckShapes.borderOf(owner, side, inner)).find((one) => one !== undefined);
  const isEnd = style.textAlign === 'right' || style.textAlign === 'end';
  const isStart = style.textAlign !== 'center' && !isEnd;
  return {
    paragraphs: placed.map(({ paragraph, box }: PlacedParagraph, n): Paragraph => {
      const before = placed[n - 1]?.box;
      const start = rect.left + pad('left');
      const indent = paragraph.bullet ? Math.max(0, box.left - start) : 0;
      return { ...paragraph, indent, before: before ? Math.max(0, box.top - before.top - before.height) : 0 };
    }),
    ...(fill && { fill: { hex: fill.hex, alpha: fill.alpha * inner.opacity } }),
    columnSpan: element.colSpan,
    rowSpan: Math.max(1, element.rowSpan),
    anchor: 't',
    // Another font may be wider: text has the room of the padding after it.
    padding: {
      left: isStart ? pad('left') : Math.min(pad('left'), 2),
      right: Math.min(pad('right'), isEnd ? pad('right') : 1),
      top: placed[0] ? Math.max(0, placed[0].box.top - rect.top) : pad('top'),
      bottom: 0,
    },
    borders: { left: border('left'), right: border('right'), top: border('top'), bottom: border('bottom') },
  };
}

/** The functions by their names. */
export const tableMeasures = { table, tableGrid, tableColumns, tableRows, emptyCell, cell };

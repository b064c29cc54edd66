/** Writes tables. */
import type { Border, Sides, TableCell, TableShape } from './model.ts';
import { writeFill } from './colors.ts';
import { writeLine } from './lines.ts';
import { type WriteContext, writeParagraphs } from './text.ts';
import { xml } from './xml.ts';

const TABLE_URI = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/** Writes a table with its number on the slide. */
export function writeTable(table: TableShape, id: number, context: WriteContext): string {
  const { units } = context;
  const { box, columns, rows, hasHead, rtl } = table;
  const grid = columns.map((width) => xml('a:gridCol', { w: units.emu(width) }));
  const written = rows.map(({ height, cells }) =>
    xml(
      'a:tr',
      { h: units.emu(height) },
      cells.map((cell) => writeCell(cell, context)),
    ),
  );
  return xml('p:graphicFrame', {}, [
    xml('p:nvGraphicFramePr', {}, [
      xml('p:cNvPr', { id, name: `Table ${id}` }),
      xml('p:cNvGraphicFramePr', {}, [xml('a:graphicFrameLocks', { noGrp: true })]),
      xml('p:nvPr'),
    ]),
    xml('p:xfrm', {}, [
      xml('a:off', { x: units.emu(box.left), y: units.emu(box.top) }),
      xml('a:ext', { cx: units.emu(box.width), cy: units.emu(box.height) }),
    ]),
    xml('a:graphic', {}, [
      xml('a:graphicData', { uri: TABLE_URI }, [
        xml('a:tbl', {}, [
          xml('a:tblPr', { rtl: rtl ? true : undefined, firstRow: hasHead ? true : undefined }),
          xml('a:tblGrid', {}, grid),
          ...written,
        ]),
      ]),
    ]),
  ]);
}

function writeCell(cell: TableCell, context: WriteContext): string {
  const { units, palette } = context;
  const { columnSpan, rowSpan, covered, paragraphs, padding } = cell;
  return xml(
    'a:tc',
    {
      rowSpan: rowSpan > 1 ? rowSpan : undefined,
      gridSpan: columnSpan > 1 ? columnSpan : undefined,
      hMerge: covered?.byLeft ? true : undefined,
      vMerge: covered?.byTop ? true : undefined,
    },
    [
      xml('a:txBody', {}, [
        xml('a:bodyPr'),
        xml('a:lstStyle'),
        writeParagraphs(covered ? [] : paragraphs, context),
      ]),
      xml(
        'a:tcPr',
        {
          marL: units.emu(padding.left),
          marR: units.emu(padding.right),
          marT: units.emu(padding.top),
          marB: units.emu(padding.bottom),
          anchor: cell.anchor,
        },
        [...writeBorders(cell.borders, context), writeFill(cell.fill, palette)],
      ),
    ],
  );
}

function writeBorders(borders: Sides<Border | undefined>, context: WriteContext): readonly string[] {
  const sides = [
    ['a:lnL', borders.left],
    ['a:lnR', borders.right],
    ['a:lnT', borders.top],
    ['a:lnB', borders.bottom],
  ] as const;
  return sides.map(([name, border]) =>
    border ? writeLine(name, border, context) : xml(name, { w: 0 }, [xml('a:noFill')]),
  );
}

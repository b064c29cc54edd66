/** Resolves the links of shapes. */
import type { Link, Paragraph, Shape } from '../ooxml/model.ts';

/** Finds where a link leads in the file; `undefined` for nowhere. */
export type ResolveLink = (link: Link) => Link | undefined;

/** Returns the shape with its links resolved. */
export function mapLinks(shape: Shape, resolve: ResolveLink): Shape {
  if (shape.kind === 'text') return { ...shape, paragraphs: mapParagraphs(shape.paragraphs, resolve) };
  if (shape.kind === 'table') {
    const rows = shape.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, paragraphs: mapParagraphs(cell.paragraphs, resolve) })),
    }));
    return { ...shape, rows };
  }
  return shape.link ? { ...shape, link: resolve(shape.link) } : shape;
}

const mapParagraphs = (paragraphs: readonly Paragraph[], resolve: ResolveLink): readonly Paragraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run) =>
      run.kind === 'text' && run.link ? { ...run, link: resolve(run.link) } : run,
    ),
  }));

/** Positions in files of the author. */
import { positionIn, type SourceFile } from '../../diagnostics.ts';

/** A line and column in a file of the author. */
export interface FilePosition {
  /** Path relative to the site's root, with `/`. */
  readonly file: string;
  /** Line in the whole file, counted from 1. */
  readonly line: number;
  /** Column in characters, counted from 1. */
  readonly column: number;
}

/** The position of an offset. */
export function positionAt(source: SourceFile, offset: number): FilePosition {
  return { file: source.path, ...positionIn(source, offset) };
}

/** A place as people and machines read it. */
import { lineAndColumn, type SourceFile } from '../../diagnostics.ts';

/** A place in a file of the author. */
export interface FilePosition {
  /** Path below the site's root, with `/`. */
  readonly file: string;
  /** Counted from 1, in the whole file. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
}

/** The spot of an offset. */
export function positionAt(source: SourceFile, offset: number): FilePosition {
  return { file: source.path, ...lineAndColumn(source.text, offset) };
}

/** The Markdown of a text with a placeholder for every shortcode, and the way back to the source. */
import { LineIndex } from '../../line-index.ts';

/** A text with the source offset of each of its parts. */
export class Expansion {
  readonly text: string;
  /** In the order of the text. */
  readonly origins: readonly Origin[];
  #lines: LineIndex | undefined;

  constructor(text: string, origins: readonly Origin[]) {
    this.text = text;
    this.origins = origins;
  }

  /** The lines of the text, which are found once they are asked for. */
  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }

  /** The index of the origin of an offset of the text; -1 before the first one. */
  originAt(at: number): number {
    let [low, high] = [0, this.origins.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.origins[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Text from `at` on is that of the source from `offset` on, or is generated for that one offset. */
interface Origin {
  readonly at: number;
  readonly offset: number;
  readonly isGenerated: boolean;
}

/** One part of an expansion: text, and its offset in the source. */
export interface ExpansionPart {
  readonly text: string;
  readonly offset: number;
  /** Whether the text is not that of the source, but generated for one offset, such as that of a tag. */
  readonly isGenerated?: boolean;
}

/** Joins parts into one text. */
export function joinParts(parts: readonly ExpansionPart[]): Expansion {
  let text = '';
  const origins: Origin[] = [];
  for (const { text: words, offset, isGenerated = false } of parts) {
    origins.push({ at: text.length, offset, isGenerated });
    text += words;
  }
  return new Expansion(text, origins);
}

/** Cuts an expansion between two offsets of its text. */
export function sliceExpansion(expansion: Expansion, start: number, end: number): Expansion {
  const first = Math.max(expansion.originAt(start), 0);
  const last = Math.max(expansion.originAt(end), first);
  const origins = expansion.origins.slice(first, last + 1).map(({ at, offset, isGenerated }) => {
    const skipped = isGenerated ? 0 : Math.max(start - at, 0);
    return { at: Math.max(at - start, 0), offset: offset + skipped, isGenerated };
  });
  return new Expansion(expansion.text.slice(start, end), origins);
}

/** Converts an offset of the expanded text to an offset of the source. */
export function sourceOffset(expansion: Expansion, at: number): number {
  const origin = expansion.origins[expansion.originAt(at)];
  if (!origin) return 0;
  return origin.isGenerated ? origin.offset : origin.offset + (at - origin.at);
}

/** The offset of a line of the expanded text; lines are counted from 0. */
export const lineStart = ({ lines }: Expansion, line: number): number => lines.startOf(line + 1);

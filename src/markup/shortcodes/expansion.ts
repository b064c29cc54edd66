/** The Markdown of a text with a placeholder for every shortcode, and the way back to the source. */

/** A text with the source offset of each of its parts. */
export interface Expansion {
  readonly text: string;
  readonly origins: readonly Origin[];
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
  return { text, origins };
}

/** Cuts an expansion between two offsets of its text. */
export function sliceExpansion({ text, origins }: Expansion, start: number, end: number): Expansion {
  const n = Math.max(
    origins.findLastIndex(({ at }) => at <= start),
    0,
  );
  return {
    text: text.slice(start, end),
    origins: origins.slice(n).map(({ at, offset, isGenerated }) => {
      const skipped = isGenerated ? 0 : Math.max(start - at, 0);
      return { at: Math.max(at - start, 0), offset: offset + skipped, isGenerated };
    }),
  };
}

/** Converts an offset of the expanded text to an offset of the source. */
export function sourceOffset({ origins }: Expansion, at: number): number {
  const origin = origins.findLast((candidate) => candidate.at <= at);
  if (!origin) return 0;
  return origin.isGenerated ? origin.offset : origin.offset + (at - origin.at);
}

/** The offset of a line of the expanded text; lines are counted from 0. */
export function lineStart({ text }: Expansion, line: number): number {
  let start = 0;
  for (let n = 0; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

/** The Markdown that is left when every shortcode of a text is a mark, with the way back to the source. */
/** A text with the source offset of each of its parts. */
export interface Expansion {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** From `at` on, the text comes from `offset` on, or all of it from that one place. */
interface Origin {
  readonly at: number;
  readonly offset: number;
  readonly isGenerated: boolean;
}

/** One part of an expansion: words, and where they stand in the source. */
export interface ExpansionPart {
  readonly text: string;
  readonly offset: number;
  /** The words are not those of the source: they all come from one place of it, such as a tag. */
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

/** The part of an expansion between two places of it. */
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

/** Where in the source a place of the text comes from. */
export function sourceOffset({ origins }: Expansion, at: number): number {
  const origin = origins.findLast((candidate) => candidate.at <= at);
  if (!origin) return 0;
  return origin.isGenerated ? origin.offset : origin.offset + (at - origin.at);
}

/** The place where a line of the text begins, counted from 0. */
export function lineStart({ text }: Expansion, line: number): number {
  let start = 0;
  for (let n = 0; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

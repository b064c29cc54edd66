/** The Markdown that is left when every shortcode of a text is a mark, with the way back to the source. */
/** A text with the source offset of each of its parts. */
export interface Expansion {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** From `at` on, the text comes from `offset` on. */
interface Origin {
  readonly at: number;
  readonly offset: number;
}

/** One part of an expansion: words, and where they stand in the source. */
export interface ExpansionPart {
  readonly text: string;
  readonly offset: number;
}

/** Joins parts into one text. */
export function joinParts(parts: readonly ExpansionPart[]): Expansion {
  let text = '';
  const origins: Origin[] = [];
  for (const part of parts) {
    origins.push({ at: text.length, offset: part.offset });
    text += part.text;
  }
  return { text, origins };
}

/** Where in the source a place of the text comes from. */
export function originOf({ origins }: Expansion, at: number): number {
  const origin = origins.findLast((candidate) => candidate.at <= at);
  return origin ? origin.offset + (at - origin.at) : 0;
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

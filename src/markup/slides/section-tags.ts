/** Splits HTML at `<section>` tags and breaks that are not inside another element. */
import { type EndTag, readHtml, type StartTag } from '../../html.ts';
import { isRawBreak } from '../../slide-html.ts';
import type { Attributes } from '../../types.ts';

/** A piece of HTML: text with all other tags, or one tag. */
export interface SectionPiece {
  /** `break` is a horizontal rule at which the theme splits. */
  readonly kind: 'text' | 'open' | 'close' | 'break';
  readonly html: string;
  /** Attributes of an opening tag. */
  readonly attributes?: Attributes;
}

/** Void elements, and those whose end tag may be left out: they don't count for the nesting depth. */
const LOOSE: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt body html head`.split(/\s+/),
);

/** Splits HTML into pieces. */
export function splitAtSections(html: string): readonly SectionPiece[] {
  const pieces: SectionPiece[] = [];
  let start = 0;
  let depth = 0;
  for (const token of readHtml(html)) {
    if (token.kind === 'text' || token.kind === 'comment') continue;
    const words = html.slice(token.start, token.end);
    const kind = depth === 0 ? readPieceKind(token, html) : undefined;
    if (kind) {
      if (token.start > start) pieces.push({ kind: 'text', html: html.slice(start, token.start) });
      pieces.push({
        kind,
        html: words,
        ...(token.kind === 'start' && kind === 'open' && { attributes: token.attributes }),
      });
      start = token.end;
    } else if (!LOOSE.has(token.name) && !words.endsWith('/>'))
      depth = Math.max(depth + (token.kind === 'end' ? -1 : 1), 0);
  }
  if (start < html.length) pieces.push({ kind: 'text', html: html.slice(start) });
  return pieces;
}

function readPieceKind(tag: StartTag | EndTag, html: string): SectionPiece['kind'] | undefined {
  if (tag.name === 'section') return tag.kind === 'end' ? 'close' : 'open';
  return isRawBreak(tag, html) ? 'break' : undefined;
}

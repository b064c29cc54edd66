/** Takes HTML apart at the `<section>` tags and the rules that stand in no other element. */
import type { Attributes } from '../types.ts';

/** A part of it: text with all other tags, or one tag. */
export interface SectionPiece {
  /** `break` is a rule as the theme splits at it. */
  readonly kind: 'text' | 'open' | 'close' | 'break';
  readonly html: string;
  /** Of an opening tag. */
  readonly attributes?: Attributes;
}

/** Comments, elements whose text is no HTML, and tags. */
const TOKEN_RE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title|iframe)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** Elements without an end, and those whose end may be left out: neither says where another one ends. */
const LOOSE: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt body html head`.split(/\s+/),
);

/** Other spellings of a rule, `<hr/>` among them, are rules on their slide. */
const BREAK_RE = /^<hr(?: \/)?>$/;

/** `decode` reads the entities of attributes. */
export function splitAtSections(html: string, decode: (text: string) => string): readonly SectionPiece[] {
  const pieces: SectionPiece[] = [];
  let start = 0;
  let depth = 0;
  for (const { 0: token, 2: slash, 3: name, 4: rest = '', index } of html.matchAll(TOKEN_RE)) {
    if (name === undefined) continue;
    const kind = depth === 0 ? kindOf(token, name.toLowerCase(), slash === '/') : undefined;
    if (kind) {
      if (index > start) pieces.push({ kind: 'text', html: html.slice(start, index) });
      pieces.push({
        kind,
        html: token,
        ...(kind === 'open' && { attributes: readAttributes(rest, decode) }),
      });
      start = index + token.length;
    } else if (!LOOSE.has(name.toLowerCase()) && !rest.endsWith('/'))
      depth = Math.max(depth + (slash === '/' ? -1 : 1), 0);
  }
  if (start < html.length) pieces.push({ kind: 'text', html: html.slice(start) });
  return pieces;
}

function kindOf(token: string, name: string, isEnd: boolean): SectionPiece['kind'] | undefined {
  if (name === 'section') return isEnd ? 'close' : 'open';
  return BREAK_RE.test(token) ? 'break' : undefined;
}

const ATTRIBUTE_RE = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function readAttributes(text: string, decode: (text: string) => string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE_RE)].map(([, name = '', double, single, bare]) => [
      name,
      decode(double ?? single ?? bare ?? ''),
    ]),
  );
}

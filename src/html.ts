/** Reads HTML: the one tokenizer, that of parse5, so that it is read as browsers read it. Offsets are those of the source. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A place in the source. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** `<name …>` */
export interface StartTag extends Range {
  readonly kind: 'start';
  /** In lower case. */
  readonly name: string;
  /** By name in lower case, entities decoded; of one that stands twice, the first. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** `</name>` */
export interface EndTag extends Range {
  readonly kind: 'end';
  readonly name: string;
}

/** Words: those of raw text, as in a script, are not decoded. */
export interface HtmlText extends Range {
  readonly kind: 'text';
  readonly text: string;
}

/** A comment, or what browsers pass over like one: a doctype, `<?php … ?>`. */
export interface HtmlComment extends Range {
  readonly kind: 'comment';
  readonly text: string;
}

export type HtmlToken = StartTag | EndTag | HtmlText | HtmlComment;

/** How the text of an element is read in which tags are words. */
const MODES: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/** In SVG and MathML, a title or a style holds tags like any other element. */
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

/** The tokens of a piece of HTML, in their order, without gaps. */
export function readHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let foreign = 0;
  const add = ({ text, location }: { text: string; location: Token.Location | null }): void => {
    const { startOffset: start, endOffset: end } = rangeOf(location);
    const last = tokens.at(-1);
    // Words and the white space around them come one by one.
    if (last?.kind === 'text' && last.end === start)
      tokens[tokens.length - 1] = { ...last, text: last.text + text, end };
    else tokens.push({ kind: 'text', text, start, end });
  };
  const onText = ({ chars, location }: Token.CharacterToken): void => add({ text: chars, location });
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName: name, attrs, selfClosing, location }) {
        const { startOffset: start, endOffset: end } = rangeOf(location);
        const attributes = Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value]));
        tokens.push({ kind: 'start', name, attributes, start, end });
        if (FOREIGN.has(name) && !selfClosing) foreign++;
        if (foreign === 0) tokenizer.state = MODES.get(name) ?? tokenizer.state;
      },
      onEndTag({ tagName: name, location }) {
        const { startOffset: start, endOffset: end } = rangeOf(location);
        tokens.push({ kind: 'end', name, start, end });
        if (FOREIGN.has(name)) foreign = Math.max(foreign - 1, 0);
      },
      onComment({ data: text, location }) {
        const { startOffset: start, endOffset: end } = rangeOf(location);
        tokens.push({ kind: 'comment', text, start, end });
      },
      onCharacter: onText,
      onWhitespaceCharacter: onText,
      onNullCharacter: onText,
      onDoctype({ name, location }) {
        const { startOffset: start, endOffset: end } = rangeOf(location);
        tokens.push({ kind: 'comment', text: name ?? '', start, end });
      },
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return tokens;
}

function rangeOf(location: Token.Location | null): Token.Location {
  if (!location) throw new Error('the tokenizer keeps no places');
  return location;
}

/** The place of the tag that ends the element whose tag stands at `at`; `undefined` where there is none. */
export function findEnd(tokens: readonly HtmlToken[], at: number): number | undefined {
  const open = tokens[at];
  if (open?.kind !== 'start') return undefined;
  let depth = 0;
  for (let n = at; n < tokens.length; n++) {
    const token = tokens[n];
    if (!token || !('name' in token) || token.name !== open.name) continue;
    depth += token.kind === 'start' ? 1 : -1;
    if (depth === 0) return n;
  }
  return undefined;
}

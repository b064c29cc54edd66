/**
 * Takes out of a page what no reader sees: runs of blanks become one, and comments go. The page is parsed to know what
 * is text, and edited in its source, so that what is not touched stays as it was written, quirks included. Scripts,
 * stylesheets, attributes and what keeps its blanks, such as `<pre>`, are not touched.
 */
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import { applyEdits, type Edit } from '../html-edits.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Writes a page in fewer bytes. */
export function minifyHtml(source: string): string {
  const edits: Edit[] = [];
  for (const node of parse(source, { sourceCodeLocationInfo: true }).childNodes) collect(node, source, edits);
  // They are not in order: text where no text may be, as between the rows of a table, is moved by the parser.
  return applyEdits(source, edits);
}

function collect(node: ChildNode, source: string, edits: Edit[]): void {
  if ('data' in node) edits.push(...editComment(node, source));
  else if ('value' in node) edits.push(...editText(node, source));
  else if ('tagName' in node && !keepsWhitespace(node)) {
    const { childNodes } = 'content' in node ? node.content : node;
    for (const child of childNodes) collect(child, source, edits);
  }
}

/** Elements whose text is not for reading, or is shown as it is written. */
const VERBATIM: ReadonlySet<string> = new Set([
  'annotation',
  'iframe',
  'listing',
  'noembed',
  'noframes',
  'noscript',
  'plaintext',
  'pre',
  'script',
  'style',
  'textarea',
  'xmp',
]);

/** Attributes by which an element keeps its blanks, whatever its name, and what is said in them then. */
const PRESERVING: Readonly<Record<string, RegExp>> = {
  class: /(?:^|\s)mermaid(?:\s|$)/,
  contenteditable: /^(?!false)/,
  'data-markdown': /^/,
  space: /preserve/,
  style: /white-space/,
};

const keepsWhitespace = ({ tagName, attrs }: Element): boolean =>
  VERBATIM.has(tagName) || attrs.some(({ name, value }) => PRESERVING[name]?.test(value));

/** What is in comments that speak to somebody: `<!--! licence -->`, `<!--#include -->`, `<!--[if IE]>`. */
const KEPT_COMMENT_RE = /^[!#[]|!\[endif\]$/;

function editComment(
  { sourceCodeLocation: location, data }: DefaultTreeAdapterTypes.CommentNode,
  source: string,
): readonly Edit[] {
  if (!location) return [];
  const { startOffset: start, endOffset: end } = location;
  const isWhole = source.startsWith('<!--', start) && source.slice(start, end).endsWith('-->');
  if (!isWhole || KEPT_COMMENT_RE.test(data)) return [];
  // What stands around it could be read as one word then: `&am<!-- -->p;`.
  const isBetween = /[\s>]/.test(source[start - 1] ?? ' ') || /[\s<]/.test(source[end] ?? ' ');
  if (!isBetween) return [];
  // Blanks on both sides of it are one run then.
  const following = /\s/.test(source[start - 1] ?? '')
    ? (/^\s*/.exec(source.slice(end))?.[0].length ?? 0)
    : 0;
  return [{ start, end: end + following, text: '' }];
}

const WHITESPACE_RE = /[ \t\n\f\r]{2,}/g;

/** Elements in which blanks between others are never shown. */
const IGNORES_WHITESPACE: ReadonlySet<string> = new Set<string>([
  html.TAG_NAMES.COLGROUP,
  html.TAG_NAMES.HEAD,
  html.TAG_NAMES.HTML,
  html.TAG_NAMES.TABLE,
  html.TAG_NAMES.TBODY,
  html.TAG_NAMES.TFOOT,
  html.TAG_NAMES.THEAD,
  html.TAG_NAMES.TR,
]);

function editText(
  { sourceCodeLocation: location, parentNode }: DefaultTreeAdapterTypes.TextNode,
  source: string,
): readonly Edit[] {
  if (!location) return [];
  const { startOffset, endOffset } = location;
  const text = source.slice(startOffset, endOffset);
  // The parser joins texts that it has moved; with no bracket in it, there is no tag between them.
  if (text.includes('<')) return [];
  if (/^\s+$/.test(text) && parentNode && IGNORES_WHITESPACE.has(parentNode.nodeName))
    return [{ start: startOffset, end: endOffset, text: '' }];
  return [...text.matchAll(WHITESPACE_RE)].map(({ index, 0: whitespace }) => ({
    start: startOffset + index,
    end: startOffset + index + whitespace.length,
    text: whitespace.includes('\n') ? '\n' : ' ',
  }));
}

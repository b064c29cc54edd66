/**
 * Minifies a page: collapses whitespace and removes comments. The page is parsed to find the text, and edited in its
 * source, so that everything else stays as it was written, quirks included. Scripts, stylesheets, attributes and elements
 * that preserve whitespace, such as `<pre>`, are unchanged.
 */
import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';
import { applyEdits, type Edit } from '../html-edits.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Minifies a page. */
export function minifyHtml(source: string): string {
  const edits: Edit[] = [];
  for (const node of parse(source, { sourceCodeLocationInfo: true }).childNodes) collect(node, source, edits);
  // The edits are not in order: the parser moves text that is not allowed where it is, such as between table rows.
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

/** Elements whose text is not shown, or is shown verbatim. */
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

/** Attributes, with their values, that make an element preserve whitespace. */
const PRESERVING: Readonly<Record<string, RegExp>> = {
  class: /(?:^|\s)mermaid(?:\s|$)/,
  contenteditable: /^(?!false)/,
  'data-markdown': /^/,
  space: /preserve/,
  style: /white-space/,
};

const keepsWhitespace = ({ tagName, attrs }: Element): boolean =>
  VERBATIM.has(tagName) || attrs.some(({ name, value }) => PRESERVING[name]?.test(value));

/** Comments with a meaning for readers, servers or browsers: `<!--! licence -->`, `<!--#include -->`, `<!--[if IE]>`. */
const KEPT_COMMENT_RE = /^[!#[]|!\[endif\]$/;

function editComment(
  { sourceCodeLocation: location, data }: DefaultTreeAdapterTypes.CommentNode,
  source: string,
): readonly Edit[] {
  if (!location) return [];
  const { startOffset: start, endOffset: end } = location;
  const isWhole = source.startsWith('<!--', start) && source.slice(start, end).endsWith('-->');
  if (!isWhole || KEPT_COMMENT_RE.test(data)) return [];
  // Without the comment, its neighbours could form one token: `&am<!-- -->p;`.
  const isBetween = /[\s>]/.test(source[start - 1] ?? ' ') || /[\s<]/.test(source[end] ?? ' ');
  if (!isBetween) return [];
  // Without the comment, the whitespace on both sides is one run.
  const following = /\s/.test(source[start - 1] ?? '')
    ? (/^\s*/.exec(source.slice(end))?.[0].length ?? 0)
    : 0;
  return [{ start, end: end + following, text: '' }];
}

const WHITESPACE_RE = /[ \t\n\f\r]{2,}/g;

/** Elements in which whitespace between children is never shown. */
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
  // The parser joins texts that it moved; a `<` means that there may be a tag between them.
  if (text.includes('<')) return [];
  if (/^\s+$/.test(text) && parentNode && IGNORES_WHITESPACE.has(parentNode.nodeName))
    return [{ start: startOffset, end: endOffset, text: '' }];
  return [...text.matchAll(WHITESPACE_RE)].map(({ index, 0: whitespace }) => ({
    start: startOffset + index,
    end: startOffset + index + whitespace.length,
    text: whitespace.includes('\n') ? '\n' : ' ',
  }));
}

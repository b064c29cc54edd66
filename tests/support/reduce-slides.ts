/**
 * Reduces a page to what a reader sees of its slides: nesting, attributes that count, text, links, images, code, notes.
 * How code is coloured, white space between blocks, comments and the attributes that only a tool reads are left out.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** One slide, as it is compared. */
export interface ReducedSlide {
  readonly a?: Readonly<Record<string, string>>;
  readonly content?: readonly Reduced[];
  readonly notes?: readonly (readonly Reduced[])[];
  readonly stack?: readonly ReducedSlide[] | number;
}

/** A page, as it is compared. */
export interface ReducedDeck {
  readonly title: string;
  readonly slides: readonly ReducedSlide[];
}

export type Reduced = string | Readonly<Record<string, unknown>>;

/** Attributes that only the producing tool reads. */
const INTERNAL_RE =
  /^data-(noprocess|shortcode-.*|template|markdown|separator.*|noescape|trim|lang|processed|tex|step.*|source.*|line|slide-source)$/;
const RUNTIME_CLASS_RE =
  /^(reveal|slides|ready|present|future|past|hljs|chroma|nohighlight|highlight|language-.*|lazy|shiki|code-.*|has-.*|line.*)$/;
const ADDRESS_RE = /^(src|href|data-src|poster|data-background(-image|-video|-iframe)?)$/;
const PLAIN_VALUE_RE = /^(#|rgb|linear|radial|[a-z]+$)/i;
const PRESENTATIONAL = new Set(
  'loading decoding width height tabindex style rel target role fetchpriority hidden inert'.split(' '),
);
const BLOCK_TAG_RE =
  /^(p|h\d|ul|ol|li|div|section|aside|table|thead|tbody|tr|td|th|blockquote|dl|dt|dd|figure|figcaption|hr|br|pre)$/;

/** The slides of a page; `undefined` where it holds no deck. `page` is its path in the site, for its addresses. */
export function reduceDeck(html: string, page: string): ReducedDeck | undefined {
  const nodes = [...walk(parse(html))];
  const slides = nodes.find((node) => node.nodeName === 'div' && classes(node).includes('slides'));
  if (!slides) return undefined;
  const title = nodes.find((node) => node.nodeName === 'title');
  const sections = children(slides).filter((node) => node.nodeName === 'section');
  return {
    title: title ? squash(textOf(title)).trim() : '',
    slides: sections.map((section) => reduceSlide(section, page)),
  };
}

/** All slides in one row, a stack before its children; empty ones do not count. */
export function flatten(deck: ReducedDeck | undefined): readonly ReducedSlide[] {
  const all = (deck?.slides ?? []).flatMap((slide) =>
    Array.isArray(slide.stack)
      ? [{ ...slide, stack: slide.stack.length }, ...(slide.stack as ReducedSlide[])]
      : [slide],
  );
  return all.filter((slide) => Object.keys(slide).length > 0);
}

/** A slide as a string that is the same for two slides that agree. The language of code never counts. */
export function serialize(slide: ReducedSlide, { lines }: { lines: boolean }): string {
  return JSON.stringify(slide, (key, value: unknown) =>
    key === 'lang' || (key === 'lines' && !lines) ? undefined : value,
  );
}

function reduceSlide(section: Node, page: string): ReducedSlide {
  const nested = children(section).filter((node) => node.nodeName === 'section');
  const asides = children(section).filter(
    (node) => node.nodeName === 'aside' && classes(node).includes('notes'),
  );
  const rest = children(section).filter((node) => !nested.includes(node) && !asides.includes(node));
  const a = attributes(section, page);
  const content = trim(reduceAll(rest, page));
  const notes = asides
    .map((aside) => trim(reduceAll(children(aside), page)))
    .filter((note) => note.length > 0);
  return {
    ...(Object.keys(a).length > 0 && { a }),
    ...(content.length > 0 && { content }),
    ...(notes.length > 0 && { notes }),
    ...(nested.length > 0 && { stack: nested.map((child) => reduceSlide(child, page)) }),
  };
}

function reduceAll(nodes: readonly Node[], page: string): Reduced[] {
  const out: Reduced[] = [];
  for (const node of nodes) out.push(...reduceNode(node, page, out.length > 0));
  return out;
}

function reduceNode(node: Node, page: string, afterOthers: boolean): Reduced[] {
  if (node.nodeName === '#text') {
    const text = squash(textOf(node));
    return text.trim() || (text && afterOthers) ? [text] : [];
  }
  if (node.nodeName.startsWith('#')) return [];
  if (classes(node).includes('mermaid')) return [{ mermaid: squash(textOf(node)).trim() }];
  if (classes(node).some((name) => name.startsWith('katex'))) return [{ tex: reduceTex(node) }];
  if (isCode(node)) return [reduceCode(node)];
  const inner = trim(reduceAll(children(node), page));
  const a = attributes(node, page);
  const isPlain = Object.keys(a).length === 0;
  if (node.nodeName === 'p' && inner.length === 0 && isPlain) return [];
  if ((node.nodeName === 'span' || node.nodeName === 'div') && isPlain) return inner;
  return [{ tag: node.nodeName, ...(!isPlain && { a }), ...(inner.length > 0 && { c: inner }) }];
}

function isCode(node: Node): boolean {
  return node.nodeName === 'pre' || (node.nodeName === 'div' && classes(node).includes('highlight'));
}

function reduceCode(node: Node): Reduced {
  const code = [...walk(node)].findLast((child) => child.nodeName === 'code') ?? node;
  const lines = [node, code]
    .map((one) => attribute(one, 'data-line-numbers'))
    .find((value) => value !== undefined);
  return { code: textOf(code).trim(), ...(lines !== undefined && { lines: lines.replace(/\s/g, '') }) };
}

/** A formula is compared by its source, which stands in its MathML. */
function reduceTex(node: Node): string {
  const source = [...walk(node)].find((child) => child.nodeName === 'annotation');
  return source ? squash(textOf(source)).trim() : '';
}

function attributes(node: Node, page: string): Record<string, string> {
  const out: Record<string, string> = {};
  for (const { name, value } of (node as Element).attrs ?? []) {
    if (INTERNAL_RE.test(name) || name.startsWith('aria-') || PRESENTATIONAL.has(name)) continue;
    if (name === 'class') {
      const kept = classes(node)
        .filter((one) => !RUNTIME_CLASS_RE.test(one))
        .sort();
      if (kept.length > 0) out['class'] = kept.join(' ');
    } else if (ADDRESS_RE.test(name) && !PLAIN_VALUE_RE.test(value))
      out[name === 'data-src' ? 'src' : name] = address(value, page);
    else out[name] = squash(value).trim();
  }
  return out;
}

function address(value: string, page: string): string {
  if (/^(data:|mailto:|#)/.test(value) || !URL.canParse(value, 'http://site/')) return value;
  const url = new URL(value, `http://site/${page.replace(/index\.html$/, '')}`);
  return url.host === 'site' ? decodeURI(url.pathname + url.search + url.hash) : url.href;
}

/** Joins neighbouring texts, and drops white space beside blocks. */
function trim(list: readonly Reduced[]): Reduced[] {
  const out: Reduced[] = [];
  for (const item of list) {
    const last = out.at(-1);
    if (typeof item === 'string' && typeof last === 'string') out[out.length - 1] = squash(last + item);
    else out.push(item);
  }
  const isEdge = (item: Reduced | undefined): boolean => item === undefined || isBlock(item);
  return out
    .map((item, n) => (typeof item === 'string' && isEdge(out[n - 1]) ? item.trimStart() : item))
    .map((item, n) => (typeof item === 'string' && isEdge(out[n + 1]) ? item.trimEnd() : item))
    .filter((item) => item !== '');
}

function isBlock(item: Reduced): boolean {
  return (
    typeof item === 'object' &&
    (item['code'] !== undefined || (typeof item['tag'] === 'string' && BLOCK_TAG_RE.test(item['tag'])))
  );
}

const squash = (text: string): string => text.replace(/\s+/g, ' ');
const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (node: Node, name: string): string | undefined =>
  (node as Element).attrs?.find((one) => one.name === name)?.value;
const classes = (node: Node): string[] => (attribute(node, 'class') ?? '').split(/\s+/).filter(Boolean);
const textOf = (node: Node): string => ('value' in node ? node.value : children(node).map(textOf).join(''));

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of children(node)) yield* walk(child);
}

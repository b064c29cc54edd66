/**
 * Functions that measure text: its pieces and their looks. They are sent as text, so each one uses only its
 * arguments, globals of the page, and the other functions through `deckShapes`.
 */
import type { MeasureTools, PieceStyle, Surroundings, TextPiece } from './measured.ts';

declare const deckShapes: MeasureTools;

/** Collects the pieces of text in nodes; what is no text among them is measured on its own. */
function pieces(nodes: readonly Node[], around: Surroundings): readonly TextPiece[] {
  const found: TextPiece[] = [];
  let startsLine = false;
  const add = (more: readonly TextPiece[]): void => {
    for (const piece of more) {
      found.push(startsLine ? { ...piece, startsLine: true } : piece);
      startsLine = false;
    }
  };
  const visit = (node: Node, at: Surroundings): void => {
    if (node instanceof Text) return add(deckShapes.textPieces(node, at));
    if (!(node instanceof Element) || deckShapes.isHidden(node)) return;
    if (node.tagName === 'BR') return void (startsLine = true);
    if (node.matches('input[type=checkbox]')) {
      const box = deckShapes.boxOf(node.getBoundingClientRect());
      const style = { ...deckShapes.styleOf(node.parentElement ?? node, at), font: 'Segoe UI Symbol' };
      return add([{ text: (node as HTMLInputElement).checked ? '☑' : '☐', box, style, startsLine: false }]);
    }
    if (!deckShapes.isText(node)) return deckShapes.visit(node, at);
    deckShapes.decorate(node, at);
    const inner = deckShapes.enter(node, at);
    if (node.matches('.code-line')) startsLine = found.length > 0;
    for (const child of node.childNodes) visit(child, inner);
  };
  for (const node of nodes) visit(node, around);
  return found;
}

/** The pieces of a text node: one for each line. */
function textPieces(text: Text, around: Surroundings): readonly TextPiece[] {
  const parent = text.parentElement;
  if (!parent || text.data === '' || parent.closest('.hljs-ln-numbers')) return [];
  const { whiteSpace, visibility, textTransform } = getComputedStyle(parent);
  if (visibility !== 'visible') return [];
  const { clip } = around;
  const style = deckShapes.styleOf(parent, around);
  const isInside = ({ left, top, width, height }: DOMRect): boolean => {
    const [x, y] = [left + width / 2, top + height / 2];
    const isIn = y > clip.top && y < clip.top + clip.height;
    return isIn && x > clip.left && x < clip.left + clip.width;
  };
  const change = (words: string): string => {
    const plain = words.replaceAll('\u00ad', '');
    if (textTransform === 'lowercase') return plain.toLowerCase();
    if (textTransform === 'capitalize')
      return plain.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
    return plain;
  };
  return deckShapes
    .splitText(text, whiteSpace)
    .filter(({ rect }) => rect.width > 0 && isInside(rect))
    .map((one) => ({ text: change(one.text), box: deckShapes.boxOf(one.rect), style, startsLine: false }));
}

/** Splits a text node where its lines end. */
function splitText(text: Text, mode: string): readonly { text: string; rect: DOMRect }[] {
  const isPre = /pre|break-spaces/.test(mode) && mode !== 'pre-line';
  const range = document.createRange();
  const measure = (from: number, to: number): readonly DOMRect[] => {
    range.setStart(text, from);
    range.setEnd(text, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  const found: { text: string; rect: DOMRect }[] = [];
  const add = (words: string, rect: DOMRect): void => {
    const last = found.at(-1);
    const isSameLine =
      last && Math.abs(last.rect.top - rect.top) < 2 && Math.abs(last.rect.height - rect.height) < 2;
    if (!isSameLine) return void found.push({ text: words, rect });
    const left = Math.min(last.rect.left, rect.left);
    const right = Math.max(last.rect.right, rect.right);
    last.text += words;
    last.rect = new DOMRect(left, last.rect.top, right - left, last.rect.height);
  };
  const clean = (words: string): string =>
    isPre ? words.replaceAll(/[\n\r]/g, '').replaceAll('\t', '    ') : words.replaceAll(/[\t\n\f\r ]+/g, ' ');
  const divide = (from: number, to: number, parts: readonly number[]): void => {
    const rects = measure(from, to);
    const [first] = rects;
    if (!first) return;
    const isOneLine = rects.every(({ top }) => Math.abs(top - first.top) < 2);
    if (isOneLine || parts.length <= 1) {
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      return add(clean(text.data.slice(from, to)), new DOMRect(left, first.top, right - left, first.height));
    }
    for (const [n, start] of parts.entries()) {
      const end = parts[n + 1] ?? to;
      const letters = Array.from(text.data.slice(start, end));
      let at = start;
      const starts = letters.map((letter) => (at += letter.length) - letter.length);
      divide(start, end, parts.length === starts.length ? [] : starts);
    }
  };
  const words = [...text.data.matchAll(/\s+|[^\s]+/g)].map(({ index }) => index);
  divide(0, text.data.length, words);
  return found;
}

/** The look of the text in an element. */
function styleOf(element: Element, { opacity, scale }: Surroundings): PieceStyle {
  const style = getComputedStyle(element);
  const zoom = (element as HTMLElement & { readonly currentCSSZoom?: number }).currentCSSZoom ?? 1;
  const factor = scale * zoom;
  const decorations: string[] = [];
  let highlight: PieceStyle['highlight'];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { textDecorationLine, display, backgroundColor } = getComputedStyle(at);
    decorations.push(textDecorationLine);
    if (!display.startsWith('inline')) break;
    const painted = deckShapes.color(backgroundColor);
    if (at.tagName === 'MARK' && painted.alpha === 1) highlight ??= painted;
  }
  const raised = element.closest('sup, sub');
  const baseline = raised?.tagName === 'SUP' ? 0.3 : raised ? -0.25 : 0;
  const sized = raised?.parentElement ? getComputedStyle(raised.parentElement) : style;
  const color = deckShapes.color(style.color);
  const alpha = Math.round(color.alpha * opacity * 100) / 100;
  const has = (line: string): boolean => decorations.some((one) => one.includes(line));
  return {
    size: Math.round(Number.parseFloat(sized.fontSize) * factor * 100) / 100,
    font: deckShapes.fontOf(style.fontFamily),
    color: { hex: color.hex, alpha },
    bold: Number(style.fontWeight) >= 600,
    italic: style.fontStyle !== 'normal',
    underline: has('underline'),
    strike: has('line-through'),
    caps:
      style.textTransform === 'uppercase' ? 'all' : style.fontVariantCaps.includes('small') ? 'small' : '',
    baseline,
    spacing: (Number.parseFloat(style.letterSpacing) || 0) * factor,
    highlight,
    link: deckShapes.linkOf(element),
  };
}

/** The functions by their names. */
export const textMeasures = { pieces, textPieces, splitText, styleOf };

/**
 * Functions that join pieces of text to lines and paragraphs. They are sent as text, so each one uses only its arguments,
 * globals of the page, and the other functions through `deckShapes`.
 */
import type { Box, Paragraph, Run, TextRun } from '../ooxml/model.ts';
import type { MeasureTools, PieceStyle, PlacedParagraph, Surroundings, TextPiece } from './measured.ts';

declare const deckShapes: MeasureTools;

type TextRuns = Paragraph['runs'];

/** Puts pieces into lines. */
function lines(all: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const found: TextPiece[][] = [];
  let extent: { top: number; bottom: number } | undefined;
  for (const piece of all) {
    const { top, height } = piece.box;
    const bottom = top + height;
    const overlap = extent ? Math.min(extent.bottom, bottom) - Math.max(extent.top, top) : 0;
    const least = extent ? Math.min(extent.bottom - extent.top, height) : 0;
    if (!extent || piece.startsLine || overlap < least * 0.4) {
      found.push([piece]);
      extent = { top, bottom };
    } else {
      found.at(-1)?.push(piece);
      if (height > extent.bottom - extent.top) extent = { top, bottom };
    }
  }
  return found.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** The runs of a line. Space between pieces, such as that of a formula, becomes space after a letter. */
function runs(line: readonly TextPiece[], isRtl: boolean): Paragraph['runs'] {
  const made: TextRun[] = [];
  const add = (text: string, style: PieceStyle, extra = 0): void => {
    const { highlight, link, caps, spacing, ...rest } = style;
    const run: TextRun = {
      kind: 'text',
      text,
      ...rest,
      ...(caps !== '' && { caps }),
      ...(spacing + extra !== 0 && { spacing: spacing + extra }),
      ...(highlight && { highlight }),
      ...(link && { link }),
    };
    const last = made.at(-1);
    const isSame = last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...run, text: '' });
    if (isSame) made[made.length - 1] = { ...last, text: last.text + text };
    else made.push(run);
  };
  for (const [n, { text, style, box }] of line.entries()) {
    const next = line[n + 1];
    const gap = next && !isRtl ? next.box.left - (box.left + box.width) : 0;
    if (gap < 1) {
      add(text, style);
      continue;
    }
    const letters = Array.from(text);
    const last = letters.pop() ?? '';
    if (letters.length > 0) add(letters.join(''), style);
    add(last, style, gap);
  }
  return made;
}

/** The boxes of lines: as high as their largest text. */
function lineBoxes(all: readonly (readonly TextPiece[])[]): readonly Box[] {
  return all.map((line) => {
    const left = Math.min(...line.map(({ box }) => box.left));
    const right = Math.max(...line.map(({ box }) => box.left + box.width));
    const tallest = line.reduce((a, b) => (b.style.size > a.style.size ? b : a));
    return { left, width: right - left, top: tallest.box.top, height: tallest.box.height };
  });
}

/** How the text of an element is aligned. */
function alignOf({ textAlign, direction }: CSSStyleDeclaration): Paragraph['align'] {
  const isRtl = direction === 'rtl';
  const aligns: Readonly<Record<string, Paragraph['align']>> = {
    center: 'ctr',
    '-webkit-center': 'ctr',
    right: 'r',
    '-webkit-right': 'r',
    left: 'l',
    end: isRtl ? 'l' : 'r',
  };
  return aligns[textAlign] ?? (isRtl ? 'r' : 'l');
}

/** The runs of lines, without the space at their edges, which is not part of their widths. */
function lineRuns(all: readonly (readonly TextPiece[])[], style: CSSStyleDeclaration): readonly TextRuns[] {
  const isPre = /pre/.test(style.whiteSpace);
  return all.map((line) => {
    const last = line.length - 1;
    const trimmed = line.map((piece, n) => {
      const text = n === last ? piece.text.trimEnd() : piece.text;
      return { ...piece, text: n === 0 && !isPre ? text.trimStart() : text };
    });
    return deckShapes.runs(trimmed, style.direction === 'rtl');
  });
}

/** Joins nodes to paragraphs with their places. Lines at another distance than the others are paragraphs. */
function paragraphs(
  nodes: readonly Node[],
  owner: Element,
  around: Surroundings,
  mark: Parameters<MeasureTools['paragraphs']>[3] = { level: 0, bullet: undefined },
): readonly PlacedParagraph[] {
  const style = getComputedStyle(owner);
  const isPre = /pre/.test(style.whiteSpace);
  const lines = deckShapes.lines(deckShapes.pieces(nodes, around));
  const { size } = deckShapes.styleOf(owner, around);
  const boxes = deckShapes.lineBoxes(lines);
  const bottoms = boxes.map(({ top, height }) => top + height);
  const steps = bottoms.slice(1).map((bottom, n) => bottom - (bottoms[n] ?? 0));
  const given = Number.parseFloat(style.lineHeight) * (size / Number.parseFloat(style.fontSize));
  const least = Math.min(...steps.filter((step) => step > 4));
  const fallback = Number.isFinite(given) ? given : (boxes[0]?.height ?? size * 1.2);
  const lineHeight = Number.isFinite(least) && !isPre ? least : fallback;
  const base = { align: deckShapes.alignOf(style), rtl: style.direction === 'rtl', level: mark.level };
  const made: PlacedParagraph[] = [];
  for (const [n, runs] of deckShapes.lineRuns(lines, style).entries()) {
    const [box = new DOMRect(), step = 0] = [boxes[n], steps[n - 1]];
    const last = made.at(-1);
    const bottom = box.top + box.height;
    const empty = Math.round(step / lineHeight) - 1;
    const isRegular =
      Math.abs(step - lineHeight * (empty + 1)) < 1.5 && (empty === 0 || (isPre && empty > 0));
    if (last && isRegular) {
      const breaks = Array.from({ length: empty + 1 }, (): Run => ({ kind: 'break', size }));
      const left = Math.min(last.box.left, box.left);
      const right = Math.max(last.box.left + last.box.width, box.left + box.width);
      made[made.length - 1] = {
        paragraph: { ...last.paragraph, runs: [...last.paragraph.runs, ...breaks, ...runs] },
        box: { left, top: last.box.top, width: right - left, height: bottom - last.box.top },
      };
      continue;
    }
    const bullet = made.length === 0 ? mark.bullet : undefined;
    made.push({
      paragraph: { ...base, indent: 0, before: 0, lineHeight, runs, ...(bullet && { bullet }) },
      box: { left: box.left, top: bottom - lineHeight, width: box.width, height: lineHeight },
    });
  }
  return made;
}

/** The functions by their names. */
export const paragraphMeasures = { lines, runs, lineBoxes, alignOf, lineRuns, paragraphs };

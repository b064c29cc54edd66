/**
 * Functions that measure text boxes and lists. They are sent as text, so each one uses only its arguments, globals of
 * the page, and the other functions through `deckShapes`.
 */
import type { Paragraph, TextShape } from '../ooxml/model.ts';
import type { ItemMark, MeasureTools, PlacedParagraph, Surroundings } from './measured.ts';

declare const deckShapes: MeasureTools;

/** Adds text boxes of paragraphs: one, if they are below each other and aligned alike. */
function textBox(placed: readonly PlacedParagraph[], owner: Element): void {
  const groups: PlacedParagraph[][] = [];
  const startOf = ({ box, paragraph }: PlacedParagraph): number => box.left - (paragraph.bullet?.hang ?? 0);
  const centerOf = ({ box }: PlacedParagraph): number => box.left + box.width / 2;
  const endOf = ({ box }: PlacedParagraph): number => box.left + box.width;
  for (const one of placed) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isBelow = last && one.box.top >= last.box.top + last.box.height - 1.5;
    const { align } = one.paragraph;
    const isAligned =
      last?.paragraph.align === align &&
      (align === 'l' ||
        (align === 'ctr' && Math.abs(centerOf(one) - centerOf(last)) < 2) ||
        (align === 'r' && Math.abs(endOf(one) - endOf(last)) < 2));
    if (isBelow && isAligned) group?.push(one);
    else groups.push([one]);
  }
  for (const group of groups) {
    const left = Math.min(...group.map(startOf));
    const right = Math.max(...group.map(endOf));
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    const hasTitle = deckShapes.items.some(
      (item) => item.kind === 'shape' && item.shape.kind === 'text' && item.shape.isTitle,
    );
    const isTitle =
      !hasTitle && groups.length === 1 && /^H[1-6]$/.test(owner.tagName) && owner.closest('.slides');
    const shape: TextShape = {
      kind: 'text',
      box: {
        ...deckShapes.room(left, right, { align: first.paragraph.align, isWide: Boolean(isTitle) }),
        top: first.box.top,
        height: last.box.top + last.box.height - first.box.top,
      },
      ...(isTitle && { isTitle: true }),
      paragraphs: group.map(({ paragraph, box }, n): Paragraph => {
        const above = group[n - 1]?.box;
        const before = above ? Math.max(0, box.top - above.top - above.height) : 0;
        return { ...paragraph, before, indent: paragraph.align === 'l' ? Math.max(0, box.left - left) : 0 };
      }),
    };
    deckShapes.items.push({ kind: 'shape', shape });
  }
}

/**
 * The left edge and the width of a text box. Titles are wrapped at its edges whatever it asks for: they get all of the
 * room there is, since another font may be wider.
 */
function room(
  left: number,
  right: number,
  { align, isWide }: { readonly align: Paragraph['align']; readonly isWide: boolean },
): { readonly left: number; readonly width: number } {
  if (!isWide) return { left, width: right - left };
  const end = Math.max(right, window.innerWidth);
  if (align === 'l') return { left, width: end - left };
  if (align === 'r') return { left: Math.min(left, 0), width: right - Math.min(left, 0) };
  const center = (left + right) / 2;
  const half = Math.max((right - left) / 2, Math.min(center, window.innerWidth - center));
  return { left: center - half, width: half * 2 };
}

/** Splits the content of an element into its blocks, and the inline nodes between them. */
function segments(element: Element): readonly (Element | readonly Node[])[] {
  const found: (Element | Node[])[] = [];
  for (const child of element.childNodes) {
    const isBlock = child instanceof Element && !deckShapes.isInline(child);
    const last = found.at(-1);
    if (isBlock) found.push(child);
    else if (Array.isArray(last)) last.push(child);
    else found.push([child]);
  }
  return found;
}

/** Adds a list as one text box. */
function list(element: Element, around: Surroundings): void {
  deckShapes.textBox(deckShapes.listParagraphs(element, 0, around), element);
}

function listParagraphs(element: Element, level: number, around: Surroundings): readonly PlacedParagraph[] {
  let ordinal = element instanceof HTMLOListElement ? element.start : 1;
  const first = ordinal;
  const isReversed = element instanceof HTMLOListElement && element.reversed;
  return [...element.children].flatMap((item) => {
    if (deckShapes.isHidden(item)) return [];
    if (item.tagName !== 'LI') {
      deckShapes.visit(item, around);
      return [];
    }
    if (item.hasAttribute('value')) ordinal = (item as HTMLLIElement).value;
    // A program counts items that follow each other; each one after other paragraphs has its own number.
    const isCounted =
      !isReversed &&
      !element.querySelector(':scope > li[value], :scope > li > :not(ul, ol, a, em, strong, code)');
    const bullet = deckShapes.markOf(item, isCounted ? first : ordinal, around);
    ordinal += isReversed ? -1 : 1;
    deckShapes.decorate(item, around);
    return deckShapes.itemParagraphs(item, { level, bullet }, deckShapes.enter(item, around));
  });
}

/** The paragraphs of an item: its text, and that of lists in it. What is no text is measured on its own. */
function itemParagraphs(item: Element, mark: ItemMark, around: Surroundings): readonly PlacedParagraph[] {
  const found: PlacedParagraph[] = [];
  for (const segment of deckShapes.segments(item)) {
    const next: ItemMark = found.length === 0 ? mark : { level: mark.level, bullet: undefined };
    if (!(segment instanceof Element)) {
      found.push(...deckShapes.paragraphs(segment, item, around, next));
    } else if (deckShapes.isHidden(segment)) {
      continue;
    } else if (segment.matches('ul, ol') && deckShapes.pictureWords(segment) === undefined) {
      found.push(...deckShapes.listParagraphs(segment, mark.level + 1, deckShapes.enter(segment, around)));
    } else if (
      segment.matches('p, div, span, section, article') &&
      deckShapes.pictureWords(segment) === undefined
    ) {
      deckShapes.decorate(segment, around);
      const inner = deckShapes.enter(segment, around);
      const isPlain = deckShapes.segments(segment).every((one) => !(one instanceof Element));
      if (isPlain) found.push(...deckShapes.paragraphs([...segment.childNodes], segment, inner, next));
      else found.push(...deckShapes.itemParagraphs(segment, next, inner));
    } else deckShapes.visit(segment, around);
  }
  return found;
}

/** The bullet or number of an item. */
function markOf(item: Element, ordinal: number, around: Surroundings): Paragraph['bullet'] {
  const { listStyleType: type, display } = getComputedStyle(item);
  if (type === 'none' || display !== 'list-item') return undefined;
  const { size, color } = deckShapes.styleOf(item, around);
  const painted = deckShapes.color(getComputedStyle(item, '::marker').color);
  const own = painted.hex === color.hex ? {} : { color: { hex: painted.hex, alpha: color.alpha } };
  const schemes: Readonly<Record<string, string>> = {
    decimal: 'arabicPeriod',
    'decimal-leading-zero': 'arabicPeriod',
    'lower-alpha': 'alphaLcPeriod',
    'lower-latin': 'alphaLcPeriod',
    'upper-alpha': 'alphaUcPeriod',
    'upper-latin': 'alphaUcPeriod',
    'lower-roman': 'romanLcPeriod',
    'upper-roman': 'romanUcPeriod',
  };
  const scheme = schemes[type];
  if (scheme !== undefined)
    return { kind: 'number', scheme, start: Math.max(1, ordinal), hang: size * 1.05, ...own };
  const chars: Readonly<Record<string, string>> = { circle: '◦', square: '▪' };
  const text = /^"(.*)"$/.exec(type)?.[1]?.trim();
  return { kind: 'char', char: text || (chars[type] ?? '•'), hang: size * 0.75, ...own };
}

/** Adds the numbers of the lines of code, which are no text in the page. */
function lineNumbers(pre: Element, around: Surroundings): void {
  const code = pre.querySelector('code[data-line-numbers]');
  const cells = [...(code?.querySelectorAll('.hljs-ln-numbers') ?? [])].filter((cell) =>
    getComputedStyle(cell, '::before').content.includes('counter'),
  );
  const [first] = cells;
  if (!code || !first) return;
  const [, start = '0'] = /code-line (-?\d+)/.exec(getComputedStyle(code).counterReset) ?? [];
  const all = [...code.querySelectorAll('.code-line')];
  const { clip } = around;
  const placed = cells.flatMap((cell): PlacedParagraph[] => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    const middle = top + height / 2;
    if (middle < clip.top || middle > clip.top + clip.height) return [];
    const inner = deckShapes.enter(cell, around);
    const { highlight: _highlight, link: _link, caps: _caps, ...style } = deckShapes.styleOf(cell, inner);
    const number = Number(start) + 1 + all.indexOf(cell.closest('.code-line') as Element);
    return [
      {
        paragraph: {
          runs: [{ kind: 'text', text: String(number), ...style }],
          align: 'r',
          rtl: false,
          level: 0,
          indent: 0,
          before: 0,
          lineHeight: height,
        },
        box: { left, top, width: width - Number.parseFloat(getComputedStyle(cell).paddingRight), height },
      },
    ];
  });
  deckShapes.textBox(placed, pre);
}

/** The functions by their names. */
export const listMeasures = {
  textBox,
  room,
  segments,
  list,
  listParagraphs,
  itemParagraphs,
  markOf,
  lineNumbers,
};

/** Writes `<code>` as reveal.js's own highlighter leaves it: that of fences and that of raw HTML are written alike. */
import type { Attributes } from '../../types.ts';
import { type CodeLines, stepFragments, wrapLines } from './code-lines.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

/** One element. */
export interface CodeElement {
  /** The code with its colours. */
  readonly html: string;
  /** Its classes among them. */
  readonly attributes: Attributes;
  /** What our stylesheet does not say of all code: rules of CSS. */
  readonly styles?: readonly string[];
  /** Without them, lines are neither numbered nor marked. */
  readonly lines?: NumberedLines | undefined;
}

/** Lines with their numbers, and with what makes them stand out. */
export interface NumberedLines extends CodeLines {
  /** The number of the first line. */
  readonly start: number;
  /** The place of the first step among the fragments of its slide; behind all that have one, without it. */
  readonly fragmentIndex?: number | undefined;
  /** Whether reveal.js may move them one by one from slide to slide. */
  readonly isAnimated?: boolean;
}

/** `data-fragment-index` as reveal.js reads it. */
export function readFragmentIndex(value: string | undefined): number | undefined {
  const index = Number.parseInt(value ?? '', 10);
  return Number.isNaN(index) ? undefined : index;
}

/** `data-ln-start-from` as reveal.js reads it. */
export function readStart(value: string | undefined): number | undefined {
  const start = Math.trunc(Number(value));
  return value?.trim() && Number.isFinite(start) ? start : undefined;
}

/** The element, and the fragments of its steps behind it. */
export function writeCodeElement({ html, attributes, styles = [], lines }: CodeElement): string {
  if (!lines) return `<code${writeAttributes(withStyles(attributes, styles))}>${html}</code>`;
  const { highlightedLines, start, fragmentIndex, background } = lines;
  // Others are dimmed then; with :has(), browsers would look at the whole deck for it after every change.
  const highlightClass =
    background === undefined && !/^(?:\||$)/.test(highlightedLines) ? 'has-highlights' : undefined;
  const { class: classes, ...others } = attributes;
  const own = {
    class: joinClasses(classes, highlightClass),
    ...others,
    'data-line-numbers': highlightedLines,
    ...(start !== 1 && { 'data-ln-start-from': String(start) }),
  };
  const wrapped = wrapLines(html, lines);
  const written = writeAttributes(withStyles(own, [...styles, ...numberStyles(lines, wrapped.length)]));
  const all = wrapped.join('');
  // reveal.js looks for lines that may move below this class alone, whatever style the code itself is in.
  const inner = lines.isAnimated ? `<span class="hljs code-moving">${all}</span>` : all;
  return `<code${written}>${inner}</code>${stepFragments(highlightedLines, fragmentIndex)}`;
}

/** The stylesheet counts lines from 1, and has room for numbers of one digit, unless the element says something else. */
function numberStyles({ start, isNumbered }: NumberedLines, count: number): readonly string[] {
  const width = Math.max(String(start).length, String(start + count - 1).length);
  return [
    ...(start === 1 ? [] : [`counter-reset: code-line ${start - 1}`]),
    ...(isNumbered && width > 1 ? [`--code-digits: ${width}`] : []),
  ];
}

function withStyles(attributes: Attributes, styles: readonly string[]): Attributes {
  const own = attributes['style']?.trim().replace(/;$/, '');
  const rules = [own, ...styles].filter(Boolean);
  return rules.length === 0 ? attributes : { ...attributes, style: rules.join('; ') };
}

/** Writes `<code>` as reveal.js's own highlighter does, for fences and raw HTML alike. */
import type { Attributes } from '../../types.ts';
import { type CodeLines, stepFragments, wrapLines } from './code-lines.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

/** A `<code>` element. */
export interface CodeElement {
  /** The highlighted code. */
  readonly html: string;
  /** Attributes, including classes. */
  readonly attributes: Attributes;
  /** CSS declarations that our stylesheet does not have for all code. */
  readonly styles?: readonly string[];
  /** Lines are numbered and highlighted only if this is given. */
  readonly lines?: NumberedLines | undefined;
}

/** Numbered and highlighted lines. */
export interface NumberedLines extends CodeLines {
  /** The number of the first line. */
  readonly start: number;
  /** The fragment index of the first step; without one, steps come after all fragments that have an index. */
  readonly fragmentIndex?: number | undefined;
  /** Whether reveal.js may animate the lines from slide to slide. */
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

/** Writes the element, and after it the fragments of its steps. */
export function writeCodeElement({ html, attributes, styles = [], lines }: CodeElement): string {
  if (!lines) return `<code${writeAttributes(withStyles(attributes, styles))}>${html}</code>`;
  const { highlightedLines, start, fragmentIndex, background } = lines;
  // The class dims all other lines. With :has(), browsers would look at the whole deck after every change.
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
  // reveal.js looks for lines to animate only inside this class, whatever the style of the code.
  const inner = lines.isAnimated ? `<span class="hljs code-moving">${all}</span>` : all;
  return `<code${written}>${inner}</code>${stepFragments(highlightedLines, fragmentIndex)}`;
}

/** Overrides the stylesheet, which counts lines from 1, and has room for numbers of one digit. */
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

/**
 * Code as HTML, in the markup that reveal.js's own highlighter leaves behind, so that its themes and authors' styles
 * fit. Fences, the `highlight` shortcode and Hugo's function of that name all write it here.
 */
import type { Attributes, Feature, HighlightOptions, Table } from '../types.ts';
import { type NumberedLines, readFragmentIndex, readStart, writeCodeElement } from './code-element.ts';
import { type Colours, createColours } from './colours.ts';
import { readHighlightOptions } from './highlight-options.ts';
import { escapeHtml, joinClasses, writeAttributes } from './html.ts';

/** One piece of code. */
export interface Code {
  /** As the author wrote it. */
  readonly text: string;
  /** As the author named it; empty where there is none. */
  readonly language: string;
  /** `linenos=table,hl_lines=1 3-4`, or a table of the same. */
  readonly options?: string | Table | undefined;
  /** Which lines stand out, step by step: `1,3-4|6`; empty numbers the lines and marks none. It wins over options. */
  readonly lines?: string | undefined;
  /** The number of the first line. It wins over options. */
  readonly start?: string | undefined;
  /** Of the element around it. */
  readonly attributes?: Attributes;
}

/** Code as HTML, and what it needs in the browser. */
export interface HighlightedCode {
  readonly html: string;
  /** Whether there are colours for its language. */
  readonly isKnown: boolean;
  readonly features: readonly Feature[];
}

/** Writes a piece of code as HTML. */
export type Highlight = (code: Code) => HighlightedCode;

/** What our stylesheet and Hugo take a tab for; others need a style. */
const USUAL_TAB_WIDTH = 4;

/** A highlighter; `usual` counts for each piece of code that says nothing else. */
export function createHighlight(usual: HighlightOptions): Highlight {
  const colours = createColours();
  return (code) => {
    const options = readHighlightOptions(code.options, usual);
    const coloured = colourCode(code, options, colours);
    if (options.hlInline) return { html: writeInline(coloured), isKnown: coloured.isKnown, features: [] };
    // As in Hugo, what the site says of all code leaves out code in no language that is known.
    const hasNumbers = options.lineNos && (coloured.isKnown || !usual.lineNos);
    const { lines, attributes } = readBlock(code, options, hasNumbers);
    const element = writeCodeElement({
      html: coloured.html,
      attributes: { class: joinClasses('hljs', languageClass(coloured.language)) },
      styles: options.tabWidth === USUAL_TAB_WIDTH ? [] : [`tab-size: ${options.tabWidth}`],
      lines,
    });
    return {
      html: `<pre${writeAttributes({ ...attributes, class: joinClasses('code-wrapper', attributes['class']) })}>${element}</pre>\n`,
      isKnown: coloured.isKnown,
      features: lines ? ['code-steps'] : [],
    };
  };
}

interface Block {
  readonly lines: NumberedLines | undefined;
  /** Of `<pre>`. */
  readonly attributes: Attributes;
}

/** What reveal.js has on `<code>`, an author writes among the attributes of the block. */
function readBlock(code: Code, options: HighlightOptions, hasNumbers: boolean): Block {
  const {
    'data-line-numbers': ownLines,
    'data-ln-start-from': ownStart,
    ...attributes
  } = code.attributes ?? {};
  const marked = options.hlLines.trim().replace(/[\s,]+/g, ',');
  const wanted = code.lines ?? ownLines?.replace(/\s/g, '');
  // Lines that may move are elements, also where none of them is numbered or marked.
  const isAnimated = 'data-id' in attributes;
  const marks = wanted ?? (marked || hasNumbers || isAnimated ? marked : undefined);
  if (marks === undefined) return { lines: undefined, attributes };
  const { 'data-fragment-index': index, ...others } = attributes;
  const hasSteps = marks.includes('|');
  const start = readStart(code.start ?? ownStart) ?? options.lineNoStart;
  return {
    lines: {
      marks,
      isNumbered: wanted !== undefined || hasNumbers,
      start,
      idOf: idsOf(options, start),
      isAnimated,
      fragmentIndex: hasSteps ? firstStep(index, attributes) : undefined,
    },
    attributes: hasSteps && !isFragment(attributes) ? others : attributes,
  };
}

const isFragment = (attributes: Attributes): boolean =>
  (attributes['class'] ?? '').split(/\s+/).includes('fragment');

/** A block that is a fragment itself takes the index; its steps follow. */
function firstStep(index: string | undefined, attributes: Attributes): number | undefined {
  const first = readFragmentIndex(index);
  return first === undefined || !isFragment(attributes) ? first : first + 1;
}

function idsOf({ anchorLineNos, lineAnchors }: HighlightOptions, start: number): NumberedLines['idOf'] {
  const prefix = lineAnchors ? `${lineAnchors}-` : '';
  return anchorLineNos ? (line) => escapeHtml(`${prefix}${start + line}`) : undefined;
}

/** Code with its colours. */
interface ColouredCode {
  readonly html: string;
  /** As the author named it, or as it was guessed. */
  readonly language: string;
  /** Whether there are colours for it. */
  readonly isKnown: boolean;
}

function colourCode({ text, language }: Code, options: HighlightOptions, colours: Colours): ColouredCode {
  const name = language || (options.guessSyntax ? (colours.guess(text) ?? '') : '');
  const html = name && !options.noHl ? colours.colour(text, name) : undefined;
  return { html: html ?? escapeHtml(text), language: name, isKnown: html !== undefined };
}

function writeInline({ html, language }: ColouredCode): string {
  return `<code${writeAttributes({ class: joinClasses('code-inline', languageClass(language)) })}>${html.trim()}</code>`;
}

const languageClass = (language: string): string | undefined =>
  language ? `language-${language}` : undefined;

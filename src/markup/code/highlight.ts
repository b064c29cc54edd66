/**
 * Code as HTML. What Hugo would colour stands in `div.highlight` as in Hugo, in a style of Chroma; all else has the
 * markup that reveal.js's own highlighter leaves behind, so that styles of highlight.js and rules of authors fit.
 */
import type { Attributes, Feature, HighlightOptions, Table } from '../../types.ts';
import { writeChromaClasses } from './chroma-classes.ts';
import { isChromaLanguage } from './chroma-languages.ts';
import { type NumberedLines, readFragmentIndex, readStart, writeCodeElement } from './code-element.ts';
import { type Highlighter, createHighlighter } from './highlighter.ts';
import { readHighlightOptions } from './highlight-options.ts';
import { escapeHtml } from '../../escape-html.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

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
  /**
   * Whether Hugo would colour it in a style of Chroma, where that knows the language: fences, the `highlight` shortcode
   * and the function of that name. All other code is in the style of `highlight_theme`; so by default.
   */
  readonly isForChroma?: boolean;
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

/** What Hugo writes where a site says nothing, and themes of reveal.js overrule: others need a style. */
const DEFAULT_TAB_WIDTH = 4;

/** A highlighter; `usual` counts for each piece of code that says nothing else. */
export function createHighlight(defaults: HighlightOptions): Highlight {
  const highlighter = createHighlighter();
  return (code) => {
    const options = readHighlightOptions(code.options, defaults);
    const coloured = highlightText(code, options, highlighter);
    if (options.hlInline) return { html: writeInline(coloured), isKnown: coloured.isKnown, features: [] };
    // As in Hugo, what the site says of all code leaves out code in no language that is known.
    const hasNumbers = options.lineNos && (coloured.isKnown || !defaults.lineNos);
    const { lines, attributes } = readBlock(code, options, {
      hasNumbers,
      background: backgroundClass(coloured),
    });
    const element = writeCodeElement({
      html: coloured.html,
      attributes: { class: joinClasses(hljsClass(coloured), languageClass(coloured.language)) },
      styles: options.tabWidth === DEFAULT_TAB_WIDTH ? [] : [`tab-size: ${options.tabWidth}`],
      lines,
    });
    return {
      html: `${writeWrapper(element, coloured, attributes)}\n`,
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
function readBlock(
  code: Code,
  options: HighlightOptions,
  { hasNumbers, background }: Pick<NumberedLines, 'background'> & { readonly hasNumbers: boolean },
): Block {
  const {
    'data-line-numbers': ownLines,
    'data-ln-start-from': ownStart,
    ...attributes
  } = code.attributes ?? {};
  const marked = options.hlLines.trim().replace(/[\s,]+/g, ',');
  const wanted = code.lines ?? ownLines?.replace(/\s/g, '');
  // Lines that may move are elements, also where none of them is numbered or marked.
  const isAnimated = 'data-id' in attributes;
  const placeholders = wanted ?? (marked || hasNumbers || isAnimated ? marked : undefined);
  if (placeholders === undefined) return { lines: undefined, attributes };
  const { 'data-fragment-index': index, ...others } = attributes;
  const hasSteps = placeholders.includes('|');
  const start = readStart(code.start ?? ownStart) ?? options.lineNoStart;
  return {
    lines: {
      highlightedLines: placeholders,
      isNumbered: wanted !== undefined || hasNumbers,
      start,
      idOf: idsOf(options, start),
      background: wanted === undefined && !hasSteps ? background : undefined,
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
interface HighlightedText {
  readonly html: string;
  /** As the author named it, or as it was guessed. */
  readonly language: string;
  /** Whether there are colours for it. */
  readonly isKnown: boolean;
  /** The class of a style of Chroma; `undefined` where `highlight_theme` counts. */
  readonly style: string | undefined;
}

/** Chroma leaves out empty lines at the end. */
const LAST_LINES_RE = /(?:\r?\n){2,}$/;

function highlightText(
  { text, language, isForChroma = false }: Code,
  options: HighlightOptions,
  highlighter: Highlighter,
): HighlightedText {
  const name = language || (options.guessSyntax ? (highlighter.guessLanguage(text) ?? '') : '');
  const isChromas = isForChroma && !options.noHl && isChromaLanguage(name);
  const shown = isChromas ? text.replace(LAST_LINES_RE, '\n') : text;
  const html = name && !options.noHl ? highlighter.highlight(shown, name) : undefined;
  const plain = { html: html ?? escapeHtml(shown), language: name };
  if (!isChromas) return { ...plain, isKnown: html !== undefined, style: undefined };
  return {
    ...plain,
    // The site's own stylesheet has the names that Hugo writes; no other rules may meet them.
    html: writeChromaClasses(plain.html, options.noClasses ? 'code-' : ''),
    isKnown: true,
    style: options.noClasses ? styleClass(options.style) : 'chroma',
  };
}

/** The class of lines in `hl_lines`: styles of Chroma give them a ground, and so do stylesheets that Hugo writes. */
const backgroundClass = ({ style }: HighlightedText): string | undefined =>
  style === 'chroma' ? 'hl' : style && 'code-hl';

/** The class of code in a style of Chroma, by which the bundle finds the styles that a deck needs. */
const styleClass = (style: string): string => `code-style-${style.toLowerCase().replace(/[^\w-]+/g, '-')}`;

/** Hugo gives attributes to the element around all of it; reveal.js animates lines of code in a `pre` with a `data-id`. */
function writeWrapper(inner: string, { style }: HighlightedText, attributes: Attributes = {}): string {
  const { class: own, 'data-id': id, ...others } = attributes;
  if (style === undefined) {
    const ofPre = { ...attributes, class: joinClasses('code-wrapper', own) };
    return `<pre${writeAttributes(ofPre)}>${inner}</pre>`;
  }
  const ofPre = { class: `code-wrapper ${style}`, ...(id !== undefined && { 'data-id': id }) };
  const around = { ...others, class: joinClasses('highlight', own) };
  return `<div${writeAttributes(around)}><pre${writeAttributes(ofPre)}>${inner}</pre></div>`;
}

function writeInline({ html, language, style }: HighlightedText): string {
  const look = style === 'chroma' ? undefined : style;
  const classes = joinClasses('code-inline', look, languageClass(language));
  return `<code${writeAttributes({ class: classes })}>${html.trim()}</code>`;
}

/** What highlight.js reads as the name of a language; it guesses one where there is none. */
const HLJS_LANGUAGE_RE = /^[\w-]/;

/** Styles of highlight.js give a ground to code that it has coloured, or would colour in a language that it guesses. */
const hljsClass = ({ style, isKnown, language }: HighlightedText): string | undefined =>
  style === undefined && (isKnown || !HLJS_LANGUAGE_RE.test(language)) ? 'hljs' : undefined;

const languageClass = (language: string): string | undefined =>
  language ? `language-${language}` : undefined;

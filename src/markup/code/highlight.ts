/**
 * Writes code as HTML. Code that Hugo would highlight is in `div.highlight` as in Hugo, in a style of Chroma; all other
 * code has the markup of reveal.js's own highlighter, so that styles of highlight.js and rules of authors fit.
 */
import type { Attributes, Feature, HighlightOptions, Table } from '../../types.ts';
import { writeChromaClasses } from './chroma-classes.ts';
import { isChromaLanguage } from './chroma-languages.ts';
import { type CodeExcess, findExcess } from './code-limits.ts';
import { type NumberedLines, readFragmentIndex, readStart, writeCodeElement } from './code-element.ts';
import { type Highlighter, createHighlighter } from './highlighter.ts';
import { readHighlightOptions } from './highlight-options.ts';
import { escapeHtml } from '../../escape-html.ts';
import { startOfTrailing } from '../characters.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';

/** One piece of code. */
export interface Code {
  /** The code as the author wrote it. */
  readonly text: string;
  /** The language as the author wrote it; empty if there is none. */
  readonly language: string;
  /** Options: `linenos=table,hl_lines=1 3-4`, or a table of the same. */
  readonly options?: string | Table | undefined;
  /**
   * The highlighted lines, step by step: `1,3-4|6`; empty numbers the lines and highlights none. Overrides the options.
   */
  readonly lines?: string | undefined;
  /** The number of the first line. Overrides the options. */
  readonly start?: string | undefined;
  /** Attributes of the element around the code. */
  readonly attributes?: Attributes;
  /**
   * Whether Hugo would highlight the code in a style of Chroma, if that knows the language: fences, the `highlight`
   * shortcode and the function of that name. All other code is in the style of `highlight_theme`, the default.
   */
  readonly isForChroma?: boolean;
}

/** Code as HTML, and the features that it needs in the browser. */
export interface HighlightedCode {
  readonly html: string;
  /** Whether the language is known. */
  readonly isKnown: boolean;
  /** Whether the code names a language, and neither highlight.js nor Hugo knows it. */
  readonly hasUnknownLanguage: boolean;
  readonly features: readonly Feature[];
  /** Why the code is not highlighted, if it is too large. */
  readonly excess?: CodeExcess | undefined;
}

/** Writes a piece of code as HTML. */
export type Highlight = (code: Code) => HighlightedCode;

/** Hugo's default, which the themes of reveal.js override: other widths need a style. */
const DEFAULT_TAB_WIDTH = 4;

/** Creates a highlighter; `defaults` apply to code that sets no options. */
export function createHighlight(defaults: HighlightOptions): Highlight {
  const highlighter = createHighlighter();
  return (code) => {
    const options = readHighlightOptions(code.options, defaults);
    const coloured = highlightText(code, options, highlighter);
    const { isKnown, excess } = coloured;
    const hasUnknownLanguage = !isKnown && isUnknown(code.language, options, highlighter);
    const known = { isKnown, hasUnknownLanguage, excess };
    if (options.hlInline) return { html: writeInline(coloured), features: [], ...known };
    // As in Hugo, line numbers that a site sets for all code don't apply to code in an unknown language.
    const hasNumbers = options.lineNos && (isKnown || !defaults.lineNos);
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
      features: lines ? ['code-steps'] : [],
      ...known,
    };
  };
}

const isUnknown = (language: string, { noHl }: HighlightOptions, highlighter: Highlighter): boolean =>
  language !== '' && !noHl && !highlighter.hasLanguage(language) && !isChromaLanguage(language);

interface Block {
  readonly lines: NumberedLines | undefined;
  /** Attributes of `<pre>`. */
  readonly attributes: Attributes;
}

/** Reads the lines and attributes of a block. The author writes reveal.js's attributes of `<code>` on the block. */
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
  // Animated lines need elements, even if none is numbered or highlighted.
  const isAnimated = 'data-id' in attributes;
  const highlightedLines = wanted ?? (marked || hasNumbers || isAnimated ? marked : undefined);
  if (highlightedLines === undefined) return { lines: undefined, attributes };
  const { 'data-fragment-index': index, ...others } = attributes;
  const hasSteps = highlightedLines.includes('|');
  const start = readStart(code.start ?? ownStart) ?? options.lineNoStart;
  return {
    lines: {
      highlightedLines,
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

/** The fragment index of the first step. A block that is a fragment takes the index itself, and its steps follow. */
function firstStep(index: string | undefined, attributes: Attributes): number | undefined {
  const first = readFragmentIndex(index);
  return first === undefined || !isFragment(attributes) ? first : first + 1;
}

function idsOf({ anchorLineNos, lineAnchors }: HighlightOptions, start: number): NumberedLines['idOf'] {
  const prefix = lineAnchors ? `${lineAnchors}-` : '';
  return anchorLineNos ? (line) => escapeHtml(`${prefix}${start + line}`) : undefined;
}

/** Highlighted code. */
interface HighlightedText {
  readonly html: string;
  /** The language as the author wrote it, or as it was guessed. */
  readonly language: string;
  /** Whether the language is known. */
  readonly isKnown: boolean;
  /** The class of a Chroma style; `undefined` if `highlight_theme` applies. */
  readonly style: string | undefined;
  readonly excess: CodeExcess | undefined;
}

/** Chroma drops empty lines at the end. */
const LAST_LINES_RE = /(?:\r?\n){2,}$/;

function withoutLastLines(text: string): string {
  const end = startOfTrailing('\r\n', text);
  return text.slice(0, end) + text.slice(end).replace(LAST_LINES_RE, '\n');
}

/** Whether a language has nothing to highlight, so that text of it may have any size. */
const isPlainText = (name: string): boolean => /^(?:text|txt|plain|plaintext)$/i.test(name);

function highlightText(
  { text, language, isForChroma = false }: Code,
  options: HighlightOptions,
  highlighter: Highlighter,
): HighlightedText {
  const name = language || (options.guessSyntax ? (highlighter.guessLanguage(text) ?? '') : '');
  const isChromas = isForChroma && !options.noHl && isChromaLanguage(name);
  const shown = isChromas ? withoutLastLines(text) : text;
  const isHighlighted = name !== '' && !options.noHl && highlighter.hasLanguage(name);
  const excess = isHighlighted && !isPlainText(name) ? findExcess(shown) : undefined;
  const html = isHighlighted && !excess ? highlighter.highlight(shown, name) : undefined;
  const plain = { html: html ?? escapeHtml(shown), language: name, excess };
  if (!isChromas) return { ...plain, isKnown: isHighlighted, style: undefined };
  return {
    ...plain,
    // Unprefixed names are Hugo's, for the site's own stylesheet; no other rules may match them.
    html: writeChromaClasses(plain.html, options.noClasses ? 'code-' : ''),
    isKnown: true,
    style: options.noClasses ? styleClass(options.style) : 'chroma',
  };
}

/** The class of lines in `hl_lines`, to which Chroma styles and stylesheets written by Hugo give a background. */
const backgroundClass = ({ style }: HighlightedText): string | undefined =>
  style === 'chroma' ? 'hl' : style && 'code-hl';

/** The class of a Chroma style, by which the bundle finds the styles that a deck needs. */
const styleClass = (style: string): string => `code-style-${style.toLowerCase().replace(/[^\w-]+/g, '-')}`;

/**
 * Writes the elements around code. As in Hugo, attributes are on the outer one; but reveal.js animates the lines of a
 * `pre` with a `data-id`.
 */
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
  const styleClassName = style === 'chroma' ? undefined : style;
  const classes = joinClasses('code-inline', styleClassName, languageClass(language));
  return `<code${writeAttributes({ class: classes })}>${html.trim()}</code>`;
}

/** Whether highlight.js takes a text for the name of a language; otherwise it guesses one. */
const HLJS_LANGUAGE_RE = /^[\w-]/;

/**
 * The class by which highlight.js styles give a background to highlighted code, also in a language that it would guess.
 */
const hljsClass = ({ style, isKnown, language }: HighlightedText): string | undefined =>
  style === undefined && (isKnown || !HLJS_LANGUAGE_RE.test(language)) ? 'hljs' : undefined;

const languageClass = (language: string): string | undefined =>
  language ? `language-${language}` : undefined;

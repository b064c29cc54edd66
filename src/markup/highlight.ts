/**
 * Code as HTML, in the markup that reveal.js's own highlighter leaves behind, so that its themes and authors' styles
 * fit. Fences, the `highlight` shortcode and Hugo's function of that name all write it here.
 */
import type { Attributes, Feature, HighlightOptions, Table } from '../types.ts';
import { stepFragments, wrapLines } from './code-lines.ts';
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
    const marked = options.hlLines.trim().replace(/[\s,]+/g, ',');
    const lines = code.lines ?? (marked || hasNumbers ? marked : undefined);
    const isNumbered = code.lines !== undefined || hasNumbers;
    const attributes = { ...code.attributes, class: joinClasses('code-wrapper', code.attributes?.['class']) };
    const inner =
      lines === undefined
        ? writePlain(coloured, options)
        : writeLines(coloured, { lines, isNumbered, options });
    return {
      html: `<pre${writeAttributes(attributes)}>${inner}</pre>\n`,
      isKnown: coloured.isKnown,
      features: lines === undefined ? [] : ['code-steps'],
    };
  };
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

function writePlain({ html, language }: ColouredCode, options: HighlightOptions): string {
  const attributes = { class: joinClasses('hljs', languageClass(language)), ...styleOf(options, 1) };
  return `<code${writeAttributes(attributes)}>${html}</code>`;
}

interface Lines {
  readonly lines: string;
  readonly isNumbered: boolean;
  readonly options: HighlightOptions;
}

function writeLines({ html, language }: ColouredCode, { lines, isNumbered, options }: Lines): string {
  const { lineNoStart, anchorLineNos, lineAnchors } = options;
  // Others are dimmed then; with :has(), browsers would look at the whole deck for it after every change.
  const marked = !/^(?:\||$)/.test(lines) ? 'code-marked' : undefined;
  const attributes = {
    class: joinClasses('hljs', languageClass(language), isNumbered ? undefined : 'code-unnumbered', marked),
    'data-line-numbers': lines,
    ...(lineNoStart !== 1 && { 'data-ln-start-from': String(lineNoStart) }),
    ...styleOf(options, lineNoStart),
  };
  const prefix = lineAnchors ? `${lineAnchors}-` : '';
  const idOf = (line: number): string | undefined =>
    anchorLineNos ? escapeHtml(`${prefix}${lineNoStart + line}`) : undefined;
  return `<code${writeAttributes(attributes)}>${wrapLines(html, lines, idOf)}</code>${stepFragments(lines)}`;
}

const languageClass = (language: string): string | undefined =>
  language ? `language-${language}` : undefined;

/** The stylesheet counts lines from 1 unless the element says something else. */
function styleOf({ tabWidth }: HighlightOptions, lineNoStart: number): Attributes {
  const rules = [
    tabWidth === USUAL_TAB_WIDTH ? '' : `tab-size: ${tabWidth}`,
    lineNoStart === 1 ? '' : `counter-reset: code-line ${lineNoStart - 1}`,
  ].filter(Boolean);
  return rules.length > 0 ? { style: rules.join('; ') } : {};
}

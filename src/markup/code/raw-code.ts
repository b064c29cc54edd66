/**
 * Highlights code that an author wrote as HTML, `<pre><code>`, and splits it into lines, at build time instead of in
 * the browser. Source: the Highlight plugin of reveal.js 6.
 */
import { findEnds, type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { applyEdits, type Edit } from '../../html-edits.ts';
import { isNotes, readClasses } from '../../slide-html.ts';
import type { Feature } from '../../types.ts';
import { type CodeExcess, findExcess } from './code-limits.ts';
import { readFragmentIndex, readStart, writeCodeElement } from './code-element.ts';
import { type Highlighter, createHighlighter } from './highlighter.ts';
import { escapeHtml } from '../../escape-html.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';
import { readRawText, type RawText, trimRawText, writeRawText } from './raw-code-text.ts';

/** HTML with highlighted code, and the features that it needs in the browser. */
export interface HighlightedHtml {
  readonly html: string;
  readonly features: readonly Feature[];
  /** Why pieces of code are not highlighted, if they are too large. */
  readonly excesses: readonly CodeExcess[];
}

/** Highlights the code in the HTML of a slide; code that is highlighted already stays as it is. */
export type HighlightRawCode = (html: string) => HighlightedHtml;

/** The class of highlighted code, also in reveal.js. */
const DONE = 'code-wrapper';

/**
 * Whether HTML may contain code to edit: a block that is not ours, or one in notes. Most slides need not be tokenized.
 */
function mayBeUnread(html: string): boolean {
  const [before = '', ...blocks] = html.toLowerCase().split('<pre');
  if (blocks.length === 0) return false;
  return [before, ...blocks].some(
    (words, n) =>
      words.includes('<aside') || (n > 0 && !words.slice(0, words.indexOf('>')).includes(` class="${DONE}`)),
  );
}

export function createHighlightRawCode(): HighlightRawCode {
  const highlighter = createHighlighter();
  return (html) => {
    if (!mayBeUnread(html)) return { html, features: [], excesses: [] };
    const tokens = readHtml(html);
    const ends = findEnds(tokens);
    const excesses: CodeExcess[] = [];
    const source = { html, tokens, ends, notes: findNotes(tokens, ends), highlighter, excesses };
    const edits = findPres(source).flatMap((at) => editPre(at, source));
    const all = [...edits, ...stepsInNotes(source)];
    return { html: applyEdits(html, all), features: edits.some(hasLines) ? ['code-steps'] : [], excesses };
  };
}

interface Source {
  readonly html: string;
  readonly tokens: readonly HtmlToken[];
  /** The index of the end tag, by that of the start tag. */
  readonly ends: readonly (number | undefined)[];
  /** For each token, whether it is in speaker notes. */
  readonly notes: readonly boolean[];
  readonly highlighter: Highlighter;
  /** Receives why code is not highlighted. */
  readonly excesses: CodeExcess[];
}

/** Finds the `<pre>` tags. One in the content of another, which is no valid HTML, is part of that content. */
function findPres({ tokens, ends }: Source): readonly number[] {
  let last = -1;
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'start' || token.name !== 'pre' || at < last) return [];
    last = ends[at] ?? last;
    return [at];
  });
}

/** Edits a `<pre>`. An unclosed one stays as it is written, because browsers close it in their own way. */
function editPre(at: number, { html, tokens, ends, notes, highlighter, excesses }: Source): readonly Edit[] {
  const pre = tokens[at] as StartTag;
  const end = ends[at];
  if (end === undefined || hasClass(pre, DONE)) return [];
  const edits: Edit[] = [];
  const isSilent = notes[at] ?? false;
  for (let n = at + 1; n < end; n++) {
    const token = tokens[n];
    if (token?.kind !== 'start' || token.name !== 'code') continue;
    const close = ends[n];
    const last = close === undefined ? undefined : tokens[close];
    if (close === undefined || close > end || !last) return [];
    const text = readRawText(token, tokens.slice(n + 1, close), html);
    edits.push({
      start: token.start,
      end: last.end,
      text: writeCode(token, pre, { text, highlighter, excesses, isSilent }),
    });
    n = close;
  }
  if (edits.length === 0) return [];
  const attributes = { ...pre.attributes, class: joinClasses(DONE, pre.attributes['class']) };
  return [
    { start: pre.start, end: pre.end, text: `<pre${writeAttributes(attributes)}>` },
    ...edits,
    ...strayParagraphEnd(tokens[end + 1]),
  ];
}

/**
 * Removes a stray `</p>` after a block of code, which Markdown leaves after a script: paragraphs can't contain such
 * blocks.
 */
function strayParagraphEnd(token: HtmlToken | undefined): readonly Edit[] {
  const isStray = token?.kind === 'end' && token.name === 'p';
  return isStray ? [{ start: token.start, end: token.end, text: '' }] : [];
}

interface Writing {
  readonly text: RawText;
  readonly highlighter: Highlighter;
  readonly excesses: CodeExcess[];
  /** Whether the steps are omitted. */
  readonly isSilent: boolean;
}

function writeCode(
  code: StartTag,
  pre: StartTag,
  { text, highlighter, excesses, isSilent }: Writing,
): string {
  const {
    'data-line-numbers': numbers,
    'data-ln-start-from': start,
    'data-fragment-index': index,
    ...attributes
  } = code.attributes;
  const trimmed = 'data-trim' in attributes ? trimRawText(text) : text;
  const language = findLanguage([attributes['class'], pre.attributes['class']], trimmed.text, highlighter);
  const excess = language && findExcess(trimmed.text);
  if (excess) excesses.push(excess);
  const coloured = language && !excess ? highlighter.highlight(trimmed.text, language.name) : undefined;
  // Animated lines need elements, even if none is numbered or highlighted.
  const isAnimated = 'data-id' in pre.attributes;
  const highlightedLines = (numbers ?? (isAnimated ? '' : undefined))?.replace(/\s/g, '');
  const hasSteps = highlightedLines?.includes('|') ?? false;
  const { class: classes, ...others } = attributes;
  // As in reveal.js, code without a language has no class, so that themes give it no background.
  const own = language && !hasClass(code, 'hljs') ? 'hljs' : undefined;
  return writeCodeElement({
    html: writeRawText(coloured ?? escapeHtml(trimmed.text), trimmed.tags),
    attributes: {
      class: joinClasses(own, classes, language?.guessed),
      ...others,
      ...(index !== undefined && !hasSteps && { 'data-fragment-index': index }),
    },
    // As in reveal.js, empty code has no line numbers.
    lines:
      highlightedLines === undefined || trimmed.text.trim() === ''
        ? undefined
        : {
            highlightedLines: isSilent ? (highlightedLines.split('|', 1)[0] ?? '') : highlightedLines,
            isNumbered: numbers !== undefined,
            start: readStart(start) ?? 1,
            fragmentIndex: readFragmentIndex(index),
            isAnimated,
          },
  });
}

interface Language {
  readonly name: string;
  /** The class of a guessed language. */
  readonly guessed?: string;
}

const LANGUAGE_RE = /\blang(?:uage)?-([\w-]+)\b/i;
const NONE_RE = /^no-?highlight$/i;

/**
 * Finds the language as highlight.js does: by a prefix, by its bare name, or by guessing; `undefined` for no
 * highlighting.
 */
function findLanguage(
  classes: readonly (string | undefined)[],
  text: string,
  highlighter: Highlighter,
): Language | undefined {
  const all = joinClasses(...classes);
  const named = LANGUAGE_RE.exec(all)?.[1];
  if (named !== undefined) return highlighter.hasLanguage(named) ? { name: named } : undefined;
  const names = all.split(/\s+/).filter(Boolean);
  const bare = names.find((name) => NONE_RE.test(name) || (name !== 'hljs' && highlighter.hasLanguage(name)));
  if (bare !== undefined) return NONE_RE.test(bare) ? undefined : { name: bare };
  const name = text.trim() ? highlighter.guessLanguage(text) : undefined;
  return name ? { name, guessed: `language-${name}` } : { name: 'plaintext' };
}

/** Removes steps from notes, which are read and not stepped through: a key press would seem to do nothing. */
function stepsInNotes({ tokens, notes }: Source): readonly Edit[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'start' || !notes[at] || !hasClass(token, 'code-step')) return [];
    return [{ start: token.start, end: tokens[at + 1]?.end ?? token.end, text: '' }];
  });
}

/** Finds the tokens in speaker notes. Unclosed notes reach to the end. */
function findNotes(tokens: readonly HtmlToken[], ends: Source['ends']): readonly boolean[] {
  let end = -1;
  return tokens.map((token, at) => {
    const isInside = at < end;
    if (token.kind === 'start' && isNotes(token)) end = Math.max(end, ends[at] ?? tokens.length);
    return isInside;
  });
}

const hasClass = (tag: StartTag, name: string): boolean => readClasses(tag).includes(name);

const hasLines = ({ text }: Edit): boolean => text.includes('<span class="code-line');

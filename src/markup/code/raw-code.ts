/**
 * Code that an author wrote as HTML, `<pre><code>`, coloured and taken apart into lines while the deck is built, as
 * reveal.js's highlighter does it in the browser. Source: the plugin Highlight of reveal.js 6.
 */
import { findEnd, type HtmlToken, readHtml, type StartTag } from '../../html.ts';
import { isNotes, readClasses } from '../../slide-html.ts';
import type { Feature } from '../../types.ts';
import { readFragmentIndex, readStart, writeCodeElement } from './code-element.ts';
import { type Highlighter, createHighlighter } from './highlighter.ts';
import { escapeHtml } from '../../escape-html.ts';
import { joinClasses, writeAttributes } from '../write-html.ts';
import { readRawText, type RawText, trimRawText, writeRawText } from './raw-code-text.ts';

/** HTML with its code coloured, and what it needs in the browser. */
export interface HighlightedHtml {
  readonly html: string;
  readonly features: readonly Feature[];
}

/** Colours the code in the HTML of a slide; what is coloured already stays as it is. */
export type HighlightRawCode = (html: string) => HighlightedHtml;

/** A part of the source, and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly html: string;
}

/** By this class reveal.js, too, tells code that has been coloured. */
const DONE = 'code-wrapper';

/** Whether there may be something to do: a block that is not ours, or one in notes. Most slides need not be read. */
function mayBeUnread(html: string): boolean {
  const [before = '', ...blocks] = html.toLowerCase().split('<pre');
  if (blocks.length === 0) return false;
  return [before, ...blocks].some(
    (words, n) =>
      words.includes('<aside') || (n > 0 && !words.slice(0, words.indexOf('>')).includes(` class="${DONE}`)),
  );
}

export function createHighlightRawCode(): HighlightRawCode {
  const colours = createHighlighter();
  return (html) => {
    if (!mayBeUnread(html)) return { html, features: [] };
    const tokens = readHtml(html);
    const edits = tokens.flatMap((token, at) =>
      token.kind === 'start' && token.name === 'pre' ? editPre(at, { html, tokens, colours }) : [],
    );
    const all = [...edits, ...stepsInNotes(tokens)];
    return { html: applyEdits(html, all), features: edits.some(hasLines) ? ['code-steps'] : [] };
  };
}

interface Source {
  readonly html: string;
  readonly tokens: readonly HtmlToken[];
  readonly colours: Highlighter;
}

/** What is not closed, browsers close in their own way: it stays as it is written. */
function editPre(at: number, { html, tokens, colours }: Source): readonly Edit[] {
  const pre = tokens[at] as StartTag;
  const end = findEnd(tokens, at);
  if (end === undefined || hasClass(pre, DONE)) return [];
  const edits: Edit[] = [];
  const isSilent = isInNotes(tokens, at);
  for (let n = at + 1; n < end; n++) {
    const token = tokens[n];
    if (token?.kind !== 'start' || token.name !== 'code') continue;
    const close = findEnd(tokens, n);
    const last = close === undefined ? undefined : tokens[close];
    if (close === undefined || close > end || !last) return [];
    const text = readRawText(token, tokens.slice(n + 1, close), html);
    edits.push({
      start: token.start,
      end: last.end,
      html: writeCode(token, pre, { text, colours, isSilent }),
    });
    n = close;
  }
  if (edits.length === 0) return [];
  const attributes = { ...pre.attributes, class: joinClasses(DONE, pre.attributes['class']) };
  return [
    { start: pre.start, end: pre.end, html: `<pre${writeAttributes(attributes)}>` },
    ...edits,
    ...strayParagraphEnd(tokens[end + 1]),
  ];
}

/** No paragraph holds a block of code, so that its end there ends none: Markdown leaves one behind a script. */
function strayParagraphEnd(token: HtmlToken | undefined): readonly Edit[] {
  const isStray = token?.kind === 'end' && token.name === 'p';
  return isStray ? [{ start: token.start, end: token.end, html: '' }] : [];
}

interface Writing {
  readonly text: RawText;
  readonly colours: Highlighter;
  /** Whether its steps are left out. */
  readonly isSilent: boolean;
}

function writeCode(code: StartTag, pre: StartTag, { text, colours, isSilent }: Writing): string {
  const {
    'data-line-numbers': numbers,
    'data-ln-start-from': start,
    'data-fragment-index': index,
    ...attributes
  } = code.attributes;
  const trimmed = 'data-trim' in attributes ? trimRawText(text) : text;
  const language = findLanguage([attributes['class'], pre.attributes['class']], trimmed.text, colours);
  const coloured = language && colours.highlight(trimmed.text, language.name);
  // Lines that may move are elements, also where none of them is numbered or marked.
  const isAnimated = 'data-id' in pre.attributes;
  const placeholders = (numbers ?? (isAnimated ? '' : undefined))?.replace(/\s/g, '');
  const hasSteps = placeholders?.includes('|') ?? false;
  const { class: classes, ...others } = attributes;
  // As in reveal.js, code without a language, which themes give no background, has no class either.
  const own = language && !hasClass(code, 'hljs') ? 'hljs' : undefined;
  return writeCodeElement({
    html: writeRawText(coloured ?? escapeHtml(trimmed.text), trimmed.tags),
    attributes: {
      class: joinClasses(own, classes, language?.guessed),
      ...others,
      ...(index !== undefined && !hasSteps && { 'data-fragment-index': index }),
    },
    // As in reveal.js, there is nothing to number in no code.
    lines:
      placeholders === undefined || trimmed.text.trim() === ''
        ? undefined
        : {
            highlightedLines: isSilent ? (placeholders.split('|', 1)[0] ?? '') : placeholders,
            isNumbered: numbers !== undefined,
            start: readStart(start) ?? 1,
            fragmentIndex: readFragmentIndex(index),
            isAnimated,
          },
  });
}

interface Language {
  readonly name: string;
  /** The class that says so, where its author wrote none. */
  readonly guessed?: string;
}

const LANGUAGE_RE = /\blang(?:uage)?-([\w-]+)\b/i;
const NONE_RE = /^no-?highlight$/i;

/** As highlight.js finds it: by a prefix, by its bare name, or else by the looks of the code; none where it shall have none. */
function findLanguage(
  classes: readonly (string | undefined)[],
  text: string,
  colours: Highlighter,
): Language | undefined {
  const all = joinClasses(...classes);
  const named = LANGUAGE_RE.exec(all)?.[1];
  if (named !== undefined) return colours.hasLanguage(named) ? { name: named } : undefined;
  const names = all.split(/\s+/).filter(Boolean);
  const bare = names.find((name) => NONE_RE.test(name) || (name !== 'hljs' && colours.hasLanguage(name)));
  if (bare !== undefined) return NONE_RE.test(bare) ? undefined : { name: bare };
  const name = text.trim() ? colours.guessLanguage(text) : undefined;
  return name ? { name, guessed: `language-${name}` } : { name: 'plaintext' };
}

/** Notes are read and not stepped through: a step there would be a press of a key after which nothing happens. */
function stepsInNotes(tokens: readonly HtmlToken[]): readonly Edit[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'start' || !hasClass(token, 'code-step') || !isInNotes(tokens, at)) return [];
    return [{ start: token.start, end: tokens[at + 1]?.end ?? token.end, html: '' }];
  });
}

/** Whether a token is in speaker notes. */
function isInNotes(tokens: readonly HtmlToken[], at: number): boolean {
  return tokens
    .slice(0, at)
    .some(
      (token, n) => token.kind === 'start' && isNotes(token) && (findEnd(tokens, n) ?? tokens.length) > at,
    );
}

const hasClass = (tag: StartTag, name: string): boolean => readClasses(tag).includes(name);

const hasLines = ({ html }: Edit): boolean => html.includes('<span class="code-line');

function applyEdits(html: string, edits: readonly Edit[]): string {
  let written = '';
  let at = 0;
  for (const { start, end, html: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    // What stands in code is its text by now.
    if (start < at) continue;
    written += html.slice(at, start) + replacement;
    at = end;
  }
  return written + html.slice(at);
}

/** Decides which tags are elements: those of HTML, SVG and MathML, and others that are closed or have a value. */
import type { MarkdownIt } from 'markdown-it';
import { htmlTagNames } from 'html-tag-names';
import { mathmlTagNames } from 'mathml-tag-names';
import { svgTagNames } from 'svg-tag-names';
import { fenceAfter } from './code/code-fences.ts';
import { findBuiltInRule } from './rules/built-in-rule.ts';

const KNOWN: ReadonlySet<string> = new Set(
  [...htmlTagNames, ...svgTagNames, ...mathmlTagNames].map((name) => name.toLowerCase()),
);

/** Whether browsers know an element with this name, or it is a custom element. */
export const isKnownElement = (name: string): boolean => name.includes('-') || KNOWN.has(name.toLowerCase());

/**
 * Finds the elements in a text that no browser knows, by their lower-case names: tags that are closed, or have an
 * attribute with a value. Tags in code don't count.
 */
export function readElements(text: string, readTag: ReadTag): ReadonlySet<string> {
  const elements = new Set<string>();
  if (!text.includes('</') && !text.includes('=')) return elements;
  const open: string[] = [];
  for (const block of withoutFences(text).split(/\n\s*\n/))
    for (const { name, isClosing, html } of tagsOf(withoutCode(block), readTag)) {
      if (!isClosing) open.push(name);
      // An unclosed tag in between is a placeholder, so this may be one too.
      if (isClosing ? open.at(-1) === name && open.pop() : html.includes('=')) elements.add(name);
    }
  return elements;
}

/**
 * Finds the tags in a block that no browser knows.
 * @yields each tag with its source
 */
function* tagsOf(text: string, readTag: ReadTag): Generator<TagName & { readonly html: string }, undefined> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = readTagName(text, at);
    const html = tag && !isKnownElement(tag.name) ? readTag(text, at) : undefined;
    if (tag && html !== undefined) yield { ...tag, html };
  }
}

const BACKTICKS_RE = /`+/g;

/** Removes inline code: each run of backticks is closed by the next one of its length. */
function withoutCode(text: string): string {
  if (!text.includes('`')) return text;
  const runs = Array.from(text.matchAll(BACKTICKS_RE), ({ 0: { length }, index }) => ({ length, index }));
  const next = new Map<number, number>();
  const closing = runs
    .toReversed()
    .map(({ length, index }) => {
      const found = next.get(length);
      next.set(length, index);
      return found;
    })
    .reverse();
  let written = '';
  let at = 0;
  for (const [n, { length, index }] of runs.entries()) {
    const end = closing[n];
    if (index < at || end === undefined) continue;
    written += text.slice(at, index);
    at = end + length;
  }
  return written + text.slice(at);
}

function withoutFences(text: string): string {
  if (!text.includes('```') && !text.includes('~~~')) return text;
  let fence: string | undefined;
  const lines = text.split('\n').filter((line) => {
    const wasOpen = fence !== undefined;
    fence = fenceAfter(line, fence);
    return !wasOpen && fence === undefined;
  });
  return lines.join('\n');
}

/** The beginning of a tag. */
interface TagName {
  /** Name in lower case. */
  readonly name: string;
  readonly isClosing: boolean;
}

const NAME_RE = /[a-z][a-z0-9-]*/iy;

/**
 * Reads the name of the tag at an offset of a text, whether or not the tag is complete; `undefined` if none begins
 * there.
 */
export function readTagName(text: string, at: number): TagName | undefined {
  if (text[at] !== '<') return undefined;
  const isClosing = text[at + 1] === '/';
  NAME_RE.lastIndex = at + (isClosing ? 2 : 1);
  const [name] = NAME_RE.exec(text) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), isClosing };
}

/** Reads the tag at an offset of a text as Markdown does; `undefined` if Markdown takes it for text. */
export type ReadTag = (text: string, at: number) => string | undefined;

/** Creates a tag reader from Markdown's own rule for inline HTML. */
export function createReadTag(markdown: MarkdownIt): ReadTag {
  const rule = findBuiltInRule(markdown.inline.ruler.getRules(''), 'html_inline');
  return (text, at) => {
    if (text[at] !== '<') return undefined;
    const state = new markdown.inline.State(text.slice(at), markdown, {}, []);
    return rule(state, true) ? state.src.slice(0, state.pos) : undefined;
  };
}

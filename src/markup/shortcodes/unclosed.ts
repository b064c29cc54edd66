/** Decides where an unclosed shortcode ends: with its slide or its file, or where the next one begins. */
import type { Finding } from '../../diagnostics.ts';
import type { TextToken } from './lexer.ts';
import { closeNode, type MarkupNode, type OpenNode } from './nodes.ts';
import { findSlideBreak, findTrailingBreak } from '../slides/slide-break.ts';

/** A finding about a tag. */
interface TagFinding extends Omit<Finding, 'source'> {
  readonly offset: number;
}

/** The nodes and findings of unclosed shortcodes. */
export interface Recovery {
  readonly nodes: readonly MarkupNode[];
  /** Findings from the outside in, as in the file. */
  readonly findings: readonly TagFinding[];
}

/**
 * Closes open shortcodes, each of which is the last node of the one before it.
 * @param isNested whether another shortcode contains the first one
 */
export function closeUnclosed(
  [first, ...others]: readonly OpenNode[],
  text: string,
  isNested: boolean,
): Recovery {
  if (!first) return { nodes: [], findings: [] };
  const [next, ...rest] = others;
  if (next && isMeantToClose(next, first, text)) {
    const after = closeUnclosed(rest, text, isNested);
    return {
      nodes: [closeNode(first, first.children), ...next.children, ...after.nodes],
      findings: [openedTwice(next, text), ...after.findings],
    };
  }
  const within = closeUnclosed(others, text, true);
  const { inside, after, end } = splitUnclosed(first, [...first.children, ...within.nodes], text);
  return {
    nodes: [closeNode(first, inside), ...after],
    findings: [neverClosed(first, describeEnd(end, isNested), text), ...within.findings],
  };
}

/**
 * Whether an unclosed tag is a closing tag without its slash: it has the name of the open shortcode, and no parameters.
 * A stack spans several slides, so the tag closes it only if its slide ends as well.
 */
function isMeantToClose(node: OpenNode, first: OpenNode, text: string): boolean {
  if (node.tag.name !== first.tag.name || Object.keys(node.tag.params.values).length > 0) return false;
  if (node.shortcode.unclosed !== 'file') return !findFirst(first.children, text);
  const [after] = node.children;
  return after?.kind === 'text' && findSlideBreak(text, after.start, after.end) === after.start;
}

/** The content of an unclosed shortcode, the nodes after it, and what ends it. */
interface Split {
  readonly inside: readonly MarkupNode[];
  readonly after: readonly MarkupNode[];
  readonly end: End;
}

function splitUnclosed(node: OpenNode, children: readonly MarkupNode[], text: string): Split {
  const { unclosed } = node.shortcode;
  if (!unclosed) return { inside: children, after: [], end: 'nothing' };
  const next = children.findIndex((child) => child.kind === 'shortcode' && child.tag.name === node.tag.name);
  const before = next < 0 ? children : children.slice(0, next);
  const slideEnd = unclosed === 'slide' ? findFirst(before, text) : undefined;
  if (slideEnd || next < 0) {
    const [inside, after] = slideEnd ? cutAt(children, slideEnd) : [children, []];
    return { inside, after, end: unclosed };
  }
  // The break before the next stack separates the two, as blank lines do.
  const cut = (unclosed === 'file' && findLast(before, text)) || findEnd(before, text);
  const [inside, after] = cut ? cutAt(children, cut) : [before, children.slice(next)];
  return { inside, after, end: 'next' };
}

/** What ends an unclosed shortcode; `nothing` if it stops the build. */
type End = 'nothing' | 'slide' | 'file' | 'next';

function describeEnd(end: End, isNested: boolean): string {
  if (end === 'nothing') return '';
  if (end === 'slide') return 'its slide ends';
  if (end === 'next') return 'the next one begins';
  return isNested ? 'the shortcode around it ends' : 'the file ends';
}

/** A position in the text of a node. */
interface Cut {
  readonly index: number;
  readonly at: number;
}

function cutAt(nodes: readonly MarkupNode[], { index, at }: Cut): [MarkupNode[], MarkupNode[]] {
  const node = nodes[index];
  if (!node || node.kind !== 'text') throw new Error(`there is no text to cut at ${at}`);
  const before: TextToken = { kind: 'text', start: node.start, end: at };
  const after: TextToken = { kind: 'text', start: at, end: node.end };
  return [
    [...nodes.slice(0, index), before],
    [after, ...nodes.slice(index + 1)],
  ];
}

/** Finds the first slide break in the text of nodes. */
function findFirst(nodes: readonly MarkupNode[], text: string): Cut | undefined {
  for (const [index, node] of nodes.entries()) {
    const at = node.kind === 'text' ? findSlideBreak(text, node.start, node.end) : undefined;
    if (at !== undefined) return { index, at };
  }
  return undefined;
}

/** Finds the last slide break, if no text follows it; tags may. */
function findLast(nodes: readonly MarkupNode[], text: string): Cut | undefined {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node?.kind !== 'text') continue;
    const at = findTrailingBreak(text, node.start, node.end);
    if (at !== undefined) return { index, at };
    if (text.slice(node.start, node.end).trim() !== '') return undefined;
  }
  return undefined;
}

/** Finds the end of the text that nodes end with. */
function findEnd(nodes: readonly MarkupNode[], text: string): Cut | undefined {
  const last = nodes.at(-1);
  if (last?.kind !== 'text') return undefined;
  return { index: nodes.length - 1, at: last.start + text.slice(last.start, last.end).trimEnd().length };
}

function openedTwice(node: OpenNode, text: string): TagFinding {
  const { name } = node.tag;
  return {
    ...describe(node),
    message: `"${name}" is opened again before it is closed, so this tag is read as its closing tag`,
    hint: `Write ${closingTag(node, text)} here.`,
  };
}

function neverClosed(node: OpenNode, end: string, text: string): TagFinding {
  return {
    ...describe(node),
    message: `"${node.tag.name}" is never closed${end && `, so it ends where ${end}`}`,
    hint: `Write ${closingTag(node, text)} where it should end, or make the tag self-closing with / if it has no content.`,
  };
}

function describe({ shortcode, tag }: OpenNode): Pick<TagFinding, 'code' | 'severity' | 'offset'> {
  return {
    code: 'shortcode-unclosed',
    severity: shortcode.unclosed ? 'warning' : 'error',
    offset: tag.start,
  };
}

function closingTag({ shortcode, tag }: OpenNode, text: string): string {
  return `${text.slice(tag.start, tag.start + 3)} /${shortcode.name} ${text.slice(tag.end - 3, tag.end)}`;
}

/** Decides where an unclosed shortcode ends: with its slide or its file, or where the next one begins. */
import type { Finding } from '../../diagnostics.ts';
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
 * Closes open shortcodes, each of which is the last node of the one before it. They are closed from the last one on, so
 * that each node is moved once, however many shortcodes are open.
 * @param isNested whether another shortcode contains the first one
 */
export function closeUnclosed(open: readonly OpenNode[], text: string, isNested: boolean): Recovery {
  const following: MarkupNode[] = [];
  const findings: TagFinding[] = [];
  for (const { first, closing, isInside } of pairTags(open, text, isNested).toReversed()) {
    if (closing) {
      for (const node of closing.children.toReversed()) following.push(node);
      following.push(closeNode(first, first.children));
      findings.push(openedTwice(closing, text));
      continue;
    }
    for (const node of first.children.toReversed()) following.push(node);
    const { inside, end } = takeContent(first, following, text);
    following.push(closeNode(first, inside));
    findings.push(neverClosed(first, describeEnd(end, isInside), text));
  }
  return { nodes: following.reverse(), findings: findings.reverse() };
}

/** An open shortcode, and the tag that is meant to close it. */
interface TagPair {
  readonly first: OpenNode;
  readonly closing?: OpenNode;
  /** Whether another shortcode contains it. */
  readonly isInside: boolean;
}

function pairTags(open: readonly OpenNode[], text: string, isNested: boolean): readonly TagPair[] {
  const pairs: TagPair[] = [];
  let isInside = isNested;
  for (let n = 0; n < open.length; n++) {
    const [first, next] = open.slice(n, n + 2);
    if (!first) break;
    const isPair = next !== undefined && isMeantToClose(next, first, text);
    pairs.push({ first, isInside, ...(isPair && { closing: next }) });
    if (isPair) n++;
    else isInside = true;
  }
  return pairs;
}

/**
 * Whether an unclosed tag is a closing tag without its slash: it has the name of the open shortcode, and no parameters.
 * A stack spans several slides, so the tag closes it only if its slide ends as well.
 */
function isMeantToClose(node: OpenNode, first: OpenNode, text: string): boolean {
  if (node.tag.name !== first.tag.name || Object.keys(node.tag.params.values).length > 0) return false;
  if (node.shortcode.unclosed !== 'file')
    return first.children.every((child) => findBreak(child, text) === undefined);
  const [after] = node.children;
  return after?.kind === 'text' && findSlideBreak(text, after.start, after.end) === after.start;
}

/** The content of an unclosed shortcode, and what ends it. */
interface Content {
  readonly inside: readonly MarkupNode[];
  readonly end: End;
}

/** Takes the content of an unclosed shortcode from the nodes that follow it, the next one of which is the last. */
function takeContent({ shortcode, tag }: OpenNode, following: MarkupNode[], text: string): Content {
  const { unclosed } = shortcode;
  if (!unclosed) return { inside: takeFrom(following, 0), end: 'nothing' };
  for (let index = following.length - 1; index >= 0; index--) {
    const node = following[index];
    if (node?.kind === 'shortcode' && node.tag.name === tag.name) {
      // The break before the next stack separates the two, as blank lines do.
      const cut =
        (unclosed === 'file' && findLast(following, index, text)) ||
        findEnd(following[index + 1], index + 1, text);
      return { inside: cut ? takeUpTo(following, cut) : takeFrom(following, index + 1), end: 'next' };
    }
    const at = unclosed === 'slide' && node ? findBreak(node, text) : undefined;
    if (at !== undefined) return { inside: takeUpTo(following, { index, at }), end: unclosed };
  }
  return { inside: takeFrom(following, 0), end: unclosed };
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

/** Takes the nodes down to an index, in their order. */
const takeFrom = (following: MarkupNode[], index: number): MarkupNode[] => following.splice(index).reverse();

/** Takes the nodes before a position. */
function takeUpTo(following: MarkupNode[], { index, at }: Cut): MarkupNode[] {
  const inside = takeFrom(following, index + 1);
  const node = following.pop();
  if (node?.kind !== 'text') throw new Error(`there is no text to cut at ${at}`);
  following.push({ kind: 'text', start: at, end: node.end });
  inside.push({ kind: 'text', start: node.start, end: at });
  return inside;
}

const findBreak = (node: MarkupNode, text: string): number | undefined =>
  node.kind === 'text' ? findSlideBreak(text, node.start, node.end) : undefined;

/** Finds the last slide break before the node at an index, if no text follows it; tags may. */
function findLast(following: readonly MarkupNode[], next: number, text: string): Cut | undefined {
  for (let index = next + 1; index < following.length; index++) {
    const node = following[index];
    if (node?.kind !== 'text') continue;
    const at = findTrailingBreak(text, node.start, node.end);
    if (at !== undefined) return { index, at };
    if (text.slice(node.start, node.end).trim() !== '') return undefined;
  }
  return undefined;
}

/** Finds the end of the text of a node. */
function findEnd(node: MarkupNode | undefined, index: number, text: string): Cut | undefined {
  if (node?.kind !== 'text') return undefined;
  return { index, at: node.start + text.slice(node.start, node.end).trimEnd().length };
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

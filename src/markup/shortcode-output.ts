/** What a shortcode has made, as words of the text that it stands in. */
import type { ShortcodeResult } from '../types.ts';
import { joinParts } from './expansion.ts';
import { isBlockHtml, type PlaceholderResult } from './placeholders.ts';
import { joinInline, splitOutput, type Surroundings } from './nested-output.ts';
import { type PageContext, renderBlock } from './page-text.ts';

/** Where a shortcode stands. */
interface OutputPosition {
  /** Its number among the nodes of its text. */
  readonly index: number;
  readonly surroundings: Surroundings;
  readonly offset: number;
  readonly indentation: string;
  /** Whether it stands in another. */
  readonly isNested: boolean;
  /** Whether it stands around a text. */
  readonly hasInner: boolean;
}

/** The words that stand for a result: its own, or a mark. */
export function writeOutput(result: ShortcodeResult, context: PageContext, position: OutputPosition): string {
  if (result.kind !== 'markdown') return writeResult(result, context, position);
  // As in Hugo, lines around an inner text stay where the author has put them.
  const text = position.hasInner ? result.text : indent(result.text, position.indentation);
  if (result.isWhole)
    return writeResult({ kind: 'html', html: renderStandalone(text, context, position) }, context, position);
  return position.isNested ? writeNestedText(text, position) : text;
}

const indent = (text: string, indentation: string): string =>
  text.replace(/\n(?!\r?\n|$)/g, `\n${indentation}`);

/** Markdown of its own, and the line ends around it. */
function renderStandalone(text: string, context: PageContext, { offset }: OutputPosition): string {
  const { lead, core, trail } = splitOutput(text);
  return (
    lead + renderBlock(joinParts([{ text: core, offset, isGenerated: true }]), context).trimEnd() + trail
  );
}

/** The words of a shortcode in another one. */
function writeNestedText(text: string, { surroundings, index }: OutputPosition): string {
  const parts = splitOutput(text);
  const isInline = surroundings.findPlacement(index, isBlockHtml(parts.core)) === 'inline';
  return isInline ? joinInline(parts, surroundings.findNeighbours(index)) : text;
}

/** The mark of a result; in another shortcode, the line ends around it are words. */
function writeResult(
  result: PlaceholderResult,
  { placeholders }: PageContext,
  position: OutputPosition,
): string {
  const { isNested, surroundings, index, offset, indentation } = position;
  if (result.kind !== 'html') return placeholders.add(result, offset);
  const parts = splitOutput(result.html);
  const hasLineEnds = parts.lead !== '' || parts.trail !== '';
  const add = (html: string): string => placeholders.add({ ...result, html }, offset, isNested);
  if (!isNested && !hasLineEnds) return add(result.html);
  if (isNested && parts.core === '') return '';
  const isBlock = isBlockHtml(parts.core);
  const placement = surroundings.findPlacement(index, isBlock);
  if (placement === 'code') return add(result.html);
  if (!isNested || placement === 'inline') return add(joinInline(parts, surroundings.findNeighbours(index)));
  if (placement === 'apart') return `\n\n${add(parts.core)}\n\n`;
  // What Markdown takes for a block needs no empty line in front of it in HTML; its mark does.
  const lead = isBlock && indentation === '' ? '\n\n' : parts.lead;
  return lead + add(parts.core) + parts.trail;
}

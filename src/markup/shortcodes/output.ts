/** Writes the output of a shortcode into the text around it. */
import type { ShortcodeResult } from '../../types.ts';
import { joinParts } from './expansion.ts';
import { isBlockHtml, type PlaceholderResult } from './placeholders.ts';
import { joinInline, splitOutput, type Surroundings } from './nested-output.ts';
import { type PageContext, renderBlock } from '../page-text.ts';

/** The position of a shortcode. */
interface OutputPosition {
  /** The index of the shortcode among the nodes of its text. */
  readonly index: number;
  readonly surroundings: Surroundings;
  readonly offset: number;
  readonly indentation: string;
  /** Whether the shortcode is inside another one. */
  readonly isNested: boolean;
  /** Whether the shortcode has an inner text. */
  readonly hasInner: boolean;
}

/** Writes a result: Markdown as text, everything else as a placeholder. */
export function writeOutput(result: ShortcodeResult, context: PageContext, position: OutputPosition): string {
  if (result.kind !== 'markdown') return writeResult(result, context, position);
  // As in Hugo, output around an inner text is not indented, so that the author's lines stay as they are.
  const text = position.hasInner ? result.text : indent(result.text, position.indentation);
  if (result.isStandalone)
    return writeResult({ kind: 'html', html: renderStandalone(text, context, position) }, context, position);
  return position.isNested ? writeNestedText(text, position) : text;
}

const indent = (text: string, indentation: string): string =>
  text.replace(/\n(?!\r?\n|$)/g, `\n${indentation}`);

/** Renders Markdown as a text of its own, and keeps the line ends around it. */
function renderStandalone(text: string, context: PageContext, { offset }: OutputPosition): string {
  const { lead, core, trail } = splitOutput(text);
  return (
    lead + renderBlock(joinParts([{ text: core, offset, isGenerated: true }]), context).trimEnd() + trail
  );
}

/** Writes the Markdown of a nested shortcode. */
function writeNestedText(text: string, { surroundings, index }: OutputPosition): string {
  const parts = splitOutput(text);
  const isInline = surroundings.findPlacement(index, isBlockHtml(parts.core)) === 'inline';
  return isInline ? joinInline(parts, surroundings.findNeighbours(index)) : text;
}

/** Writes the placeholder of a result; in another shortcode, the line ends around it are text. */
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
  // Block-level HTML needs no empty line before it in Markdown, but its placeholder does.
  const lead = isBlock && indentation === '' ? '\n\n' : parts.lead;
  return lead + add(parts.core) + parts.trail;
}

/** What a shortcode has made, as words of the text that it stands in. */
import type { ShortcodeResult } from '../types.ts';
import { joinParts } from './expansion.ts';
import { isBlockHtml, type MarkedResult } from './marks.ts';
import { inLine, splitOutput, type Surroundings } from './nested-output.ts';
import { type PageContext, renderBlock } from './page-text.ts';

/** Where a shortcode stands. */
interface OutputPlace {
  /** Its number among the nodes of its text. */
  readonly index: number;
  readonly surroundings: Surroundings;
  readonly offset: number;
  readonly indentation: string;
  /** Whether it stands in another. */
  readonly isNested: boolean;
  /** Whether it stands around a text. */
  readonly isAround: boolean;
}

/** The words that stand for a result: its own, or a mark. */
export function writeOutput(result: ShortcodeResult, context: PageContext, place: OutputPlace): string {
  if (result.kind !== 'markdown') return writeResult(result, context, place);
  // As in Hugo, lines around an inner text stay where the author has put them.
  const text = place.isAround ? result.text : indent(result.text, place.indentation);
  if (result.isWhole)
    return writeResult({ kind: 'html', html: renderWhole(text, context, place) }, context, place);
  return place.isNested ? writeWords(text, place) : text;
}

const indent = (text: string, indentation: string): string =>
  text.replace(/\n(?!\r?\n|$)/g, `\n${indentation}`);

/** Markdown of its own, and the line ends around it. */
function renderWhole(text: string, context: PageContext, { offset }: OutputPlace): string {
  const { lead, core, trail } = splitOutput(text);
  return lead + renderBlock(joinParts([{ text: core, offset, isPlace: true }]), context).trimEnd() + trail;
}

/** The words of a shortcode in another one. */
function writeWords(text: string, { surroundings, index }: OutputPlace): string {
  const output = splitOutput(text);
  const isInline = surroundings.placementOf(index, isBlockHtml(output.core)) === 'inline';
  return isInline ? inLine(output, surroundings.neighboursOf(index)) : text;
}

/** The mark of a result; in another shortcode, the line ends around it are words. */
function writeResult(result: MarkedResult, { marks }: PageContext, place: OutputPlace): string {
  const { isNested, surroundings, index, offset, indentation } = place;
  if (result.kind !== 'html') return marks.add(result, offset);
  const output = splitOutput(result.html);
  const hasLineEnds = output.lead !== '' || output.trail !== '';
  const add = (html: string): string => marks.add({ ...result, html }, offset, isNested);
  if (!isNested && !hasLineEnds) return add(result.html);
  if (isNested && output.core === '') return '';
  const isBlock = isBlockHtml(output.core);
  const placement = surroundings.placementOf(index, isBlock);
  if (placement === 'code') return add(result.html);
  if (!isNested || placement === 'inline') return add(inLine(output, surroundings.neighboursOf(index)));
  if (placement === 'apart') return `\n\n${add(output.core)}\n\n`;
  // What Markdown takes for a block needs no empty line in front of it in HTML; its mark does.
  const lead = isBlock && indentation === '' ? '\n\n' : output.lead;
  return lead + add(output.core) + output.trail;
}

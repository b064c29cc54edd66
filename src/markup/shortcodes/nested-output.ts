/**
 * The output of a shortcode inside another one. As in Hugo, it is part of the Markdown there, and the line ends around
 * it in its template count: output on a line of its own is a paragraph. Where they would tear something apart, such as
 * a list item, a heading, a table or a sentence, they become spaces. On the top level they always do.
 */
import { type HtmlToken, readHtml } from '../../html.ts';
import { LineIndex } from '../../line-index.ts';
import { fenceAfter } from '../code/code-fences.ts';
import { readTagName } from '../elements.ts';
import type { MarkupNode } from './nodes.ts';

/**
 * How output is placed in its text: `lines`, with the line ends of its template; `apart`, as a block of its own in the
 * middle of text; `inline`, with spaces instead of line ends; `code`, unchanged.
 */
export type Placement = 'lines' | 'apart' | 'inline' | 'code';

/** Represents a shortcode in the text around it. */
const SHORTCODE_CHARACTER = '\uFFFC';

/** Starts of lines that end their block: items, headings, quotes, definitions and table rows. */
const BLOCK_START_RE = /^\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|>|:\s|\[\^[^\]]*\]:|\|)|\|/;
const HEADING_RE = /^ {0,3}#{1,6}\s/;
const ITEM_RE = /^(\s*)(?:[-*+]|\d+[.)])(?:\s|$)/;

/** Elements that Markdown treats as blocks. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote center details dd div dl dt fieldset figcaption figure footer form header li main
   nav ol p section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Whether a text consists of complete tags of such elements and nothing else. */
function isBlockTags(words: string): boolean {
  const tokens = readHtml(words);
  const isTag = (token: HtmlToken): boolean =>
    'name' in token ? BLOCKS.has(token.name) : token.kind === 'text' && token.text.trim() === '';
  return tokens.every(isTag) && (tokens.at(-1)?.end ?? 0) === words.length;
}

const WORDS_RE = /^(?![-*_]{3,}\s*$|`{3}|~{3})[^\s#>|:+-]/;

/** Whether a line continues the paragraph before it. */
function isWords(line: string): boolean {
  const words = line.trimStart();
  return WORDS_RE.test(words) && readTagName(words, 0) === undefined;
}

/** Lines beyond this length count as sentences: what is around each of their shortcodes is not looked at. */
const LONG_LINE = 2000;

/** The text around the shortcodes of a text. */
export class Surroundings {
  readonly #text: string;
  readonly #offsets: readonly number[];
  #lines: LineIndex | undefined;
  #facts: readonly LineFacts[] | undefined;

  constructor(nodes: readonly MarkupNode[], source: string) {
    let text = '';
    this.#offsets = nodes.map((node) => {
      const offset = text.length;
      text += node.kind === 'shortcode' ? SHORTCODE_CHARACTER : source.slice(node.start, node.end);
      return offset;
    });
    this.#text = text;
  }

  /** Finds the placement of a node's output; `isBlock` says whether it can't be in a paragraph. */
  findPlacement(node: number, isBlock: boolean): Placement {
    const offset = this.#offsets[node] ?? 0;
    const { line, column } = this.#allLines().positionOf(offset);
    const { isFenced = false, item } = this.#allFacts()[line - 1] ?? {};
    if (isFenced) return 'code';
    const words = this.#allLines().textOf(line);
    if (this.#allFacts().length < 2 || words.length > LONG_LINE) return 'inline';
    const [before, after] = [words.slice(0, column - 1), words.slice(column)];
    const [hasBefore, hasAfter] = [TEXT_RE.test(before), TEXT_RE.test(after)];
    if (!hasBefore && !hasAfter) return !isBlock && before !== '' && isIn(item, before) ? 'inline' : 'lines';
    if (BLOCK_START_RE.test(before))
      return isBlock && !hasAfter && HEADING_RE.test(before) ? 'lines' : 'inline';
    if (hasBefore && isBlockTags(withoutShortcodes(before)) && isBlockTags(withoutShortcodes(after)))
      return 'lines';
    if (isIn(item, before)) return 'inline';
    if (isBlock) return 'apart';
    return hasAfter || isWords(this.#allLines().textOf(line + 1)) ? 'inline' : 'lines';
  }

  /** The characters before and after a node; empty at the ends of the text. */
  findNeighbours(node: number): readonly [before: string, after: string] {
    const offset = this.#offsets[node] ?? 0;
    return [this.#text.charAt(offset - 1), this.#text.charAt(offset + 1)];
  }

  #allLines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.#text));
  }

  #allFacts(): readonly LineFacts[] {
    return (this.#facts ??= readLineFacts(this.#text.split('\n')));
  }
}

/** Text other than shortcodes. */
const TEXT_RE = /[^\uFFFC\s]/;

const withoutShortcodes = (text: string): string => text.replaceAll(SHORTCODE_CHARACTER, '').trim();

/** The list item above a line. */
interface ItemAbove {
  readonly indentation: number;
  /** Whether an empty line is between the two. */
  readonly isDetached: boolean;
}

/** What the lines above a line mean for it. */
interface LineFacts {
  /** Whether the line is inside a code fence. */
  readonly isFenced: boolean;
  /** The list item that the line may continue. */
  readonly item: ItemAbove | undefined;
}

/** Whether a line with this beginning continues a list item. */
function isIn(item: ItemAbove | undefined, before: string): boolean {
  if (!item) return false;
  return !item.isDetached || before.length - before.trimStart().length > item.indentation;
}

function readLineFacts(lines: readonly string[]): readonly LineFacts[] {
  let fence: string | undefined;
  let item: ItemAbove | undefined;
  // Text that is not indented, since the item: after an empty line, it ends the item.
  let hasText = false;
  return lines.map((line) => {
    const wasOpen = fence !== undefined;
    fence = fenceAfter(line, fence);
    const facts = { isFenced: wasOpen && fence !== undefined, item };
    const indentation = ITEM_RE.exec(line)?.[1];
    if (indentation !== undefined) {
      item = { indentation: indentation.length, isDetached: false };
      hasText = false;
    } else if (line.trim() === '') item = hasText ? undefined : item && { ...item, isDetached: true };
    else if (/^\S/.test(line)) hasText = true;
    return facts;
  });
}

/** The output of a shortcode, and the line ends around it. */
export interface OutputParts {
  readonly lead: string;
  readonly core: string;
  readonly trail: string;
}

const LEAD_RE = /^\s*\n/;

export function splitOutput(text: string): OutputParts {
  const [lead = ''] = LEAD_RE.exec(text) ?? [];
  const rest = text.slice(lead.length);
  const core = rest.trimEnd();
  return { lead, core, trail: rest.slice(core.length) };
}

/** Writes output inline: its line ends become spaces, unless there is a space already. */
export function joinInline(
  { lead, core, trail }: OutputParts,
  [before, after]: readonly [string, string],
): string {
  const needsSpace = (character: string): boolean => /[^\s|]/.test(character);
  return (lead && needsSpace(before) ? ' ' : '') + core + (trail && needsSpace(after) ? ' ' : '');
}

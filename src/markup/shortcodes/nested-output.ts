/**
 * The output of a shortcode inside another one. As in Hugo, it is part of the Markdown there, and the line ends around
 * it in its template count: output on a line of its own is a paragraph. Where they would tear something apart, such as
 * a list item, a heading, a table or a sentence, they become spaces. On the top level they always do.
 */
import { type HtmlToken, readHtml } from '../../html.ts';
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

/** The text around the shortcodes of a text. */
export class Surroundings {
  readonly #text: string;
  readonly #offsets: readonly number[];
  #lines: readonly string[] | undefined;
  #fenced: readonly boolean[] | undefined;
  #lineNumbers: readonly number[] | undefined;

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
    const { before, after, next } = this.#readLine(node);
    if (this.#isFenced(node)) return 'code';
    if (!this.#text.includes('\n')) return 'inline';
    const [textBefore, textAfter] = [withoutShortcodes(before), withoutShortcodes(after)];
    const isItem = (): boolean => this.#isInItem(node, before);
    if (!textBefore && !textAfter) return !isBlock && before !== '' && isItem() ? 'inline' : 'lines';
    if (BLOCK_START_RE.test(before))
      return isBlock && !textAfter && HEADING_RE.test(before) ? 'lines' : 'inline';
    if (textBefore && isBlockTags(textBefore) && isBlockTags(textAfter)) return 'lines';
    if (isItem()) return 'inline';
    if (isBlock) return 'apart';
    return textAfter || isWords(next) ? 'inline' : 'lines';
  }

  /** The characters before and after a node; empty at the ends of the text. */
  findNeighbours(node: number): readonly [before: string, after: string] {
    const offset = this.#offsets[node] ?? 0;
    return [this.#text.slice(0, offset).slice(-1), this.#text.slice(offset + 1, offset + 2)];
  }

  /** Reads the line of a node, and the line after it. */
  #readLine(node: number): { readonly before: string; readonly after: string; readonly next: string } {
    const offset = this.#offsets[node] ?? 0;
    const start = this.#text.lastIndexOf('\n', offset - 1) + 1;
    const [after = '', next = ''] = this.#text.slice(offset + 1).split('\n', 2);
    return { before: offset === 0 ? '' : this.#text.slice(start, offset), after, next };
  }

  #isFenced(node: number): boolean {
    this.#fenced ??= fencedLines(this.#allLines());
    return this.#fenced[this.#lineNumber(node)] ?? false;
  }

  #allLines(): readonly string[] {
    return (this.#lines ??= this.#text.split('\n'));
  }

  /** The line of a node, counted from 0. */
  #lineNumber(node: number): number {
    this.#lineNumbers ??= lineNumbers(this.#allLines(), this.#offsets);
    return this.#lineNumbers[node] ?? 0;
  }

  /** Whether the line of a node continues a list item above. */
  #isInItem(node: number, before: string): boolean {
    const indentation = before.length - before.trimStart().length;
    const lines = this.#allLines();
    let isDetached = false;
    for (let n = this.#lineNumber(node) - 1; n >= 0; n--) {
      const line = lines[n] ?? '';
      const item = ITEM_RE.exec(line);
      if (item) return indentation > (item[1] ?? '').length || !isDetached;
      if (line.trim() === '') isDetached = true;
      else if (isDetached && /^\S/.test(line)) return false;
    }
    return false;
  }
}

const withoutShortcodes = (text: string): string => text.replaceAll(SHORTCODE_CHARACTER, '').trim();

/** For each line of a text, whether it is inside a code fence. */
function fencedLines(lines: readonly string[]): readonly boolean[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const wasOpen = fence !== undefined;
    fence = fenceAfter(line, fence);
    return wasOpen && fence !== undefined;
  });
}

/** The lines of ascending offsets. */
function lineNumbers(lines: readonly string[], offsets: readonly number[]): readonly number[] {
  let [line, end] = [0, lines[0]?.length ?? 0];
  return offsets.map((offset) => {
    while (offset > end && line < lines.length - 1) end += 1 + (lines[++line]?.length ?? 0);
    return line;
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

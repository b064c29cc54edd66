/** Pairs opening and closing tags. What an author forgot to close is closed where it must end, with a warning. */
import { createDiagnostic, type Finding, nearestName, type SourceFile } from '../diagnostics.ts';
import type { Report, Shortcode, Shortcodes } from '../types.ts';
import { readShortcodeTokens, type EscapedToken, type TagToken, type TextToken } from './shortcode-lexer.ts';
import { findSlideBreak } from './slide-break.ts';

/** A shortcode with what stands in it. */
export interface ShortcodeNode {
  readonly kind: 'shortcode';
  readonly shortcode: Shortcode;
  readonly tag: TagToken;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = TextToken | EscapedToken | ShortcodeNode;

/** An opening tag whose closing tag has not come yet. */
interface OpenNode {
  readonly shortcode: Shortcode;
  readonly tag: TagToken;
  children: MarkupNode[];
}

/** A part of a file. */
export interface SourceRange {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Reads a range of a page into text and shortcodes. */
export function parseShortcodes(
  range: SourceRange,
  shortcodes: Shortcodes,
  report: Report,
): readonly MarkupNode[] {
  return new TreeBuilder(range.source, shortcodes, report).build(range);
}

class TreeBuilder {
  readonly #source: SourceFile;
  readonly #shortcodes: Shortcodes;
  readonly #report: Report;
  readonly #roots: MarkupNode[] = [];
  readonly #open: OpenNode[] = [];

  constructor(source: SourceFile, shortcodes: Shortcodes, report: Report) {
    this.#source = source;
    this.#shortcodes = shortcodes;
    this.#report = report;
  }

  build({ start, end }: SourceRange): readonly MarkupNode[] {
    const tokens = readShortcodeTokens(this.#source.text, start, end, ({ offset, ...error }) =>
      this.#say(offset, { code: 'shortcode-syntax', ...error }),
    );
    for (const token of tokens) {
      if (token.kind !== 'tag') this.#siblings().push(token);
      else if (token.closing) this.#close(token);
      else this.#start(token);
    }
    while (this.#open.length > 0) this.#closeForgotten();
    return this.#roots;
  }

  #siblings(): MarkupNode[] {
    return this.#open.at(-1)?.children ?? this.#roots;
  }

  #start(tag: TagToken): void {
    const shortcode = this.#shortcodes.find(tag.name);
    if (!shortcode) return this.#unknown(tag);
    if (shortcode.takesInner && !tag.selfClosing) this.#open.push({ shortcode, tag, children: [] });
    else this.#siblings().push({ kind: 'shortcode', shortcode, tag, children: [] });
  }

  #close(tag: TagToken): void {
    const depth = this.#open.findLastIndex(({ shortcode }) => shortcode.name === tag.name);
    if (depth < 0) return this.#straying(tag);
    while (this.#open.length > depth + 1) this.#closeForgotten();
    const node = this.#open.pop();
    if (node) this.#siblings().push(closed(node, node.children));
  }

  /** The innermost open shortcode has no closing tag: it ends where the slide, or what stands around it, ends. */
  #closeForgotten(): void {
    const node = this.#open.pop();
    if (!node) return;
    const { unclosed } = node.shortcode;
    this.#forgotten(node);
    const [inside, after] =
      unclosed === 'slide' ? splitAtBreak(this.#source.text, node.children) : [node.children, []];
    this.#siblings().push(closed(node, inside), ...after);
  }

  #forgotten({ shortcode: { name, unclosed }, tag }: OpenNode): void {
    const { text } = this.#source;
    const closing = `${text.slice(tag.start, tag.start + 3)} /${name} ${text.slice(tag.end - 3, tag.end)}`;
    const ending = unclosed === 'slide' ? 'its slide ends' : 'the file ends, or what stands around it';
    this.#say(tag.start, {
      code: 'shortcode-unclosed',
      severity: unclosed ? 'warning' : 'error',
      message: `"${name}" is never closed${unclosed ? `, so it is taken to end where ${ending}` : ''}`,
      hint: `Write ${closing} where it ends.`,
    });
  }

  #unknown(tag: TagToken): void {
    const nearest = nearestName(tag.name, this.#shortcodes.names);
    const hint = nearest
      ? `Did you mean "${nearest}"?`
      : `The shortcodes are ${this.#shortcodes.names.join(', ')}.`;
    this.#say(tag.start, {
      code: 'shortcode-unknown',
      message: `there is no shortcode named "${tag.name}"`,
      hint: `${hint} A shortcode of your own is layouts/shortcodes/${tag.name}.hbs.`,
    });
  }

  #straying(tag: TagToken): void {
    const shortcode = this.#shortcodes.find(tag.name);
    if (shortcode && !shortcode.takesInner) {
      this.#say(tag.start, {
        code: 'shortcode-not-paired',
        message: `"${tag.name}" stands alone and is never closed`,
        hint: 'Take the closing tag out.',
      });
    } else if (shortcode) {
      this.#say(tag.start, {
        code: 'shortcode-not-open',
        message: `this closes "${tag.name}", but none is open here`,
        hint: 'Take the closing tag out, or put the opening tag in front.',
      });
    } else this.#unknown(tag);
  }

  #say(offset: number, finding: Omit<Finding, 'source' | 'offset'>): void {
    this.#report(createDiagnostic({ ...finding, source: this.#source, offset }));
  }
}

function closed({ shortcode, tag }: OpenNode, children: readonly MarkupNode[]): ShortcodeNode {
  return { kind: 'shortcode', shortcode, tag, children };
}

/** Splits nodes in front of the first slide break that stands in their own text. */
function splitAtBreak(text: string, nodes: readonly MarkupNode[]): [MarkupNode[], MarkupNode[]] {
  for (const [n, node] of nodes.entries()) {
    if (node.kind !== 'text') continue;
    const at = findSlideBreak(text, node.start, node.end);
    if (at === undefined) continue;
    const before: TextToken = { kind: 'text', start: node.start, end: at };
    const after: TextToken = { kind: 'text', start: at, end: node.end };
    return [
      [...nodes.slice(0, n), before],
      [after, ...nodes.slice(n + 1)],
    ];
  }
  return [[...nodes], []];
}

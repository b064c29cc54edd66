/** Pairs opening and closing tags. Unclosed shortcodes are closed where they must end, with a warning. */
import { createDiagnostic, type Finding, nearestName, type SourceFile } from '../../diagnostics.ts';
import type { Shortcodes } from '../../types.ts';
import { closeUnclosed } from './unclosed.ts';
import type { MarkupServices } from '../page-text.ts';
import { findCommentedTags } from './commented-tags.ts';
import { readShortcodeTokens, type TagToken } from './lexer.ts';
import { cutDeepNodes, tooDeep } from './depth.ts';
import { wrongQuotes } from './wrong-quotes.ts';
import { closeNode, type MarkupNode, type OpenNode } from './nodes.ts';

/** A range of a file. */
export interface SourceRange {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** What parsing shortcodes needs. */
type TreeServices = Pick<MarkupServices, 'markdown' | 'shortcodes' | 'report'>;

/** Parses a range of a page into text and shortcodes. */
export function parseShortcodes(range: SourceRange, services: TreeServices): readonly MarkupNode[] {
  return new TreeBuilder(range.source, services).build(range);
}

class TreeBuilder {
  readonly #source: SourceFile;
  readonly #services: TreeServices;
  readonly #shortcodes: Shortcodes;
  readonly #roots: MarkupNode[] = [];
  readonly #open: OpenNode[] = [];
  /** The indexes of open shortcodes, by their names. */
  readonly #openByName = new Map<string, number[]>();
  /** Unknown names that were reported already. */
  readonly #reported = new Set<string>();

  constructor(source: SourceFile, services: TreeServices) {
    this.#source = source;
    this.#services = services;
    this.#shortcodes = services.shortcodes;
  }

  build({ start, end }: SourceRange): readonly MarkupNode[] {
    const tokens = readShortcodeTokens(this.#source.text, start, end, ({ offset, ...error }) =>
      this.#report(offset, { code: 'shortcode-syntax', ...error }),
    );
    const commented = findCommentedTags(tokens, this.#source.text, this.#services.markdown);
    for (const token of tokens) {
      if (token.kind !== 'tag') this.#siblings().push(token);
      else if (commented.has(token)) this.#skip(token);
      else if (token.closing) this.#close(token);
      else this.#start(token);
    }
    this.#closeUnclosed(0);
    const deepest = cutDeepNodes(this.#roots);
    if (deepest) this.#report(deepest.start, tooDeep(deepest));
    return this.#roots;
  }

  #siblings(): MarkupNode[] {
    return this.#open.at(-1)?.children ?? this.#roots;
  }

  /** As in Hugo, even a shortcode in a comment needs a known name. */
  #skip(tag: TagToken): void {
    if (!this.#shortcodes.find(tag.name)) this.#reportUnknown(tag);
  }

  #start(tag: TagToken): void {
    const { wrongQuote } = tag;
    if (wrongQuote !== undefined) this.#report(wrongQuote, wrongQuotes(this.#source.text.charAt(wrongQuote)));
    const shortcode = this.#shortcodes.find(tag.name);
    if (!shortcode) return this.#startUnknown(tag);
    if (shortcode.takesInner && !tag.selfClosing) this.#push({ shortcode, tag, children: [] });
    else this.#siblings().push({ kind: 'shortcode', shortcode, tag, children: [] });
  }

  #push(node: OpenNode): void {
    const { name } = node.shortcode;
    const indexes = this.#openByName.get(name) ?? [];
    indexes.push(this.#open.length);
    this.#openByName.set(name, indexes);
    this.#open.push(node);
  }

  #close(tag: TagToken): void {
    const depth = this.#openByName.get(tag.name)?.at(-1);
    if (depth === undefined) return this.#reportStray(tag);
    this.#closeUnclosed(depth + 1);
    const [node] = this.#popFrom(depth);
    if (node) this.#siblings().push(closeNode(node, node.children));
  }

  #popFrom(depth: number): readonly OpenNode[] {
    const popped = this.#open.splice(depth);
    for (const { shortcode } of popped) this.#openByName.get(shortcode.name)?.pop();
    return popped;
  }

  /** Closes the open shortcodes from a depth on, which have no closing tag. */
  #closeUnclosed(depth: number): void {
    const { nodes, findings } = closeUnclosed(this.#popFrom(depth), this.#source.text, depth > 0);
    const siblings = this.#siblings();
    for (const node of nodes) siblings.push(node);
    for (const { offset, ...finding } of findings) this.#report(offset, finding);
  }

  #startUnknown(tag: TagToken): void {
    this.#reportUnknown(tag);
    const shortcode = this.#shortcodes.fallback(tag.name);
    if (shortcode) this.#siblings().push({ kind: 'shortcode', shortcode, tag, children: [] });
  }

  #reportUnknown(tag: TagToken): void {
    const isOfTheme = this.#shortcodes.fallback(tag.name) !== undefined;
    // One report is enough for an opening and its closing tag, and for all calls of a shortcode of a missing theme.
    if (this.#reported.has(tag.name) && (tag.closing || isOfTheme)) return;
    this.#reported.add(tag.name);
    const nearest = nearestName(tag.name, this.#shortcodes.names);
    const hint = nearest
      ? `Did you mean "${nearest}"?`
      : `Available shortcodes: ${this.#shortcodes.names.join(', ')}.`;
    this.#report(tag.start, {
      code: 'shortcode-unknown',
      severity: isOfTheme ? 'warning' : 'error',
      message: `there is no shortcode named "${tag.name}"${isOfTheme ? '; it may come from a theme that is not installed' : ''}`,
      hint: `${hint} To define your own, create layouts/shortcodes/${tag.name}.html (or .hbs).`,
    });
  }

  #reportStray(tag: TagToken): void {
    const shortcode = this.#shortcodes.find(tag.name);
    if (shortcode && !shortcode.takesInner) {
      this.#report(tag.start, {
        code: 'shortcode-not-paired',
        message: `"${tag.name}" has no inner content and takes no closing tag`,
        hint: 'Remove the closing tag.',
      });
    } else if (shortcode) {
      this.#report(tag.start, {
        code: 'shortcode-not-open',
        message: `this tag closes "${tag.name}", but none is open here`,
        hint: 'Remove the closing tag, or add the opening tag before it.',
      });
    } else this.#reportUnknown(tag);
  }

  #report(offset: number, finding: Omit<Finding, 'source' | 'offset'>): void {
    this.#services.report(createDiagnostic({ ...finding, source: this.#source, offset }));
  }
}

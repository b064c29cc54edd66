/** Runs the shortcodes of a text from the outside in: a shortcode that reads its inner text runs those in it. */
import { createDiagnostic, DeckError } from '../../diagnostics.ts';
import type { Page, Position, Report, ShortcodeCall, ShortcodeInner, ShortcodeResult } from '../../types.ts';
import { type Expansion, type ExpansionPart, joinParts } from './expansion.ts';
import { Surroundings } from './nested-output.ts';
import type { PageContext } from '../page-text.ts';
import { createInner } from './inner.ts';
import type { EscapedToken } from './lexer.ts';
import type { MarkupNode, ShortcodeNode } from './nodes.ts';
import { writeOutput } from './output.ts';
import { parseShortcodes } from './tree.ts';

/** The context of a text. */
interface TextOptions {
  /** The shortcode around the text. */
  readonly parent?: ShortcodeCall;
  /** The number of shortcodes before the text. */
  readonly first?: number;
  /** Whether the text is inside a shortcode. */
  readonly isNested?: boolean;
}

/** Expands the shortcodes of a text: Markdown is inserted, and everything else becomes a placeholder. */
export function expandText(
  nodes: readonly MarkupNode[],
  context: PageContext,
  { parent, first = 0, isNested = parent !== undefined }: TextOptions = {},
): Expansion {
  const surroundings = new Surroundings(nodes, context.source.text);
  let ordinal = first;
  return joinParts(
    nodes.map((node, index) =>
      node.kind === 'shortcode'
        ? expandShortcode(node, context, { parent, isNested, ordinal: ordinal++, index, surroundings })
        : expandWords(node, context),
    ),
  );
}

/** As in Hugo, a text from elsewhere whose shortcodes are all escaped is not parsed, and keeps its comment markers. */
const HAS_SHORTCODE_RE = /(?:\{\{[<%]|<<%)[^/]/;

/**
 * Expands a text from elsewhere that is shown at the context's anchor; `isNested` if it is part of a shortcode's text.
 */
export function expandInner(text: string, context: PageContext, isNested = false): ShortcodeInner {
  const source = { path: context.page.source.path, text };
  const report = createAnchoredReport(context);
  const inside = { ...context, source, report };
  const range = { source, start: 0, end: text.length };
  const expand = (): Expansion =>
    expandText(
      HAS_SHORTCODE_RE.test(text)
        ? parseShortcodes(range, { ...context, report })
        : [{ kind: 'text', start: 0, end: text.length }],
      inside,
      { isNested },
    );
  return createInner(expand, inside, { offset: context.anchor ?? 0, indentation: '' });
}

/**
 * Creates a report for a text from elsewhere: its findings are reported at the anchor, and those of templates stay
 * where they are.
 */
function createAnchoredReport({ report, page, anchor }: PageContext): Report {
  return (found) => {
    if (found.file !== page.source.path) return report(found);
    const { code, severity, message, hint } = found;
    const location = { source: page.source, ...(anchor !== undefined && { offset: anchor }) };
    return report(createDiagnostic({ code, severity, message, hint, ...location }));
  };
}

function expandWords(node: Exclude<MarkupNode, ShortcodeNode>, context: PageContext): ExpansionPart {
  const { source, anchor } = context;
  const isGenerated = anchor !== undefined;
  const offset = anchor ?? node.start;
  const text =
    node.kind === 'text' ? source.text.slice(node.start, node.end) : expandEscaped(node, context, offset);
  return { text, offset, isGenerated };
}

/**
 * Expands an escaped shortcode. As in Hugo, braces become text of the Markdown around them. Doubled angle brackets
 * become a placeholder, because the typographer would turn them into quotes.
 */
function expandEscaped(
  { text }: EscapedToken,
  { placeholders, markdown }: PageContext,
  offset: number,
): string {
  return text.startsWith('{{')
    ? text
    : placeholders.add({ kind: 'html', html: markdown.utils.escapeHtml(text) }, offset);
}

/** The position of a shortcode among others. */
interface CallPosition {
  readonly parent: ShortcodeCall | undefined;
  readonly ordinal: number;
}

/** The position of a shortcode, and the whitespace before its tag. */
interface CallFacts extends CallPosition {
  readonly indentation: string;
}

/** The position of a shortcode in its text. */
interface NodePosition extends CallPosition {
  readonly isNested: boolean;
  readonly index: number;
  readonly surroundings: Surroundings;
}

function expandShortcode(node: ShortcodeNode, context: PageContext, position: NodePosition): ExpansionPart {
  const offset = context.anchor ?? node.tag.start;
  const indentation = indentationAt(context.source.text, node.tag.start);
  const { parent, ordinal, ...outputPosition } = position;
  const result = runShortcode(node, context, { parent, ordinal, indentation });
  const hasInner = node.children.length > 0;
  const text = writeOutput(result, context, { ...outputPosition, offset, indentation, hasInner });
  return { text, offset, isGenerated: true };
}

/** The whitespace before an offset, if nothing else is before it on its line. */
function indentationAt(text: string, offset: number): string {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, offset) : '';
}

function runShortcode(node: ShortcodeNode, context: PageContext, facts: CallFacts): ShortcodeResult {
  const call = new Call(node, context, facts);
  try {
    const result = node.shortcode.render(call);
    if ('features' in result) for (const feature of result.features ?? []) context.features.add(feature);
    return result;
  } catch (error) {
    if (!(error instanceof DeckError)) throw error;
    for (const diagnostic of error.diagnostics) context.report(diagnostic);
    return { kind: 'html', html: '' };
  }
}

/** A call, as a class: a literal with getters is a shape of its own each time, which takes ten times as long. */
class Call implements ShortcodeCall {
  readonly name: string;
  readonly params: ShortcodeCall['params'];
  readonly delimiter: ShortcodeCall['delimiter'];
  readonly inner: ShortcodeInner;
  readonly parent: ShortcodeCall | undefined;
  readonly isInMarkdown: boolean;
  readonly ordinal: number;
  readonly indentation: string;
  readonly read: ShortcodeCall['read'];
  readonly #context: PageContext;
  readonly #offset: number;

  constructor({ tag, children }: ShortcodeNode, context: PageContext, facts: CallFacts) {
    const { anchor = tag.start, depth } = context;
    const { parent, ordinal, indentation } = facts;
    this.name = tag.name;
    this.params = tag.params;
    this.delimiter = tag.delimiter;
    this.parent = parent;
    this.ordinal = ordinal;
    this.indentation = indentation;
    this.isInMarkdown = parent !== undefined && (parent.delimiter === '%' || parent.isInMarkdown);
    this.#context = context;
    this.#offset = anchor;
    this.inner = createInner(() => expandText(children, context, { parent: this }), context, {
      indentation,
      offset: anchor,
      hasBreaks: parent !== undefined,
    });
    this.read = (text) => {
      if (depth >= MAX_DEPTH) throw new DeckError([endlessShortcode(this)]);
      return expandInner(text, { ...context, anchor, depth: depth + 1 }, this.isInMarkdown);
    };
  }

  get page(): Page {
    this.#context.onPageUse?.();
    return this.#context.page;
  }

  get position(): Position {
    this.#context.onPageUse?.();
    return { file: this.#context.page.source.path, offset: this.#offset };
  }
}

/** Stops data that includes itself, and templates that read their own call. */
const MAX_DEPTH = 20;

function endlessShortcode({ name, page, position }: ShortcodeCall): ReturnType<typeof createDiagnostic> {
  return createDiagnostic({
    code: 'shortcode-endless',
    message: `the text shown by "${name}" includes itself, so it would never end`,
    hint: 'Remove the shortcode from the text that it shows.',
    source: page.source,
    offset: position.offset,
  });
}

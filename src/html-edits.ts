/** Edits HTML in its source, by the offsets of the tokenizer: everything else stays as it is written. */
import { locateAttributes, type Range, type TagRange } from './html.ts';

/** A range of the source, and the text that replaces it. */
export interface Edit extends Range {
  readonly text: string;
}

/** Applies edits, in any order, to a source. Of two that overlap, the one that starts first wins. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  let written = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    written += source.slice(at, start) + text;
    at = end;
  }
  return written + source.slice(at);
}

/** Adds attributes right after the name of a tag, so that they win over those that the tag has. */
export function addAttributes({ name, start }: TagRange, attributes: string): Edit {
  const offset = start + 1 + name.length;
  return { start: offset, end: offset, text: ` ${attributes}` };
}

/** An attribute up to its value, including the opening quote. */
const VALUE_RE = /^[^=]+=\s*(["']?)/;

/** Characters that are not allowed in an unquoted value. */
const QUOTED_RE = /[\s"'=<>`]/;

/**
 * Rewrites the attribute values of a tag, and keeps the author's quotes. `rewrite` gets each value as it is written,
 * with its entities, and returns `undefined` to leave it unchanged.
 */
export function editValues(
  html: string,
  tag: TagRange,
  rewrite: (name: string, value: string) => string | undefined,
): readonly Edit[] {
  return [...locateAttributes(html, tag)].flatMap(([name, range]) => {
    const [before, quote = ''] = VALUE_RE.exec(html.slice(range.start, range.end)) ?? [];
    if (before === undefined) return [];
    const [start, end] = [range.start + before.length, range.end - quote.length];
    const value = html.slice(start, end);
    const text = rewrite(name, value);
    if (text === undefined || text === value) return [];
    const isOpen = quote === '' && QUOTED_RE.test(text);
    return [{ start, end, text: isOpen ? `"${text.replaceAll('"', '&quot;')}"` : text }];
  });
}

/** Removes attributes from a tag, each with the whitespace before it. */
export function removeAttributes(html: string, tag: TagRange, names: readonly string[]): readonly Edit[] {
  const locations = locateAttributes(html, tag);
  return names.flatMap((name) => {
    const range = locations.get(name);
    if (!range) return [];
    const start = /\s/.test(html[range.start - 1] ?? '') ? range.start - 1 : range.start;
    return [{ start, end: range.end, text: '' }];
  });
}

/** Adds a class to a tag. */
export function addClass(html: string, tag: TagRange, added: string): readonly Edit[] {
  const edits = editValues(html, tag, (name, value) => (name === 'class' ? `${value} ${added}` : undefined));
  return edits.length > 0 ? edits : [addAttributes(tag, `class="${added}"`)];
}

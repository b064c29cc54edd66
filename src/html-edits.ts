/** Changes HTML in its source, by the offsets of the tokenizer: what is not touched stays as it was written. */
import { locateAttributes, type Range, type TagRange } from './html.ts';

/** A part of the source, and what takes its place. */
export interface Edit extends Range {
  readonly text: string;
}

/** The source with the edits, which may be in any order; of two that overlap, the first counts. */
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

/** Adds attributes after the name of a tag, so that they count before those that it has. */
export function addAttributes({ name, start }: TagRange, attributes: string): Edit {
  const place = start + 1 + name.length;
  return { start: place, end: place, text: ` ${attributes}` };
}

/** Up to the value of an attribute, with the quotation mark before it. */
const VALUE_RE = /^[^=]+=\s*(["']?)/;

/** What can't be in a value without quotes. */
const QUOTED_RE = /[\s"'=<>`]/;

/**
 * Writes the values of attributes anew, in the author's quotes. `rewrite` gets each that has one as it is written,
 * entities and all, and gives `undefined` to leave it.
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

/** Takes attributes out of a tag, each with the whitespace before it. */
export function removeAttributes(html: string, tag: TagRange, names: readonly string[]): readonly Edit[] {
  const locations = locateAttributes(html, tag);
  return names.flatMap((name) => {
    const range = locations.get(name);
    if (!range) return [];
    const start = /\s/.test(html[range.start - 1] ?? '') ? range.start - 1 : range.start;
    return [{ start, end: range.end, text: '' }];
  });
}

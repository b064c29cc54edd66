/** `strings.Truncate`: the start of a text, cut between words, with its tags closed. */
import { SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { splitRunes, toInteger, toText } from '../values/conversions.ts';
import { escapeHtml } from './html-text.ts';

/** Elements without an end tag. */
const VOID_TAGS = new Set(['br', 'col', 'link', 'base', 'img', 'param', 'area', 'hr', 'input']);

const CJK_RE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `truncate 20 "text"`, `truncate 20 "…" "text"`. */
export function truncate(values: readonly unknown[]): SafeText {
  const length = toInteger(values[0]);
  const given = values.length > 2 ? values[2] : values[1];
  const isHtml = isSafeHtml(given);
  const text = toText(given);
  const ellipsis = readEllipsis(values);
  if (values.length < 2) throw new TemplateFailure('truncate requires a length and a string');
  const cut = splitRunes(text).length <= length ? undefined : findCut(text, length, isHtml);
  if (!cut) return new SafeText('html', isHtml ? text : escapeHtml(text));
  const kept = text.slice(0, cut.end);
  if (!isHtml) return new SafeText('html', escapeHtml(kept) + ellipsis);
  return new SafeText('html', kept + ellipsis + cut.open.map((name) => `</${name}>`).join(''));
}

function readEllipsis(values: readonly unknown[]): string {
  if (values.length < 3) return ' …';
  return isSafeHtml(values[1]) ? toText(values[1]) : escapeHtml(toText(values[1]));
}

const isSafeHtml = (value: unknown): boolean => value instanceof SafeText && value.kind === 'html';

interface Cut {
  /** The offset of the cut. */
  readonly end: number;
  /** The names of the elements open at the cut, the innermost first. */
  readonly open: readonly string[];
}

/** Finds where a text exceeds a number of characters, not counting tags; `undefined` if it does not. */
function findCut(text: string, length: number, isHtml: boolean): Cut | undefined {
  let [at, count, lastEnd, lastWord] = [0, 0, 0, 0];
  const open: { name: string; at: number }[] = [];
  while (at < text.length) {
    const tag = isHtml ? readTag(text, at) : undefined;
    if (tag) {
      lastWord = lastEnd;
      if (tag.kind === 'end') closeTag(open, tag.name);
      else if (tag.kind === 'start' && !VOID_TAGS.has(tag.name)) open.push({ name: tag.name, at });
      at = tag.end;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    count++;
    if (/\s/.test(char)) {
      lastWord = lastEnd;
    } else {
      const isCjk = CJK_RE.test(char);
      if (isCjk) lastWord = lastEnd;
      lastEnd = at + char.length;
      if (isCjk && count <= length) lastWord = lastEnd;
    }
    if (count > length) {
      const end = lastWord || at;
      return {
        end,
        open: open
          .filter((tag) => tag.at < end)
          .map(({ name }) => name)
          .toReversed(),
      };
    }
    at += char.length;
  }
  return undefined;
}

/** A tag in Hugo's sense. */
interface Tag {
  readonly kind: 'start' | 'end' | 'empty';
  readonly name: string;
  readonly end: number;
}

const WHITESPACE_RE = /\s*/y;

/**
 * Reads the tag at an offset. Hugo uses its own parser, which affects the cut: a tag with attributes ends at the first
 * `>` of its line, even in quotes, names are case-sensitive, and a comment is a tag like any other.
 */
function readTag(text: string, at: number): Tag | undefined {
  if (text[at] !== '<') return undefined;
  const isClosing = text[at + 1] === '/';
  const tag = isClosing ? readName(text, at + 2) : undefined;
  if (tag) return { ...tag, kind: 'end' };
  return readName(text, at + 1);
}

function readName(text: string, start: number): Tag | undefined {
  for (let at = start + 1; at <= text.length && text[at - 1] !== ' '; at++) {
    const [name = ''] = text.slice(start, at).split(/\s/, 1);
    WHITESPACE_RE.lastIndex = at;
    WHITESPACE_RE.test(text);
    const slash = WHITESPACE_RE.lastIndex;
    if (text.startsWith('/>', slash)) return { kind: 'empty', name, end: slash + 2 };
    const end = text[at] === ' ' ? endInLine(text, at) : at;
    if (text[end] === '>') return { kind: 'start', name, end: end + 1 };
  }
  return undefined;
}

/** Finds the first `>` of the line after an offset, or else the end of the line. */
function endInLine(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at);
  const end = text.indexOf('>', at);
  return lineEnd >= 0 && (end < 0 || lineEnd < end) ? lineEnd : end;
}

/** Removes the innermost element with a name from the open ones. */
function closeTag(open: { readonly name: string }[], name: string): void {
  const at = open.findLastIndex((tag) => tag.name === name);
  if (at >= 0) open.splice(at, 1);
}

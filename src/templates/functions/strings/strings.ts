/** `strings.*`. */
import type { PatternMatch } from '../../../patterns.ts';
import { SafeText, TemplateFailure } from '../../gotemplate/values.ts';
import { splitRunes, toInteger, toText } from '../values/conversions.ts';
import { diffLines } from './diff.ts';
import { readList } from '../values/lists.ts';
import { stripHtml } from './html-text.ts';
import { expandReplacement, readPattern } from './patterns.ts';
import { ANY, type FunctionContext, type FunctionRow } from '../row.ts';
import { firstUpper, toTitleCase } from '../inflect/title-case.ts';
import { truncate } from './truncate.ts';

type Values = readonly unknown[];

/** Creates a function of strings. */
const onTexts =
  (run: (...texts: [string, string]) => unknown): FunctionRow['run'] =>
  ([first, second]) =>
    run(toText(first), toText(second));

export const stringsFunctions: readonly FunctionRow[] = [
  { name: 'strings.Chomp', aliases: ['chomp'], args: [1, 1], run: chomp },
  { name: 'strings.Contains', args: [2, 2], run: onTexts((text, part) => text.includes(part)) },
  {
    name: 'strings.ContainsAny',
    args: [2, 2],
    run: onTexts((text, chars) => splitRunes(chars).some((char) => text.includes(char))),
  },
  { name: 'strings.ContainsNonSpace', args: [1, 1], run: onTexts((text) => /\S/.test(text)) },
  { name: 'strings.Count', args: [2, 2], run: onTexts(countParts) },
  { name: 'strings.CountRunes', aliases: ['countrunes'], args: [1, 1], run: onTexts(countLetters) },
  { name: 'strings.CountWords', aliases: ['countwords'], args: [1, 1], run: onTexts(countWords) },
  {
    name: 'strings.Diff',
    args: [4, 4],
    run: ([oldName, before, newName, after]) =>
      diffLines(
        { name: toText(oldName), text: toText(before) },
        { name: toText(newName), text: toText(after) },
      ),
  },
  {
    name: 'strings.FindRE',
    aliases: ['findRE'],
    args: [2, 3],
    run: (values, context) => findAll(values, context).map(({ groups: [found] }) => found),
  },
  {
    name: 'strings.FindRESubmatch',
    aliases: ['findRESubmatch'],
    args: [2, 3],
    run: (values, context) => findAll(values, context).map(({ groups }) => groups),
  },
  { name: 'strings.FirstUpper', args: [1, 1], run: onTexts((text) => firstUpper(text)) },
  {
    name: 'strings.HasPrefix',
    aliases: ['hasPrefix'],
    args: [2, 2],
    run: onTexts((text, prefix) => text.startsWith(prefix)),
  },
  {
    name: 'strings.HasSuffix',
    aliases: ['hasSuffix'],
    args: [2, 2],
    run: onTexts((text, suffix) => text.endsWith(suffix)),
  },
  { name: 'strings.Repeat', args: [2, 2], run: repeat },
  { name: 'strings.Replace', aliases: ['replace'], args: [3, 4], run: replace },
  { name: 'strings.ReplacePairs', args: [2, ANY], run: replacePairs },
  { name: 'strings.ReplaceRE', aliases: ['replaceRE'], args: [3, 4], run: replacePattern },
  { name: 'strings.RuneCount', args: [1, 1], run: onTexts((text) => splitRunes(text).length) },
  { name: 'strings.SliceString', aliases: ['slicestr'], args: [1, 3], run: sliceText },
  { name: 'strings.Split', aliases: ['split'], args: [2, 2], run: onTexts(split) },
  { name: 'strings.Substr', aliases: ['substr'], args: [2, 3], run: substr },
  {
    name: 'strings.Title',
    aliases: ['title'],
    args: [1, 1],
    run: ([value], { host }) => toTitleCase(toText(value), host.titleCaseStyle),
  },
  { name: 'strings.ToLower', aliases: ['lower'], args: [1, 1], run: onTexts((text) => text.toLowerCase()) },
  { name: 'strings.ToUpper', aliases: ['upper'], args: [1, 1], run: onTexts((text) => text.toUpperCase()) },
  {
    name: 'strings.Trim',
    aliases: ['trim'],
    args: [2, 2],
    run: onTexts((text, chars) => trimEnd(trimStart(text, chars), chars)),
  },
  { name: 'strings.TrimLeft', args: [2, 2], run: onTexts((chars, text) => trimStart(text, chars)) },
  {
    name: 'strings.TrimPrefix',
    args: [2, 2],
    run: onTexts((prefix, text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  },
  { name: 'strings.TrimRight', args: [2, 2], run: onTexts((chars, text) => trimEnd(text, chars)) },
  { name: 'strings.TrimSpace', args: [1, 1], run: onTexts((text) => text.trim()) },
  {
    name: 'strings.TrimSuffix',
    args: [2, 2],
    run: onTexts((suffix, text) =>
      suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
    ),
  },
  { name: 'strings.Truncate', aliases: ['truncate'], args: [2, 3], run: truncate },
];

/** Removes line breaks at the end; HTML stays HTML. */
function chomp([value]: Values): unknown {
  const text = toText(value).replace(/[\r\n]+$/, '');
  return value instanceof SafeText && value.kind === 'html' ? new SafeText('html', text) : text;
}

/** Counts substrings; an empty one is before every character and at the end. */
function countParts(part: string, text: string): number {
  return part === '' ? splitRunes(text).length + 1 : text.split(part).length - 1;
}

function countLetters(html: string): number {
  return splitRunes(stripHtml(html).replace(/\s/g, '')).length;
}

const CJK_RE = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Counts words. In a text with Chinese, Japanese or Korean characters, every non-ASCII character counts as a word. */
function countWords(html: string): number {
  const words = stripHtml(html)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (!CJK_RE.test(html)) return words.length;
  const sizes = words.map((word) => (/^\p{ASCII}*$/u.test(word) ? 1 : splitRunes(word).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function findAll([expression, text, limit]: Values, { host }: FunctionContext): readonly PatternMatch[] {
  const pattern = readPattern(toText(expression), host);
  return pattern.matches(toText(text), limit === undefined ? -1 : toInteger(limit));
}

/** Maximum number of characters; longer texts are a mistake. */
const MAX_LENGTH = 100_000_000;

function repeat([count, text]: Values): string {
  const times = toInteger(count);
  if (times < 0) throw new TemplateFailure('strings: negative Repeat count');
  const part = toText(text);
  if (part.length * times > MAX_LENGTH) throw new TemplateFailure('strings: Repeat output length overflow');
  return part.repeat(times);
}

function replace([text, before, after, limit]: Values): string {
  const parts = split(toText(text), toText(before));
  const count = limit === undefined ? -1 : toInteger(limit);
  if (count < 0 || count >= parts.length) return parts.join(toText(after));
  return [...parts.slice(0, count), parts.slice(count).join(toText(before))].join(toText(after));
}

/** Replaces pairs, from arguments or a single list; the first pair that matches counts. */
function replacePairs(values: Values): string {
  const text = toText(values.at(-1));
  const given = values.length === 2 ? readList(values[0]) : values.slice(0, -1);
  if (!given) throw new TemplateFailure('with 2 arguments, the first must be a slice of replacement pairs');
  if (given.length % 2 !== 0) throw new TemplateFailure('uneven number of replacement pairs');
  const words = given.map(toText);
  let result = '';
  for (let at = 0; at < text.length;) {
    const found = words.findIndex((word, n) => n % 2 === 0 && word !== '' && text.startsWith(word, at));
    result += found < 0 ? text.charAt(at) : (words[found + 1] ?? '');
    at += found < 0 ? 1 : (words[found]?.length ?? 1);
  }
  return result;
}

function replacePattern([expression, replacement, value, limit]: Values, { host }: FunctionContext): string {
  const [text, inserted] = [toText(value), toText(replacement)];
  const count = limit === undefined ? -1 : toInteger(limit);
  let [result, at] = ['', 0];
  for (const match of readPattern(toText(expression), host).matches(text, count)) {
    result += text.slice(at, match.index) + expandReplacement(inserted, match);
    at = match.index + (match.groups[0] ?? '').length;
  }
  return result + text.slice(at);
}

/** Splits a text; without a separator, into characters. */
function split(text: string, separator: string): readonly string[] {
  return separator === '' ? splitRunes(text) : text.split(separator);
}

function sliceText([value, start, end]: Values): string {
  const chars = splitRunes(toText(value));
  const [from, to] = [
    start === undefined ? 0 : toInteger(start),
    end === undefined ? chars.length : toInteger(end),
  ];
  const isOutside =
    start !== undefined && (from < 0 || from >= chars.length || to < from || to > chars.length);
  if (isOutside) throw new TemplateFailure('slice bounds out of range');
  return chars.slice(from, to).join('');
}

/** Takes a substring. A negative start counts from the end, and a negative length omits that many characters there. */
function substr([value, start, length]: Values): string {
  const chars = splitRunes(toText(value));
  const first = toInteger(start);
  const from = Math.max(0, first < 0 ? first + chars.length : first);
  const size = length === undefined ? chars.length : toInteger(length);
  const to = size < 0 ? chars.length + size : from + size;
  return to <= from ? '' : chars.slice(from, to).join('');
}

function trimStart(text: string, chars: string): string {
  const left = splitRunes(text);
  const at = left.findIndex((char) => !chars.includes(char));
  return at < 0 ? '' : left.slice(at).join('');
}

function trimEnd(text: string, chars: string): string {
  const left = splitRunes(text);
  return left.slice(0, left.findLastIndex((char) => !chars.includes(char)) + 1).join('');
}

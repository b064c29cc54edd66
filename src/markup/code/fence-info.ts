/** Parses the info string of a fence: a language, highlighted lines, options and attributes. */
import type { Attributes, Table } from '../../types.ts';
import { type AttributeValues, attributeTexts, readAttributes } from '../attributes.ts';
import { isHighlightOption } from './highlight-options.ts';

/** A parsed info string. */
export interface FenceInfo {
  readonly language: string;
  /** The lines that reveal.js highlights, step by step: `1,3-4|6`; empty numbers the lines and highlights none. */
  readonly lines: string | undefined;
  /** The number of the first line, if it is written before the lines: `40: 1,3-4`. */
  readonly start?: string | undefined;
  /** Options of Hugo by lower-case name: `hl_lines`, `linenos`. */
  readonly options: Table;
  readonly attributes: Attributes;
  /** The braces, if they contain neither lines nor attributes. */
  readonly unread: string | undefined;
}

const LANGUAGE_RE = /^[^\s{[]*/;
/** One pair of braces or brackets; those in quotes are text. */
const GROUP_RE = /\s*([{[])((?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|[^"'[\]{}])*)[}\]]/sy;
/** A group with unclosed quotes. */
const LAST_GROUP_RE = /\s*(\{)(.*)\}/sy;
const LINES_RE = /^\s*(?:(\d*)\s*:)?([\d\s,|-]*)(.*)$/s;

/**
 * Parses `js`, `js{1,3|5}`, `js {1,3}`, `js [1,3]`, `js [40: 1,3]`, Hugo's `js {hl_lines=[1,"3-4"],.class #id}` and a
 * combination, `js {1|3 data-fragment-index=2}`.
 */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim();
  const [language = ''] = LANGUAGE_RE.exec(text) ?? [];
  const read = { language, lines: undefined, options: {}, attributes: {}, unread: undefined };
  return readGroups(text.slice(language.length)).reduce<FenceInfo>(addGroup, read);
}

/** The content of one pair of braces or brackets. */
interface Group {
  /** The source of the group. */
  readonly words: string;
  readonly isBraced: boolean;
  readonly start?: string | undefined;
  readonly lines?: string | undefined;
  /** Attributes and options; `undefined` if they can't be read. */
  readonly values: AttributeValues | undefined;
}

function readGroups(text: string): readonly Group[] {
  const groups: Group[] = [];
  let at = 0;
  while (at < text.length) {
    const [whole, bracket, inside = ''] =
      matchAt(GROUP_RE, text, at) ?? matchAt(LAST_GROUP_RE, text, at) ?? [];
    if (!whole) break;
    const group = readGroup(inside, { words: whole.trim(), isBraced: bracket === '{' });
    // Brackets without lines belong to another tool.
    if (group.isBraced || group.lines !== undefined) groups.push(group);
    at += whole.length;
  }
  return groups;
}

function readGroup(inside: string, group: Pick<Group, 'words' | 'isBraced'>): Group {
  const [, start, lines = '', rest = ''] = LINES_RE.exec(inside) ?? [];
  const hasLines = rest === '' || /\S/.test(lines) || Boolean(start);
  const values = readAttributes(rest);
  if (!hasLines) return { ...group, values };
  // Attributes after lines are separated from them.
  if (rest && !/(?:[\s,]|:)$/.test(`${start === undefined ? '' : ':'}${lines}`) && !/^[.#]/.test(rest))
    return { ...group, values: undefined };
  return { ...group, start, lines: lines.replace(/\s/g, '').replace(rest ? /,+$/ : /$/, ''), values };
}

function addGroup(read: FenceInfo, { words, isBraced, start, lines, values }: Group): FenceInfo {
  if (!values) return isBraced ? { ...read, unread: words } : read;
  const { language, options, attributes } = withClassAsLanguage(read.language, values);
  return {
    ...read,
    language,
    lines: read.lines ?? lines,
    ...(start && { start }),
    options: { ...read.options, ...options },
    attributes: { ...read.attributes, ...attributes },
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Takes the first class for the language if there is none: other tools write `{.js}`. */
function withClassAsLanguage(
  language: string,
  values: AttributeValues,
): Pick<FenceInfo, 'language' | 'options' | 'attributes'> {
  const isOption = ([name]: readonly [string, unknown]): boolean => isHighlightOption(name);
  const entries = Object.entries(values);
  const options = Object.fromEntries(
    entries.filter(isOption).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { class: classes = '', ...others } = attributeTexts(
    Object.fromEntries(entries.filter((entry) => !isOption(entry))),
  );
  const [first = '', ...rest] = classes.split(' ');
  const own = language ? classes : rest.join(' ');
  return { language: language || first, options, attributes: { ...(own && { class: own }), ...others } };
}

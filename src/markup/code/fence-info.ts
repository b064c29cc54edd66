/** What stands behind the marks that open a fence: a language, lines that stand out, options, attributes. */
import type { Attributes, Table } from '../../types.ts';
import { type AttributeValues, attributeTexts, readAttributes } from '../attributes.ts';
import { isHighlightOption } from './highlight-options.ts';

/** The words behind the marks that open a fence, read. */
export interface FenceInfo {
  readonly language: string;
  /** `1,3-4|6`: reveal.js's lines by steps; empty numbers the lines and marks none. */
  readonly lines: string | undefined;
  /** The number of the first line, where it stands before them: `40: 1,3-4`. */
  readonly start?: string | undefined;
  /** Hugo's: `hl_lines`, `linenos`, in lower case. */
  readonly options: Table;
  readonly attributes: Attributes;
  /** The braces, where they hold neither lines nor attributes. */
  readonly unread: string | undefined;
}

const LANGUAGE_RE = /^[^\s{[]*/;
/** One pair of braces or brackets; those in quotes are words. */
const GROUP_RE = /\s*([{[])((?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|[^"'[\]{}])*)[}\]]/sy;
/** Quotes that are not closed. */
const LAST_GROUP_RE = /\s*(\{)(.*)\}/sy;
const LINES_RE = /^\s*(?:(\d*)\s*:)?([\d\s,|-]*)(.*)$/s;

/**
 * Reads `js`, `js{1,3|5}`, `js {1,3}`, `js [1,3]`, `js [40: 1,3]`, Hugo's `js {hl_lines=[1,"3-4"],.class #id}` and both
 * in one, `js {1|3 data-fragment-index=2}`.
 */
export function readFenceInfo(info: string): FenceInfo {
  const text = info.trim();
  const [language = ''] = LANGUAGE_RE.exec(text) ?? [];
  const read = { language, lines: undefined, options: {}, attributes: {}, unread: undefined };
  return readGroups(text.slice(language.length)).reduce<FenceInfo>(addGroup, read);
}

/** What one pair of braces or brackets holds. */
interface Group {
  /** As it is written. */
  readonly words: string;
  readonly isBraced: boolean;
  readonly start?: string | undefined;
  readonly lines?: string | undefined;
  /** `undefined` where they can't be read. */
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
    // Words in brackets that are no lines belong to another tool.
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
  // What follows lines begins a word of its own.
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

/** `{.js}` without a language is how other tools write one. */
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

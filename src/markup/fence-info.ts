/** What stands behind the marks that open a fence: a language, lines that stand out, options, attributes. */
import type { Attributes, Table } from '../types.ts';
import { type AttributeValues, attributeTexts, readAttributes } from './attributes.ts';
import { isHighlightOption } from './highlight-options.ts';

/** The words behind the marks that open a fence, read. */
export interface FenceInfo {
  readonly language: string;
  /** `1,3-4|6`: reveal.js's lines by steps; empty numbers the lines and marks none. */
  readonly lines: string | undefined;
  /** Hugo's: `hl_lines`, `linenos`, in lower case. */
  readonly options: Table;
  readonly attributes: Attributes;
  /** The braces, where they hold neither lines nor attributes. */
  readonly unread: string | undefined;
}

const INFO_RE = /^([^\s{[]*)\s*(?:(\{(.*)\})|\[([\d\s,|-]*)\])?/s;
const LINES_RE = /^[\d\s,|-]*$/;

/** Reads `js`, `js{1,3|5}`, `js {1,3}`, `js [1,3]` and Hugo's `js {hl_lines=[1,"3-4"],.class #id}`. */
export function readFenceInfo(info: string): FenceInfo {
  const [, language = '', braces, inBraces, inBrackets] = INFO_RE.exec(info.trim()) ?? [];
  const plain = { language, lines: undefined, options: {}, attributes: {}, unread: undefined };
  const inside = inBraces ?? inBrackets;
  if (inside === undefined) return plain;
  if (LINES_RE.test(inside)) return { ...plain, lines: inside.replace(/\s/g, '') };
  const attributes = readAttributes(inside);
  if (!attributes) return { ...plain, unread: braces };
  return { ...plain, ...withClassAsLanguage(language, attributes) };
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

/**
 * `{#id .class key="value"}`: attributes as Goldmark reads them, after a heading, below a block and next to a language.
 */

/** A value; unquoted ones are typed, as in Hugo. */
export type AttributeValue = string | number | boolean | readonly AttributeValue[];

/** Attributes by name, in the order in which they are written; classes are joined. */
export type AttributeValues = Readonly<Record<string, AttributeValue>>;

const SPACE_RE = /[\s,]*/y;
const SHORT_RE = /([#.])([^\s#.,="'{}[\]]+)/y;
const KEY_RE = /([A-Za-z_:][\w:.-]*)\s*=\s*/y;
const QUOTED_RE = /"((?:[^"\\]|\\.)*)"|'([^']*)'/y;
const BARE_RE = /[^\s,"'{}[\]]+/y;
const LIST_END_RE = /[\s,]*\]/y;
const RUNNING_RE = /^on/i;
const NUMBER_RE = /^-?\d+(?:\.\d+)?$/;

/** A value, and the offset where it ends. */
interface Read<T> {
  readonly value: T;
  readonly end: number;
}

/** Reads the text between the braces; `undefined` if it is anything but attributes. */
export function readAttributes(text: string): AttributeValues | undefined {
  const attributes = new Map<string, AttributeValue>();
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const read = readShort(text, at) ?? readNamed(text, at);
    if (!read) return undefined;
    at = read.end;
    const [name, value] = read.value;
    // As in Hugo, no attribute runs code: `onclick` and the like are dropped.
    if (RUNNING_RE.test(name)) continue;
    const classes = name === 'class' ? attributes.get(name) : undefined;
    attributes.set(name, classes === undefined ? value : `${String(classes)} ${String(value)}`);
  }
  return Object.fromEntries(attributes);
}

/** Converts attribute values to text, for HTML. */
export function attributeTexts(attributes: AttributeValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function readShort(text: string, at: number): Read<[string, AttributeValue]> | undefined {
  const [whole, sign, name] = exec(SHORT_RE, text, at) ?? [];
  if (!whole || !name) return undefined;
  return { value: [sign === '#' ? 'id' : 'class', name], end: at + whole.length };
}

function readNamed(text: string, at: number): Read<[string, AttributeValue]> | undefined {
  const [whole, name] = exec(KEY_RE, text, at) ?? [];
  const value = whole && readValue(text, at + whole.length);
  return value && name ? { value: [name, value.value], end: value.end } : undefined;
}

function readValue(text: string, at: number): Read<AttributeValue> | undefined {
  if (text[at] === '[') return readList(text, at + 1);
  const quoted = exec(QUOTED_RE, text, at);
  if (quoted) {
    const value = quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2] ?? '';
    return { value, end: at + quoted[0].length };
  }
  const bare = exec(BARE_RE, text, at)?.[0];
  return bare === undefined ? undefined : { value: typed(bare), end: at + bare.length };
}

function readList(text: string, start: number): Read<AttributeValue> | undefined {
  const values: AttributeValue[] = [];
  for (let at = start; at <= text.length;) {
    const end = exec(LIST_END_RE, text, at)?.[0];
    if (end) return { value: values, end: at + end.length };
    const read = readValue(text, skipSpace(text, at));
    if (!read) return undefined;
    values.push(read.value);
    at = read.end;
  }
  return undefined;
}

function typed(bare: string): AttributeValue {
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return NUMBER_RE.test(bare) ? Number(bare) : bare;
}

function skipSpace(text: string, at: number): number {
  return at + (exec(SPACE_RE, text, at)?.[0].length ?? 0);
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

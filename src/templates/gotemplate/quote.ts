/** Writes and reads quoted strings, as Go's `strconv.Quote` and `strconv.Unquote`. */

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

/** Printable characters in Go: letters, marks, numbers, punctuation, symbols and the plain space. */
const PRINTABLE_RE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** Whether a character is printed without an escape. */
export function isPrintable(char: string): boolean {
  return PRINTABLE_RE.test(char);
}

/** Quotes a string with `"` or `'`. With `ascii`, everything beyond ASCII is escaped. */
export function quote(text: string, mark: '"' | "'" = '"', ascii = false): string {
  let quoted = mark as string;
  for (const char of text) quoted += quoteChar(char, mark, ascii);
  return quoted + mark;
}

function quoteChar(char: string, mark: string, ascii: boolean): string {
  if (char === mark) return `\\${mark}`;
  const escape = ESCAPES[char];
  if (escape) return escape;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x7f ? code >= 0x20 : !ascii && isPrintable(char)) return char;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Whether a string can be put in backquotes: a single line without a backquote. */
export function canBackquote(text: string): boolean {
  return !/[`\ufeff]|(?!\t)\p{Cc}/u.test(text);
}

const UNESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** The digits of each numeric escape; octal ones have no letter. */
const ESCAPE_RE =
  /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([abfnrtv\\])|(["']))/;

/**
 * Reads a quoted string or character.
 * @returns `undefined` if it contains an escape that Go does not have
 */
export function unquote(text: string): string | undefined {
  const mark = text[0];
  const inner = text.slice(1, -1);
  // Go drops carriage returns from raw strings.
  if (mark === '`') return inner.replaceAll('\r', '');
  if (!inner.includes('\\')) return inner.includes('\n') ? undefined : inner;
  let read = '';
  const decoder = new TextDecoder();
  const bytes: number[] = [];
  const flush = (): void => {
    // `\xNN` and `\NNN` are bytes: several of them can form one character.
    if (bytes.length > 0) read += decoder.decode(Uint8Array.from(bytes.splice(0)));
  };
  for (let at = 0; at < inner.length;) {
    if (inner[at] !== '\\') {
      flush();
      read += inner[at++];
      continue;
    }
    const match = ESCAPE_RE.exec(inner.slice(at));
    if (!match) return undefined;
    const [whole, byte, short, long, octal, letter, quoted] = match;
    at += whole.length;
    if ((byte ?? octal) !== undefined && mark === '"') {
      bytes.push(byte === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(byte, 16));
      continue;
    }
    flush();
    const code = byte ?? short ?? long;
    if (quoted !== undefined && quoted !== mark) return undefined;
    if (quoted !== undefined) read += quoted;
    else if (letter !== undefined) read += UNESCAPES[letter] ?? '';
    else {
      const point = code === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(code, 16);
      if (point > 0x10ffff) return undefined;
      read += String.fromCodePoint(point);
    }
  }
  flush();
  return read;
}

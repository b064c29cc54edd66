/** Regular expressions of Go (RE2) as JavaScript's. */
import { TemplateFailure } from '../gotemplate/values.ts';
import { runesOf } from './conversions.ts';

/** `[[:alpha:]]` and its brothers. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** Escapes that RE2 has and JavaScript has not, or takes for something else. */
const ESCAPES: Readonly<Record<string, string>> = { a: '\\x07', z: '(?![\\s\\S])', A: '(?<![\\s\\S])' };

/** What JavaScript with the `u` flag knows behind a backslash. */
const KNOWN_ESCAPE_RE = /[dDsSwWbBnrtfv0-9^$\\.*+?()[\]{}|/]/;

/**
 * Compiles an expression of Go. It finds all matches; `^` and `$` are the ends of the text unless `(?m)` is set.
 * @throws {TemplateFailure} where it can't be read
 */
export function compilePattern(expression: string): RegExp {
  try {
    return new PatternReader(expression).compile();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [reason = ''] = error.message.split(': ').slice(-1);
    throw new TemplateFailure(
      `error parsing regexp: ${reason.toLowerCase()}: \`${expression}\``,
      'Write the expression as Go does, without look-ahead and back references: github.com/google/re2/wiki/Syntax.',
    );
  }
}

/** Goes through an expression and writes it anew. */
class PatternReader {
  readonly #source: string;
  #at = 0;
  /** The flags that are set where the reader is. Groups of flags change them for the rest of their group. */
  #flags: ReadonlySet<string> = new Set();
  readonly #outer: ReadonlySet<string>[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  compile(): RegExp {
    let written = '';
    while (this.#at < this.#source.length) written += this.#readPart();
    return new RegExp(written, 'gu');
  }

  #readPart(): string {
    const char = this.#take();
    if (char === '\\') return this.#readEscape(false);
    if (char === '[') return this.#readClass();
    if (char === '(') return this.#openGroup();
    if (char === ')') {
      this.#flags = this.#outer.pop() ?? this.#flags;
      return char;
    }
    if (char === '.') return this.#flags.has('s') ? '[\\s\\S]' : '[^\\n]';
    if (char === '^') return this.#flags.has('m') ? '(?<=^|\\n)' : char;
    if (char === '$') return this.#flags.has('m') ? '(?=\\n|$)' : char;
    if (char === '{' && !/^\d+(?:,\d*)?\}/.test(this.#rest())) return '\\{';
    // A brace that ends a count stands behind digits; any other is a character.
    if (char === '}' && !/\{\d+(?:,\d*)?\}$/.test(this.#source.slice(0, this.#at))) return '\\}';
    if (char === ']') return '\\]';
    return this.#foldCase(char);
  }

  #rest(): string {
    return this.#source.slice(this.#at);
  }

  #take(): string {
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    return char;
  }

  /** JavaScript of Node 20 can't ignore case in a part of an expression, so letters become classes there. */
  #foldCase(char: string): string {
    if (!this.#flags.has('i')) return char;
    const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
    return lower === upper || runesOf(upper).length > 1 ? char : `[${lower}${upper}]`;
  }

  #readEscape(isInClass: boolean): string {
    if (this.#at >= this.#source.length) throw new SyntaxError('trailing backslash at end of expression');
    const char = this.#take();
    if (char === 'Q' && !isInClass) return this.#readQuoted();
    if (char === 'x') return this.#readCode();
    if (char === 'p' || char === 'P') return this.#readProperty(char);
    // RE2's \s has no vertical tab and no Unicode.
    if (char === 's') return isInClass ? '\\t\\n\\f\\r ' : '[\\t\\n\\f\\r ]';
    if (char === 'S' && !isInClass) return '[^\\t\\n\\f\\r ]';
    if (/[1-9]/.test(char)) throw new SyntaxError('invalid escape sequence');
    const escape = Object.hasOwn(ESCAPES, char) ? ESCAPES[char] : undefined;
    if (escape !== undefined && (char === 'a' || !isInClass)) return escape;
    if (char === '-') return isInClass ? '\\-' : '-';
    if (KNOWN_ESCAPE_RE.test(char)) return `\\${char}`;
    if (/[a-z]/i.test(char)) throw new SyntaxError('invalid escape sequence');
    return char;
  }

  /** `\Q…\E`. */
  #readQuoted(): string {
    const end = this.#source.indexOf('\\E', this.#at);
    const text = this.#source.slice(this.#at, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#source.length : end + 2;
    return runesOf(text)
      .map((char) => (/[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : this.#foldCase(char)))
      .join('');
  }

  /** `\x41`, `\x{1F600}`. */
  #readCode(): string {
    const [found, braced, plain] = /^(?:\{([\da-f]+)\}|([\da-f]{2}))/i.exec(this.#rest()) ?? [];
    if (found === undefined) throw new SyntaxError('invalid escape sequence');
    this.#at += found.length;
    return `\\u{${braced ?? plain}}`;
  }

  /** `\pL`, `\p{Greek}`, `\p{^Greek}`. */
  #readProperty(letter: string): string {
    const [found, isNegative, braced, plain] = /^(?:\{(\^?)(\w+)\}|(\w))/.exec(this.#rest()) ?? [];
    if (found === undefined) throw new SyntaxError('invalid character class range');
    this.#at += found.length;
    const name = braced ?? plain ?? '';
    const flipped = letter === 'p' ? 'P' : 'p';
    // One or two letters are a category, and all others a script.
    return `\\${isNegative ? flipped : letter}{${name.length <= 2 ? name : `Script=${name}`}}`;
  }

  #readClass(): string {
    let written = '[';
    if (this.#rest().startsWith('^')) written += this.#take();
    // A bracket that stands first is a character.
    if (this.#rest().startsWith(']')) written += `\\${this.#take()}`;
    for (;;) {
      if (this.#at >= this.#source.length) throw new SyntaxError('missing closing ]');
      const [named, negative, name = ''] = /^\[:(\^?)(\w+):\]/.exec(this.#rest()) ?? [];
      if (named !== undefined) {
        this.#at += named.length;
        written += classOf(name, negative === '^') + this.#readDash();
        continue;
      }
      const char = this.#take();
      if (char === ']') return `${written}]`;
      written += this.#readClassMember(char);
    }
  }

  /** Behind a class, as in `[\w- ]`, a dash is a character; JavaScript takes it for a range. */
  #readDash(): string {
    if (!this.#rest().startsWith('-')) return '';
    return `\\${this.#take()}`;
  }

  #readClassMember(char: string): string {
    if (char === '\\') {
      const isClass = /^[dswp]/i.test(this.#rest());
      return this.#readEscape(true) + (isClass ? this.#readDash() : '');
    }
    const range = /^-([^\]\\[])/u.exec(this.#rest())?.[1];
    if (range === undefined) {
      if (/[[(){}|/^$.*+?]/.test(char)) return `\\${char}`;
      const folded = this.#foldCase(char);
      return folded === char ? char : folded.slice(1, -1);
    }
    this.#at += 1 + range.length;
    const written = `${quoteMember(char)}-${quoteMember(range)}`;
    if (!this.#flags.has('i') || !/[a-z]/i.test(char) || !/[a-z]/i.test(range)) return written;
    return `${char.toLowerCase()}-${range.toLowerCase()}${char.toUpperCase()}-${range.toUpperCase()}`;
  }

  /** `(`, `(?:`, `(?P<name>`, `(?i)`, `(?i:`. */
  #openGroup(): string {
    const [found, name, flags, isGroup] =
      /^\?(?:P?<(\w+)>|([imsU]*(?:-[imsU]+)?)([:)]))/.exec(this.#rest()) ?? [];
    if (found === undefined) {
      if (this.#rest().startsWith('?')) throw new SyntaxError('invalid or unsupported Perl syntax');
      this.#outer.push(this.#flags);
      return '(';
    }
    this.#at += found.length;
    if (isGroup !== ')') this.#outer.push(this.#flags);
    if (name !== undefined) return `(?<${name}>`;
    this.#flags = withFlags(this.#flags, flags ?? '');
    return isGroup === ')' ? '' : '(?:';
  }
}

function withFlags(flags: ReadonlySet<string>, change: string): ReadonlySet<string> {
  const [on = '', off = ''] = change.split('-');
  return new Set([...flags, ...runesOf(on)].filter((flag) => !off.includes(flag)));
}

function classOf(name: string, isNegative: boolean): string {
  const inner = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (inner === undefined) throw new SyntaxError('invalid character class range');
  if (!isNegative) return inner;
  if (name === 'digit' || name === 'word') return name === 'digit' ? '\\D' : '\\W';
  throw new SyntaxError('invalid character class range');
}

const quoteMember = (char: string): string => (/[[\](){}|/^$.*+?\\-]/.test(char) ? `\\${char}` : char);

/**
 * The matches of an expression in a text, at most as many as the limit says; a negative limit is none. Unlike
 * JavaScript, Go takes no empty match that stands where another has just ended.
 */
export function findMatches(pattern: RegExp, text: string, limit = -1): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let end = -1;
  for (const match of text.matchAll(pattern)) {
    if (limit >= 0 && found.length >= limit) break;
    if (match[0] === '' && match.index === end) continue;
    end = match.index + match[0].length;
    found.push(match);
  }
  return found;
}

const REFERENCE_RE = /\$(?:\$|(\w+)|\{(\w+)\})/g;

/** What a match is replaced with: `$1`, `${1}`, `${name}`, `$$`. As in Go, `$1x` is the group named `1x`. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(REFERENCE_RE, (_, plain?: string, braced?: string) => {
    const name = plain ?? braced;
    if (name === undefined) return '$';
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? '';
  });
}

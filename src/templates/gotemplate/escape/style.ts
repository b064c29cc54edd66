/** Steps through CSS: strings, URLs and comments. */
import { type Context, type State, type Step } from './context.ts';
import { stepUrl } from './markup.ts';

const MARK_RE = /["']|\/[/*]|(?<=(?:^|[^-\w\u0080-\uffff])url[\t\n\f\r ]*)\(/i;

const MARKS: Readonly<Record<string, State>> = {
  '"': 'css-double',
  "'": 'css-single',
  '//': 'css-line-comment',
  '/*': 'css-block-comment',
};

/** Steps through style rules. */
export function stepStyle(context: Context, text: string): Step {
  const found = MARK_RE.exec(text);
  if (!found) return [context, text.length];
  const end = found.index + found[0].length;
  const state = MARKS[found[0]];
  return state ? [{ ...context, state }, end] : stepIntoUrl(context, text, end);
}

function stepIntoUrl(context: Context, text: string, start: number): Step {
  const space = /^[\t\n\f\r ]*/.exec(text.slice(start))?.[0].length ?? 0;
  const at = start + space;
  if (text[at] === '"') return [{ ...context, state: 'css-double-url' }, at + 1];
  if (text[at] === "'") return [{ ...context, state: 'css-single-url' }, at + 1];
  return [{ ...context, state: 'css-url' }, at];
}

const ENDS: Partial<Readonly<Record<State, RegExp>>> = {
  'css-double': /["\\]/g,
  'css-double-url': /["\\]/g,
  'css-single': /['\\]/g,
  'css-single-url': /['\\]/g,
  'css-url': /[\\\t\n\f\r )]/g,
};

/** Steps through a string or a URL. Strings count as URLs, which most of them are. */
export function stepStyleLiteral(context: Context, text: string): Step {
  const ends = new RegExp(ENDS[context.state] ?? /$/g);
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    if (match[0] !== '\\') return [{ ...context, state: 'css' }, match.index + 1];
    ends.lastIndex = match.index + 2;
  }
  return [stepUrl(context, decodeStyle(text))[0], text.length];
}

/** Decodes the escapes of CSS: `\a `, `\"`. */
export function decodeStyle(text: string): string {
  return text.replace(
    /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[\t\n\f\r ])?|([\s\S]?))/gu,
    (_, hex?: string, char = '') => {
      if (hex === undefined) return char as string;
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}

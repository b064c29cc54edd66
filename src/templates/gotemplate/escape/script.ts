/** Steps through JavaScript: strings, regular expressions, comments and template literals. */
import { type Context, isScriptLiteral, type State, type Step } from './context.ts';

/** Keywords after which a `/` starts a regular expression. */
const KEYWORDS_RE =
  /(?:^|[^$\w])(?:break|case|continue|delete|do|else|finally|in|instanceof|return|throw|try|typeof|void)$/;

/** Finds what a `/` would start after some code. For `}` and `)` it is a guess, as only a parser could know. */
export function slashAfter(code: string, before: Context['slash']): Context['slash'] {
  const text = code.replace(/[\t\n\f\r \u2028\u2029]+$/, '');
  if (text === '') return before;
  const signs = /(\++|-+)$/.exec(text)?.[0];
  // In `x++ /` the slash divides, in `x + /` it does not.
  if (signs) return signs.length % 2 === 1 ? 'regexp' : 'division';
  if (/\d\.$/.test(text)) return 'division';
  return /[.,<>=*%&|^?!~([:;{}]$/.test(text) || KEYWORDS_RE.test(text) ? 'regexp' : 'division';
}

/** The end of a run of code. Browsers treat HTML comment delimiters and `#!` as line comments. */
const MARK_RE = /["'`/{}]|<!--|(?<=(?:^|[\n\r])[ \t]*)-->|#!/;

/** Steps through code. */
export function stepScript(context: Context, text: string): Step {
  const found = MARK_RE.exec(text);
  if (!found) return [{ ...context, slash: slashAfter(text, context.slash) }, text.length];
  const { index: at, 0: mark } = found;
  const before: Context = { ...context, slash: slashAfter(text.slice(0, at), context.slash) };
  if (mark === '/') return stepSlash(before, text.slice(at, at + 2), at);
  if (mark === '{' || mark === '}') return [stepBrace(before, mark), at + 1];
  const state = MARKS[mark];
  if (!state) throw new Error(`no state for the delimiter ${mark}`);
  return [{ ...before, state, slash: 'regexp' }, at + mark.length];
}

const MARKS: Readonly<Record<string, State>> = {
  '"': 'js-double',
  "'": 'js-single',
  '`': 'js-template',
  '<!--': 'js-open-comment',
  '-->': 'js-close-comment',
  '#!': 'js-line-comment',
};

function stepSlash(context: Context, rest: string, at: number): Step {
  if (rest.startsWith('//')) return [{ ...context, state: 'js-line-comment' }, at + 2];
  if (rest.startsWith('/*')) return [{ ...context, state: 'js-block-comment' }, at + 2];
  if (context.slash === 'regexp') return [{ ...context, state: 'js-regexp' }, at + 1];
  return [{ ...context, slash: 'regexp' }, at + 1];
}

/** Counts braces inside a template literal, whose `${` ends at the unmatched one. */
function stepBrace({ substitution, ...context }: Context, brace: string): Context {
  const after: Context = { ...context, slash: 'regexp' };
  if (!substitution) return after;
  const { outer } = substitution;
  const braces = substitution.braces + (brace === '{' ? 1 : -1);
  return braces < 0
    ? { ...after, state: 'js-template', substitution: outer }
    : { ...after, substitution: { braces, outer } };
}

const ENDS: Readonly<Record<string, RegExp>> = {
  'js-double': /^(?:[^"\\]|\\[\s\S])*"/,
  'js-single': /^(?:[^'\\]|\\[\s\S])*'/,
  'js-regexp': /^(?:[^/\\[]|\\[\s\S]|\[(?:[^\]\\]|\\[\s\S])*\])*\//,
};

/** Steps through a string or a regular expression. */
export function stepScriptLiteral(context: Context, text: string): Step {
  const found = ENDS[context.state]?.exec(text)?.[0];
  if (found === undefined || isClosedByTag(context, text, found.length)) return [context, text.length];
  return [{ ...context, state: 'js', slash: 'division' }, found.length];
}

/** Whether the `/` belongs to `</script`, which ends no regular expression: it will be escaped. */
function isClosedByTag(context: Context, text: string, end: number): boolean {
  return (
    context.state === 'js-regexp' && text.slice(0, end).endsWith('</') && /^script/i.test(text.slice(end))
  );
}

/** Steps through a template literal, up to its end or the next `${`. */
export function stepTemplateLiteral(context: Context, text: string): Step {
  const [found, mark] = /^(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/.exec(text) ?? [];
  if (found === undefined) return [context, text.length];
  if (mark === '`') return [{ ...context, state: 'js', slash: 'division' }, found.length];
  const substitution = { braces: 0, outer: context.substitution };
  return [{ ...context, state: 'js', slash: 'regexp', substitution }, found.length];
}

export function stepBlockComment(context: Context, text: string): Step {
  const end = text.indexOf('*/');
  if (end < 0) return [context, text.length];
  return [{ ...context, state: context.state === 'js-block-comment' ? 'js' : 'css' }, end + 2];
}

/** Steps through a line comment, without the line break. */
export function stepLineComment(context: Context, text: string): Step {
  const isCss = context.state === 'css-line-comment';
  const end = text.search(isCss ? /[\n\f\r]/ : /[\n\r\u2028\u2029]/);
  return end < 0 ? [context, text.length] : [{ ...context, state: isCss ? 'css' : 'js' }, end];
}

/** Escapes script tags in strings of a script. */
export function defuseScriptTags(context: Context, text: string): string {
  return isScriptLiteral(context.state) ? text.replace(/<(script|\/script|!--)/gi, '\\x3C$1') : text;
}

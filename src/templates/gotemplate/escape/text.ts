/** Steps through the text of a template: tracks the context, and removes comments. */
import {
  type Context,
  isComment,
  isInTag,
  isScriptLiteral,
  type State,
  type Step,
  TEXT,
  VALUE_ENDS,
} from './context.ts';
import { decodeEntities } from './entities.ts';
import {
  indexOfEndTag,
  stepAfterName,
  stepAttributeName,
  stepBeforeValue,
  stepComment,
  stepPlain,
  stepTag,
  stepText,
  stepUrl,
} from './markup.ts';
import {
  defuseScriptTags,
  stepBlockComment,
  stepLineComment,
  stepScript,
  stepScriptLiteral,
  stepTemplateLiteral,
} from './script.ts';
import { stepStyle, stepStyleLiteral } from './style.ts';

/** The step of each state. */
export const STEPS: Readonly<Record<State, (context: Context, text: string) => Step>> = {
  text: stepText,
  tag: stepTag,
  'attribute-name': stepAttributeName,
  'after-name': stepAfterName,
  'before-value': stepBeforeValue,
  comment: stepComment,
  rcdata: stepPlain,
  attribute: stepPlain,
  url: stepUrl,
  srcset: stepUrl,
  js: stepScript,
  'js-double': stepScriptLiteral,
  'js-single': stepScriptLiteral,
  'js-template': stepTemplateLiteral,
  'js-regexp': stepScriptLiteral,
  'js-block-comment': stepBlockComment,
  'js-line-comment': stepLineComment,
  'js-open-comment': stepLineComment,
  'js-close-comment': stepLineComment,
  css: stepStyle,
  'css-double': stepStyleLiteral,
  'css-single': stepStyleLiteral,
  'css-double-url': stepStyleLiteral,
  'css-single-url': stepStyleLiteral,
  'css-url': stepStyleLiteral,
  'css-block-comment': stepBlockComment,
  'css-line-comment': stepLineComment,
};

/** Text to write, and the context after it. */
export interface PassedText {
  readonly text: string;
  readonly context: Context;
}

/** Steps through a text of the template, from one context to the next. */
export function passText(start: Context, text: string): PassedText {
  let context = start;
  let passed = '';
  for (let at = 0; at < text.length;) {
    const [next, length] = stepOver(context, text.slice(at));
    const part = text.slice(at, at + length);
    passed += writePart(part, context, next);
    if (length === 0 && next.state === context.state) throw new Error(`no step from state ${context.state}`);
    [context, at] = [next, at + length];
  }
  return { text: passed, context };
}

/** The length of a comment's opening delimiter. */
const COMMENT_MARKS: Partial<Readonly<Record<State, number>>> = {
  comment: 4,
  'js-open-comment': 4,
  'js-close-comment': 3,
};

/** Writes a part of the text. In attributes, comments are part of the value. */
function writePart(part: string, before: Context, after: Context): string {
  if (isComment(before.state) && before.delimiter === '') return insteadOfComment(part, before, after);
  const entersComment = before.state !== after.state && isComment(after.state) && after.delimiter === '';
  const kept = entersComment ? part.slice(0, -(COMMENT_MARKS[after.state] ?? 2)) : part;
  if (before.state === 'text' || before.state === 'rcdata') {
    const isLeft = before.state !== after.state && !entersComment;
    return escapeLooseAngles(kept, isLeft ? kept.lastIndexOf('<') : kept.length);
  }
  return defuseScriptTags(before, kept);
}

/** Replaces a comment, which in a script or style still separates the tokens around it. */
function insteadOfComment(part: string, before: Context, after: Context): string {
  if (before.state === after.state) return '';
  if (before.state === 'css-block-comment') return ' ';
  if (before.state !== 'js-block-comment') return '';
  return /[\n\r\u2028\u2029]/.test(part) ? '\n' : ' ';
}

/** Escapes a `<` that starts no tag. */
function escapeLooseAngles(text: string, end: number): string {
  const isWhole = end < 0 || end === text.length;
  const loose = isWhole ? text : text.slice(0, end);
  return loose.replace(/<(?!!doctype)/gi, '&lt;') + (isWhole ? '' : text.slice(end));
}

/** Takes one step, up to a change of context. */
function stepOver(context: Context, text: string): Step {
  return context.delimiter === '' ? stepOutside(context, text) : stepInValue(context, text);
}

/** Takes one step outside of attributes, where an end tag ends every special element. */
function stepOutside(context: Context, text: string): Step {
  const { element, state } = context;
  const isInside = element !== '' && !isInTag(state);
  // In a string of a script the tag is escaped, see `defuseScriptTags`.
  const end = isInside && !isScriptLiteral(state) ? indexOfEndTag(element, text) : -1;
  if (end === 0) return [TEXT, 0];
  return STEPS[state](context, end < 0 ? text : text.slice(0, end));
}

/** Takes one step in an attribute's value, whose entities are decoded first: `&quot;` ends a string of a script. */
function stepInValue(context: Context, text: string): Step {
  const end = context.delimiter === '' ? -1 : text.search(VALUE_ENDS[context.delimiter]);
  if (end >= 0) {
    const isOtherScript = context.attribute === 'script-type' && !isScriptType(text.slice(0, end));
    const element = isOtherScript ? '' : context.element;
    return [{ ...TEXT, state: 'tag', element }, context.delimiter === ' ' ? end : end + 1];
  }
  let inside = context;
  for (let rest = decodeEntities(text); rest !== '';) {
    const [next, length] = STEPS[inside.state](inside, rest);
    if (length === 0 && next.state === inside.state) break;
    [inside, rest] = [next, rest.slice(length)];
  }
  return [inside, text.length];
}

const SCRIPT_TYPES: ReadonlySet<string> = new Set([
  'application/ecmascript',
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/x-ecmascript',
  'application/x-javascript',
  'importmap',
  'module',
  'speculationrules',
  'text/ecmascript',
  'text/javascript',
  'text/javascript1.0',
  'text/javascript1.1',
  'text/javascript1.2',
  'text/javascript1.3',
  'text/javascript1.4',
  'text/javascript1.5',
  'text/jscript',
  'text/livescript',
  'text/x-ecmascript',
  'text/x-javascript',
]);

/** Whether a `<script>` of this type contains JavaScript or JSON; all others contain plain text. */
function isScriptType(type: string): boolean {
  return SCRIPT_TYPES.has((type.split(';', 1)[0] ?? '').trim().toLowerCase());
}

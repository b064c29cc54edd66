/** Escapes values in HTML: in text, in attributes, and as attribute names. */
import { readAttributeKind } from './attributes.ts';
import { type Context, isInTag, type Step, TEXT, VALUE_ENDS } from './context.ts';
import { indexOfEndTag } from './markup.ts';
import { type Escaper, FAILSAFE, replaceChars } from './safe.ts';
import { STEPS } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  '&': '&amp;',
  "'": '&#39;',
  '+': '&#43;',
  '<': '&lt;',
  '>': '&gt;',
};

const UNQUOTED_ENTITIES: Readonly<Record<string, string>> = {
  ...ENTITIES,
  '\0': '&#xfffd;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\v': '&#11;',
  '\f': '&#12;',
  '\r': '&#13;',
  ' ': '&#32;',
  '=': '&#61;',
  '`': '&#96;',
};

const escapeText = (text: string): string => replaceChars(text, /[\0"&'+<>]/g, ENTITIES);

/** Escapes text, and keeps existing entities. */
const normalizeText = (text: string): string => replaceChars(text, /[\0"'+<>]/g, ENTITIES);

export const escapeHtmlText: Escaper = ({ text, kind }) => (kind === 'html' ? text : escapeText(text));

/** Escapes text in `<title>` and `<textarea>`, where tags are text. */
export const escapeRcdata: Escaper = ({ text, kind }) =>
  kind === 'html' ? normalizeText(text) : escapeText(text);

export const escapeAttribute: Escaper = ({ text, kind }) =>
  kind === 'html' ? normalizeText(stripTags(text)) : escapeText(text);

export const escapeUnquoted: Escaper = ({ text, kind }) => {
  const isHtml = kind === 'html';
  const escaped = replaceChars(
    isHtml ? stripTags(text) : text,
    isHtml ? /[\0\t-\r "'+<=>`]/g : /[\0\t-\r "&'+<=>`]/g,
    UNQUOTED_ENTITIES,
  );
  return escaped.replace(/[\ufdd0-\ufdef\ufff0-\uffff]/g, (char) => `&#x${char.charCodeAt(0).toString(16)};`);
};

/** Rejects attribute names that would give their value a special meaning. */
export const filterName: Escaper = ({ text, kind }) => {
  if (kind === 'attribute') return text;
  const name = text.toLowerCase();
  return /^[0-9a-z]+$/.test(name) && readAttributeKind(name) === '' ? name : FAILSAFE;
};

/** Removes the tags of HTML, with the content of scripts and styles. */
export function stripTags(html: string): string {
  let context: Context = TEXT;
  let text = '';
  let hasTags = false;
  for (let at = 0; at < html.length;) {
    const rest = html.slice(at);
    const [next, length] =
      context.delimiter === '' ? stepOutside(context, rest) : stepOverValue(context, rest);
    if (context.state !== 'text' && context.state !== 'rcdata') hasTags = true;
    else
      text +=
        next.state === 'tag' || next.state === 'comment'
          ? rest.slice(0, rest.lastIndexOf('<', length - 1))
          : rest.slice(0, length);
    [context, at] = [next, at + length];
  }
  return hasTags || context.state !== 'text' ? text : html;
}

/** Skips scripts and styles like text, up to their end tags. */
function stepOutside(context: Context, rest: string): Step {
  const { element, state } = context;
  if (element === '' || isInTag(state)) return STEPS[state](context, rest);
  const end = indexOfEndTag(element, rest);
  return end < 0 ? [context, rest.length] : [TEXT, end];
}

function stepOverValue({ delimiter, element }: Context, rest: string): Step {
  const end = delimiter === '' ? -1 : rest.search(VALUE_ENDS[delimiter]);
  const length = end < 0 ? rest.length : end + (delimiter === ' ' ? 0 : 1);
  return [{ ...TEXT, state: 'tag', element }, length];
}

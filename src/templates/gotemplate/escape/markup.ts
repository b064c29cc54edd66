/** Steps through HTML: text, tags, attributes. */
import { readAttributeKind } from './attributes.ts';
import {
  type Context,
  type Delimiter,
  type ElementKind,
  type State,
  type Step,
  TEXT,
  VALUE_STATES,
} from './context.ts';

const TAG_RE = /<(\/?)([a-zA-Z](?:[a-zA-Z0-9]|[:-][a-zA-Z0-9])*)/y;

const SPECIAL: Readonly<Record<string, ElementKind>> = {
  script: 'script',
  style: 'style',
  textarea: 'textarea',
  title: 'title',
};

/** Steps through text, up to the next tag or comment. */
export function stepText(context: Context, text: string): Step {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) return [{ ...TEXT, state: 'comment' }, at + 4];
    TAG_RE.lastIndex = at;
    const [tag, slash, name = ''] = TAG_RE.exec(text) ?? [];
    if (tag === undefined) continue;
    const element = (!slash && SPECIAL[name.toLowerCase()]) || '';
    return [{ ...TEXT, state: 'tag', element }, at + tag.length];
  }
  return [context, text.length];
}

const CONTENTS: Readonly<Record<ElementKind, State>> = {
  '': 'text',
  script: 'js',
  style: 'css',
  textarea: 'rcdata',
  title: 'rcdata',
};

const SPACE_RE = /[ \t\n\f\r]*/y;
const NAME_RE = /[^ \t\n\f\r=>]*/y;

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

/** Steps through a tag, between its attributes. Like browsers, it skips what can't be an attribute. */
export function stepTag(context: Context, text: string): Step {
  const start = endOf(SPACE_RE, text, 0);
  if (start === text.length) return [context, start];
  if (text[start] === '>') {
    return [{ ...TEXT, state: CONTENTS[context.element], element: context.element }, start + 1];
  }
  const end = endOf(NAME_RE, text, start);
  if (end === start) return [context, start + 1];
  const name = text.slice(start, end).toLowerCase();
  const kind = readAttributeKind(name);
  const isScriptType = context.element === 'script' && name === 'type';
  return [
    {
      ...TEXT,
      state: end === text.length ? 'attribute-name' : 'after-name',
      element: context.element,
      attribute: isScriptType ? 'script-type' : kind === 'unsafe' || kind === 'html' ? '' : kind,
    },
    end,
  ];
}

/** Steps through the rest of an attribute name. */
export function stepAttributeName(context: Context, text: string): Step {
  const end = endOf(NAME_RE, text, 0);
  return [end === text.length ? context : { ...context, state: 'after-name' }, end];
}

/** Steps from a name to its `=`. */
export function stepAfterName(context: Context, text: string): Step {
  const at = endOf(SPACE_RE, text, 0);
  if (at === text.length) return [context, at];
  return text[at] === '='
    ? [{ ...context, state: 'before-value' }, at + 1]
    : [{ ...context, state: 'tag' }, at];
}

/** Steps from `=` to the value. */
export function stepBeforeValue(context: Context, text: string): Step {
  const at = endOf(SPACE_RE, text, 0);
  if (at === text.length) return [context, at];
  const mark = text[at];
  const delimiter: Delimiter = mark === '"' || mark === "'" ? mark : ' ';
  return [{ ...context, state: VALUE_STATES[context.attribute], delimiter }, delimiter === ' ' ? at : at + 1];
}

export function stepComment(context: Context, text: string): Step {
  const end = text.indexOf('-->');
  return end < 0 ? [context, text.length] : [TEXT, end + 3];
}

/** Steps through a plain-text value, or the text of a `<title>`. */
export function stepPlain(context: Context, text: string): Step {
  return [context, text.length];
}

/** Steps through a URL: after a `?` or `#`, escaping is different. */
export function stepUrl(context: Context, text: string): Step {
  if (/[#?]/.test(text)) return [{ ...context, urlPart: 'query' }, text.length];
  const begins = context.urlPart === 'start' && /[^ \t\n\f\r]/.test(text);
  return [begins ? { ...context, urlPart: 'path' } : context, text.length];
}

/** Finds the end tag of an element whose content is not HTML; -1 if there is none. */
export function indexOfEndTag(element: ElementKind, text: string): number {
  return text.search(new RegExp(`</${element}[> \\t\\n\\f/]`, 'i'));
}

/** A position in an HTML document, as far as escaping depends on it: the states of `html/template`. */

/** The syntax around the position. */
export type State =
  | 'text'
  | 'tag'
  | 'attribute-name'
  | 'after-name'
  | 'before-value'
  | 'comment'
  | 'rcdata'
  | 'attribute'
  | 'url'
  | 'srcset'
  | 'js'
  | 'js-double'
  | 'js-single'
  | 'js-template'
  | 'js-regexp'
  | 'js-block-comment'
  | 'js-line-comment'
  | 'js-open-comment'
  | 'js-close-comment'
  | 'css'
  | 'css-double'
  | 'css-single'
  | 'css-double-url'
  | 'css-single-url'
  | 'css-url'
  | 'css-block-comment'
  | 'css-line-comment';

/** The end of an attribute's value: a quote, or a space for unquoted values. Empty outside of attributes. */
export type Delimiter = '' | '"' | "'" | ' ';

/** Elements whose content is not HTML. */
export type ElementKind = '' | 'script' | 'style' | 'textarea' | 'title';

/** The kind of an attribute's value. */
export type AttributeKind = '' | 'script' | 'script-type' | 'style' | 'url' | 'srcset';

export interface Context {
  readonly state: State;
  readonly delimiter: Delimiter;
  readonly element: ElementKind;
  readonly attribute: AttributeKind;
  readonly urlPart: 'start' | 'path' | 'query';
  /** What a `/` would start in a script. */
  readonly slash: 'regexp' | 'division';
  /** The innermost `${…}` of a script's template literals around the position. */
  readonly substitution?: Substitution | undefined;
}

/** A `${…}` in a template literal. A chain, because a list would be copied at each of its braces. */
export interface Substitution {
  /** How many braces are open in it. */
  readonly braces: number;
  readonly outer: Substitution | undefined;
}

export const TEXT: Context = {
  state: 'text',
  delimiter: '',
  element: '',
  attribute: '',
  urlPart: 'start',
  slash: 'regexp',
};

/** A step through the text: the context after it, and its length. */
export type Step = readonly [context: Context, length: number];

const COMMENTS: ReadonlySet<State> = new Set<State>([
  'comment',
  'js-block-comment',
  'js-line-comment',
  'js-open-comment',
  'js-close-comment',
  'css-block-comment',
  'css-line-comment',
]);

export function isComment(state: State): boolean {
  return COMMENTS.has(state);
}

/** Whether `</script>` must not end the element, because it is in a string or another literal. */
export function isScriptLiteral(state: State): boolean {
  return state === 'js-double' || state === 'js-single' || state === 'js-template' || state === 'js-regexp';
}

/** Whether the position is between the name of a tag and its `>`, but not in a value. */
export function isInTag(state: State): boolean {
  return state === 'tag' || state === 'attribute-name' || state === 'after-name' || state === 'before-value';
}

/** The end of a value, by delimiter. */
export const VALUE_ENDS = { '"': /"/, "'": /'/, ' ': /[ \t\n\f\r>]/ } as const;

/** The state in which the value of an attribute starts. */
export const VALUE_STATES: Readonly<Record<AttributeKind, State>> = {
  '': 'attribute',
  script: 'js',
  'script-type': 'attribute',
  style: 'css',
  url: 'url',
  srcset: 'srcset',
};

/** Moves a context on to the name or value that is about to start. */
export function nudge(context: Context): Context {
  const { state, attribute } = context;
  if (state === 'tag') return { ...context, state: 'attribute-name' };
  if (state === 'after-name') return { ...context, state: 'attribute-name', attribute: '' };
  if (state !== 'before-value') return context;
  return { ...context, state: VALUE_STATES[attribute], delimiter: ' ', attribute: '' };
}

/** Describes where a document ends; `undefined` in its text, the only place where `html/template` lets one end. */
export function describeUnfinished({ state, delimiter, element }: Context): string | undefined {
  if (state === 'text') return undefined;
  if (delimiter !== '') return 'in the value of an attribute';
  if (isInTag(state)) return 'in a tag';
  return element === '' ? 'in a comment' : `in <${element}>`;
}

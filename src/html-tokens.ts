/** The tokens of HTML, and what both tokenizers know of elements. */

/** A range of the source; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `<name …>` */
export interface StartTag extends Range {
  readonly kind: 'start';
  /** Name in lower case. */
  readonly name: string;
  /** Values by lower-case name, with entities decoded. Of duplicates, the first one counts. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** `</name>` */
export interface EndTag extends Range {
  readonly kind: 'end';
  readonly name: string;
}

/** Text. Entities are decoded, except in raw text such as that of a script. */
export interface HtmlText extends Range {
  readonly kind: 'text';
  readonly text: string;
}

/** A comment, or other markup without effect on the content: a doctype, `<?php … ?>`. */
export interface HtmlComment extends Range {
  readonly kind: 'comment';
  readonly text: string;
}

export type HtmlToken = StartTag | EndTag | HtmlText | HtmlComment;

/** Roots of foreign content, in which `title` and `style` contain markup like any other element. */
export const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);

/** Elements whose content is text, not markup, unless they are in foreign content. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(
  'title textarea style xmp iframe noembed noframes script plaintext'.split(' '),
);

/** Counts the open SVG and MathML elements after a tag of one. */
export function foreignDepth(before: number, isEnd: boolean, isEmpty: boolean): number {
  if (isEnd) return Math.max(before - 1, 0);
  return isEmpty ? before : before + 1;
}

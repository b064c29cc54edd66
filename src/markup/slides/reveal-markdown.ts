/**
 * reveal.js's own Markdown, rendered at build time instead of in the browser. With blank lines around them, `---`
 * separates slides and `------` vertical slides; `Note:` begins the notes of a slide, and comments set attributes on
 * the element before them. Source: the Markdown plugin of reveal.js 6.
 */
import type { Token } from 'markdown-it';
import { readHtml } from '../../html.ts';
import { Pattern, type PatternMatch } from '../../patterns.ts';
import type { Attributes, Slide } from '../../types.ts';
import type { Environment } from '../environment.ts';
import { type Expansion, sourceOffset, sliceExpansion } from '../shortcodes/expansion.ts';
import { isEmptySlide } from './raw-sections.ts';
import { resolveSlides, type SlideSource } from './slides.ts';

/** The expressions that split a text into slides, and find attributes in comments; an author's one is a `Pattern`. */
export interface RevealSyntax {
  /** Separates slides. */
  readonly separator: RegExp | Pattern;
  /** Separates vertical slides. */
  readonly vertical: RegExp | Pattern | undefined;
  /** Begins the notes of a slide. */
  readonly notes: RegExp | Pattern;
  /** In a comment: attributes of the element before it, in the first group. */
  readonly elementAttributes: RegExp | Pattern;
  /** In a comment: attributes of the slide. */
  readonly slideAttributes: RegExp | Pattern;
}

/** The default syntax. */
export const revealSyntax: RevealSyntax = {
  separator: /\r?\n---\r?\n/,
  vertical: undefined,
  notes: /^[ \t]*notes?:/,
  elementAttributes: /\.element:?\s*(\S[\s\S]*)/,
  slideAttributes: /\.slide:\s*(\S[\s\S]*)/,
};

/** The syntax of the theme's `markdown` shortcode: with blank lines around each separator. */
const shortcodeSyntax: RevealSyntax = {
  ...revealSyntax,
  separator: /(?<=^[ \t]*\r?\n)---[ \t]*\r?\n(?=[ \t]*$)/,
  vertical: /(?<=^[ \t]*\r?\n)------[ \t]*\r?\n(?=[ \t]*$)/,
};

/** Creates the environment for the Markdown of one slide. */
export type CreateEnvironment = (part: Expansion, headingIds: Environment['headingIds']) => Environment;

/** Creates the slides of a text in reveal.js's Markdown. */
export function createRevealSlides(
  text: SlideSource,
  createEnvironment: CreateEnvironment,
  syntax: RevealSyntax = shortcodeSyntax,
): readonly Slide[] {
  // Heading ids are unique across all slides, as on a page.
  const { headingIds } = text.environment;
  const read = (expansion: Expansion): readonly Slide[] => {
    const part = { ...text, expansion, environment: createEnvironment(expansion, headingIds) };
    return createSlide(part, syntax);
  };
  return splitColumns(text.expansion, syntax).flatMap((rows) => {
    const slides = rows.flatMap(read);
    const [first] = slides;
    if (rows.length < 2 || !first) return slides;
    return [{ attributes: {}, html: '', slides, position: first.position }];
  });
}

/** Splits a text into slides in their order, with vertical slides grouped. */
function splitColumns(
  expansion: Expansion,
  { separator, vertical }: RevealSyntax,
): readonly (readonly Expansion[])[] {
  const columns: Expansion[][] = [[]];
  let start = 0;
  for (const { groups, index } of findAll(expansion.text, 'm', [separator, vertical])) {
    const [words = '', horizontal] = groups;
    columns.at(-1)?.push(sliceExpansion(expansion, start, index));
    if (horizontal === words) columns.push([]);
    start = index + words.length;
  }
  columns.at(-1)?.push(sliceExpansion(expansion, start, expansion.text.length));
  return columns;
}

/**
 * Finds all places of one or two expressions; the first group is what the first one matches. With an author's one, in
 * a time that grows with the text alone.
 */
function findAll(
  text: string,
  flags: 'm' | 'im',
  [first, second]: readonly [RegExp | Pattern, (RegExp | Pattern | undefined)?],
): readonly Pick<PatternMatch, 'index' | 'groups'>[] {
  const source = `(${first.source})${second ? `|(?:${second.source})` : ''}`;
  if (first instanceof Pattern || second instanceof Pattern)
    return new Pattern(`(?${flags})${source}`).matches(text);
  return [...text.matchAll(new RegExp(source, `g${flags}`))].map((match) => ({
    index: match.index,
    groups: match.map((group: string | undefined) => group ?? ''),
  }));
}

function splitExpansion(expansion: Expansion, separator: RegExp | Pattern): readonly Expansion[] {
  const parts: Expansion[] = [];
  let start = 0;
  for (const { groups, index } of findAll(expansion.text, 'im', [separator])) {
    const [words = ''] = groups;
    parts.push(sliceExpansion(expansion, start, index));
    start = index + words.length;
  }
  return [...parts, sliceExpansion(expansion, start, expansion.text.length)];
}

function createSlide(text: SlideSource, syntax: RevealSyntax): readonly Slide[] {
  const { expansion, page } = text;
  const [body = expansion, notes, ...others] = splitExpansion(expansion, syntax.notes);
  const start = expansion.text.length - expansion.text.trimStart().length;
  const position = { file: page.source.path, offset: sourceOffset(expansion, start) };
  // As in reveal.js, a notes separator that occurs more than once is text.
  const [main, notesHtml] = notes && others.length === 0 ? [body, notes] : [expansion, undefined];
  const { tokens, attributes } = parseCommented(main, text, syntax);
  const [slide, ...following] = resolveSlides(tokens, text, position);
  const own = slide ?? { attributes: {}, html: '', slides: [], position };
  const aside = notesHtml ? `<aside class="notes">${renderNotes(notesHtml, text, syntax)}</aside>\n` : '';
  return [
    { ...own, attributes: { ...own.attributes, ...attributes }, html: own.html + aside },
    ...following,
  ].filter((candidate) => !isEmptySlide(candidate));
}

function renderNotes(notes: Expansion, text: SlideSource, syntax: RevealSyntax): string {
  const { tokens } = parseCommented(notes, text, syntax);
  const rendered = text.markdown.renderer.render([...tokens], text.markdown.options, text.environment);
  return text.environment.placeholders.resolve(rendered).html;
}

interface CommentedMarkdown {
  readonly tokens: readonly Token[];
  /** Attributes of the slide. */
  readonly attributes: Attributes;
}

/** Parses Markdown, and sets the attributes of its comments on their elements. */
function parseCommented(
  { text: words }: Expansion,
  { markdown, environment }: SlideSource,
  syntax: RevealSyntax,
): CommentedMarkdown {
  const tokens = markdown.parse(words, environment);
  let attributes: Attributes = {};
  const visit = (list: readonly Token[], parent: Token | undefined): void => {
    const open: { element: Token | undefined; last: Token | undefined }[] = [
      { element: parent, last: undefined },
    ];
    for (const token of list) {
      const level = open.at(-1);
      if (!level) break;
      const comment = COMMENT_TYPES.includes(token.type) ? readComment(token.content, syntax) : undefined;
      if (comment?.isForSlide) attributes = { ...attributes, ...comment.attributes };
      else if (comment) setAttributes(level.last ?? level.element, comment.attributes);
      else if (token.type === 'inline') visit(token.children ?? [], level.element);
      else if (token.nesting > 0) {
        level.last = token.hidden ? level.last : token;
        open.push({ element: token.hidden ? level.element : token, last: undefined });
      } else if (token.nesting < 0) open.pop();
      else if (ELEMENT_TYPES.includes(token.type)) level.last = token;
    }
  };
  visit(tokens, undefined);
  return { tokens, attributes };
}

const COMMENT_TYPES = ['html_block', 'html_inline'];
const ELEMENT_TYPES = ['image', 'code_inline', 'fence', 'code_block'];
const ATTRIBUTE_RE = /([^"=\s]+)="([^"]+)"|(data-[^"=\s]+)(?=["\s]|$)/g;

interface AttributeComment {
  readonly isForSlide: boolean;
  readonly attributes: Attributes;
}

/** Reads a comment that sets attributes; `undefined` for any other. */
function readComment(
  content: string,
  { elementAttributes, slideAttributes }: RevealSyntax,
): AttributeComment | undefined {
  const comment = leadingComment(content);
  if (comment === undefined) return undefined;
  // The first group is the whole expression.
  const read = (pattern: RegExp | Pattern): string | undefined =>
    findAll(comment, 'm', [pattern])[0]?.groups[2];
  const ofElement = read(elementAttributes);
  const found = ofElement ?? read(slideAttributes);
  if (found === undefined) return undefined;
  return { isForSlide: ofElement === undefined, attributes: readCommentAttributes(found) };
}

/** The text of the comment that HTML begins with. */
function leadingComment(html: string): string | undefined {
  if (!html.trimStart().startsWith('<!--')) return undefined;
  const comment = readHtml(html).find(({ kind }) => kind === 'comment');
  return comment && 'text' in comment ? comment.text : undefined;
}

function readCommentAttributes(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE_RE)].map(([, name, value = '', bare]) => [name ?? bare ?? '', value]),
  );
}

function setAttributes(token: Token | undefined, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) token?.attrSet(name, value);
}

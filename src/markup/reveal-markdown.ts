/**
 * reveal.js's own Markdown, which it renders in the browser, rendered while the deck is built: `---` and `------` with
 * blank lines around them part slides and slides below one another, `Note:` begins the notes of a slide, and comments
 * give attributes to what stands before them. Source: the plugin Markdown of reveal.js 6.
 */
import type { Token } from 'markdown-it';
import type { Attributes, Slide } from '../types.ts';
import type { Environment } from './environment.ts';
import { type Expansion, originOf, sliceExpansion } from './expansion.ts';
import { isBlankSlide } from './raw-sections.ts';
import { settleSlides, type SlideText } from './slides.ts';

const SEPARATOR_RE = /(?<=^[ \t]*\r?\n)---[ \t]*\r?\n(?=[ \t]*$)/gm;
const VERTICAL_RE = /(?<=^[ \t]*\r?\n)------[ \t]*\r?\n(?=[ \t]*$)/gm;
const NOTES_RE = /^[ \t]*notes?:/gim;

/** The slides of such a text. `createEnvironment` makes what the Markdown of one slide is read with. */
export function createRevealSlides(
  text: SlideText,
  createEnvironment: (part: Expansion, headingIds: Environment['headingIds']) => Environment,
): readonly Slide[] {
  // Ids of headings are told apart over all slides, as they are on a page.
  const { headingIds } = text.environment;
  const read = (expansion: Expansion): readonly Slide[] => {
    const part = { ...text, expansion, environment: createEnvironment(expansion, headingIds) };
    return createSlide(part);
  };
  return splitExpansion(text.expansion, SEPARATOR_RE).flatMap((column) => {
    const rows = splitExpansion(column, VERTICAL_RE);
    const slides = rows.flatMap(read);
    const [first] = slides;
    if (rows.length < 2 || !first) return slides;
    return [{ attributes: {}, html: '', slides, position: first.position }];
  });
}

function splitExpansion(expansion: Expansion, separator: RegExp): readonly Expansion[] {
  const parts: Expansion[] = [];
  let start = 0;
  for (const {
    0: { length },
    index,
  } of expansion.text.matchAll(separator)) {
    parts.push(sliceExpansion(expansion, start, index));
    start = index + length;
  }
  return [...parts, sliceExpansion(expansion, start, expansion.text.length)];
}

function createSlide(text: SlideText): readonly Slide[] {
  const { expansion, page } = text;
  const [body = expansion, notes, ...others] = splitExpansion(expansion, NOTES_RE);
  const start = expansion.text.length - expansion.text.trimStart().length;
  const position = { file: page.source.path, offset: originOf(expansion, start) };
  // As in reveal.js, words that stand more than once begin no notes.
  const [main, spoken] = notes && others.length === 0 ? [body, notes] : [expansion, undefined];
  const { tokens, attributes } = parseCommented(main, text);
  const [slide, ...behind] = settleSlides(tokens, text, position);
  const own = slide ?? { attributes: {}, html: '', slides: [], position };
  const aside = spoken ? `<aside class="notes">${renderNotes(spoken, text)}</aside>\n` : '';
  return [
    { ...own, attributes: { ...own.attributes, ...attributes }, html: own.html + aside },
    ...behind,
  ].filter((candidate) => !isBlankSlide(candidate));
}

function renderNotes(notes: Expansion, text: SlideText): string {
  const { tokens } = parseCommented(notes, text);
  const rendered = text.markdown.renderer.render([...tokens], text.markdown.options, text.environment);
  return text.environment.marks.settle(rendered).html;
}

interface Commented {
  readonly tokens: readonly Token[];
  /** Those of the slide. */
  readonly attributes: Attributes;
}

/** Parses Markdown, and gives the attributes of its comments to what they are for. */
function parseCommented({ text: words }: Expansion, { markdown, environment }: SlideText): Commented {
  const tokens = markdown.parse(words, environment);
  let attributes: Attributes = {};
  const visit = (list: readonly Token[], parent: Token | undefined): void => {
    const open: { element: Token | undefined; last: Token | undefined }[] = [
      { element: parent, last: undefined },
    ];
    for (const token of list) {
      const level = open.at(-1);
      if (!level) break;
      const [, target, found = ''] = COMMENT_RE.exec(token.content) ?? [];
      if (target && COMMENT_TYPES.includes(token.type)) {
        if (target === 'slide') attributes = { ...attributes, ...readAttributes(found) };
        else setAttributes(level.last ?? level.element, readAttributes(found));
      } else if (token.type === 'inline') visit(token.children ?? [], level.element);
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
const COMMENT_RE = /^\s*<!--\s*\.(element|slide):\s*([\s\S]*?)-->/;
const ATTRIBUTE_RE = /([^"=\s]+)="([^"]+)"|(data-[^"=\s]+)(?=["\s]|$)/g;

function readAttributes(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE_RE)].map(([, name, value = '', bare]) => [name ?? bare ?? '', value]),
  );
}

function setAttributes(token: Token | undefined, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) token?.attrSet(name, value);
}

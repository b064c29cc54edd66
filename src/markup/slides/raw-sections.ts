/**
 * `<section>`s that an author wrote as HTML are slides too. The theme wraps every chunk between two breaks in a section
 * of its own, and browsers nest the result, so that a stack may be opened in one chunk and closed in another. Here the
 * same tree is built of whole slides. Source: docs/compatibility.md#sections-in-html and #breaks.
 */
import type { Attributes, Position, Slide } from '../../types.ts';
import { withoutComments } from '../html-comments.ts';
import { type SectionPiece, splitAtSections } from './section-tags.ts';

/** A slide under construction. */
interface SlideDraft {
  attributes: Attributes;
  html: string;
  readonly slides: (Slide | SlideDraft)[];
  readonly position: Position;
}

/** The attribute that marks a chunk with its own section in the theme. */
const OWN_SECTION_ATTRIBUTE = 'data-noprocess';

/** Most slides contain neither sections nor breaks, and need not be tokenized. */
const piecesOf = ({ html }: Slide): readonly SectionPiece[] =>
  html.includes('<hr') || /section/i.test(html) ? splitAtSections(html) : [{ kind: 'text', html }];

/** reveal.js shows two levels, and the theme any number, as far as the browser goes. */
export const MAX_DEPTH = 250;

/** Callbacks for problems that are found while slides are nested. */
export interface NestingCallbacks {
  /** Called with the position of a section that is never closed. */
  readonly onUnclosed: (position: Position) => void;
  /** Called with the position of the first slide whose sections are nested too deep; it is left out. */
  readonly onTooDeep: (position: Position) => void;
}

/** Nests slides by the sections in their HTML. */
export function nestRawSections(slides: readonly Slide[], callbacks: NestingCallbacks): readonly Slide[] {
  const pieces = slides.map(piecesOf);
  if (pieces.every(isText)) return slides;
  const nesting = new Nesting();
  const tooDeep = slides.filter((slide, n) => !nesting.add(slide, pieces[n] ?? []));
  for (const { position } of tooDeep.slice(0, 1)) callbacks.onTooDeep(position);
  for (const { position } of nesting.open.slice(0, 1)) callbacks.onUnclosed(position);
  return nesting.roots.filter((slide) => !isEmptySlide(slide)).map(finishSlide);
}

const isText = (pieces: readonly SectionPiece[]): boolean => pieces.every(({ kind }) => kind === 'text');

class Nesting {
  readonly roots: (Slide | SlideDraft)[] = [];
  readonly open: SlideDraft[] = [];

  /** Adds a slide; `false` if its sections are nested too deep. */
  add(slide: Slide, pieces: readonly SectionPiece[]): boolean {
    if (isText(pieces)) {
      this.#siblings().push(slide);
      return true;
    }
    const depth = this.open.length;
    if (depth + countNested(pieces) > MAX_DEPTH) return false;
    const hasOwnSection = pieces.some(
      ({ kind, attributes }) => kind === 'open' && attributes && OWN_SECTION_ATTRIBUTE in attributes,
    );
    let pending = hasOwnSection ? { attributes: slide.attributes, html: '' } : undefined;
    if (!hasOwnSection) this.#begin(slide.attributes, slide.position);
    let own = this.open.at(-1);
    for (const { kind, html, attributes = {} } of pieces) {
      const current = this.open.at(-1);
      if (kind === 'text' && pending) pending.html += html;
      else if (kind === 'text' && current) current.html += html;
      // After a section that the author closed, only the slide before it can take the text.
      else if (kind === 'text' && own) own.html += html;
      else if (kind === 'close') this.open.pop();
      else if (kind === 'break' || kind === 'open') {
        if (kind === 'break' && !pending) this.open.pop();
        const draft = this.#begin(
          { ...pending?.attributes, ...withoutOwnSection(attributes) },
          slide.position,
        );
        draft.html = pending?.html ?? '';
        if (pending) own = draft;
        pending = undefined;
      }
    }
    own?.slides.push(...slide.slides);
    // The theme closes every chunk; if the author closed the section already, this must not close an outer one.
    if (!hasOwnSection || this.open.length > depth) this.open.pop();
    return true;
  }

  #begin(attributes: Attributes, position: Position): SlideDraft {
    const draft: SlideDraft = { attributes, html: '', slides: [], position };
    this.#siblings().push(draft);
    this.open.push(draft);
    return draft;
  }

  #siblings(): (Slide | SlideDraft)[] {
    return this.open.at(-1)?.slides ?? this.roots;
  }
}

/** The number of sections of pieces that are inside one another. */
function countNested(pieces: readonly SectionPiece[]): number {
  let [depth, most] = [0, 0];
  for (const { kind } of pieces) {
    if (kind === 'open') depth++;
    if (kind === 'close') depth = Math.max(depth - 1, 0);
    most = Math.max(most, depth);
  }
  return most;
}

function withoutOwnSection(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== OWN_SECTION_ATTRIBUTE));
}

function finishSlide({ attributes, html, slides, position }: Slide | SlideDraft): Slide {
  const children = slides.filter((slide) => !isEmptySlide(slide)).map(finishSlide);
  return { attributes, html: trimBlankLines(html), slides: children, position };
}

/** Removes blank lines that are left around the tags. */
function trimBlankLines(html: string): string {
  const text = html.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return text === '' ? '' : `${text}\n`;
}

/** Whether a slide is empty: one with nothing but comments was commented out by its author. */
export function isEmptySlide({
  attributes,
  html,
  slides,
}: Pick<Slide, 'attributes' | 'html' | 'slides'>): boolean {
  return withoutComments(html).trim() === '' && slides.length === 0 && Object.keys(attributes).length === 0;
}

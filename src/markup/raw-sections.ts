/**
 * `<section>`s that an author has written as HTML are slides too. Around every chunk between two breaks the theme puts
 * a section of its own, and browsers nest what comes out; a stack may so be opened in one chunk and closed in another.
 * Here the same tree is made of slides, so that each slide is whole. Source:
 * docs/compatibility.md#sections-in-html and #breaks.
 */
import type { Attributes, Position, Slide } from '../types.ts';
import { withoutComments } from './html-comments.ts';
import { type SectionPiece, splitAtSections } from './section-tags.ts';

/** A slide that is being filled. */
interface Draft {
  attributes: Attributes;
  html: string;
  readonly slides: (Slide | Draft)[];
  readonly position: Position;
}

/** The attribute by which the theme knows a chunk that brings its own section. */
const BARE = 'data-noprocess';

/** Most slides have no section and no break of their author, and need not be read. */
const piecesOf = ({ html }: Slide): readonly SectionPiece[] =>
  html.includes('<hr') || /section/i.test(html) ? splitAtSections(html) : [{ kind: 'text', html }];

/** What is needed of the stage around it. */
export interface NestingTools {
  /** Is told where a section begins that is never closed. */
  readonly onUnclosed: (position: Position) => void;
}

/** Nests slides by the sections in their HTML. */
export function nestRawSections(slides: readonly Slide[], tools: NestingTools): readonly Slide[] {
  const pieces = slides.map(piecesOf);
  if (pieces.every(isText)) return slides;
  const nesting = new Nesting();
  for (const [n, slide] of slides.entries()) nesting.add(slide, pieces[n] ?? []);
  for (const { position } of nesting.open.slice(0, 1)) tools.onUnclosed(position);
  return nesting.roots.filter((slide) => !isBlankSlide(slide)).map(finish);
}

const isText = (pieces: readonly SectionPiece[]): boolean => pieces.every(({ kind }) => kind === 'text');

class Nesting {
  readonly roots: (Slide | Draft)[] = [];
  readonly open: Draft[] = [];

  add(slide: Slide, pieces: readonly SectionPiece[]): void {
    if (isText(pieces)) {
      this.#siblings().push(slide);
      return;
    }
    const depth = this.open.length;
    const isBare = pieces.some(({ kind, attributes }) => kind === 'open' && attributes && BARE in attributes);
    let waiting = isBare ? { attributes: slide.attributes, html: '' } : undefined;
    if (!isBare) this.#begin(slide.attributes, slide.position);
    let own = this.open.at(-1);
    for (const { kind, html, attributes = {} } of pieces) {
      const current = this.open.at(-1);
      if (kind === 'text' && waiting) waiting.html += html;
      else if (kind === 'text' && current) current.html += html;
      // Behind what its author has closed there is no slide left to stand on but the one before.
      else if (kind === 'text' && own) own.html += html;
      else if (kind === 'close') this.open.pop();
      else if (kind === 'break' || kind === 'open') {
        if (kind === 'break' && !waiting) this.open.pop();
        const begun = this.#begin({ ...waiting?.attributes, ...withoutBare(attributes) }, slide.position);
        begun.html = waiting?.html ?? '';
        if (waiting) own = begun;
        waiting = undefined;
      }
    }
    own?.slides.push(...slide.slides);
    // The theme closes every chunk: what the author has closed already must not reach further out.
    if (!isBare || this.open.length > depth) this.open.pop();
  }

  #begin(attributes: Attributes, position: Position): Draft {
    const draft: Draft = { attributes, html: '', slides: [], position };
    this.#siblings().push(draft);
    this.open.push(draft);
    return draft;
  }

  #siblings(): (Slide | Draft)[] {
    return this.open.at(-1)?.slides ?? this.roots;
  }
}

function withoutBare(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== BARE));
}

function finish({ attributes, html, slides, position }: Slide | Draft): Slide {
  const children = slides.filter((slide) => !isBlankSlide(slide)).map(finish);
  return { attributes, html: withoutEdges(html), slides: children, position };
}

/** Blank lines that stood around the tags say nothing. */
function withoutEdges(html: string): string {
  const text = html.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return text === '' ? '' : `${text}\n`;
}

/** A slide of comments only is one that the author has commented out. */
export function isBlankSlide({
  attributes,
  html,
  slides,
}: Pick<Slide, 'attributes' | 'html' | 'slides'>): boolean {
  return withoutComments(html).trim() === '' && slides.length === 0 && Object.keys(attributes).length === 0;
}

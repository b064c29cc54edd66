/**
 * Makes the ids of footnotes unique in a deck. Each text (a page, a section, a note) counts its footnotes from 1. A
 * footnote is on the slide that refers to it, so the ids of one slide are renamed together.
 */
import { applyEdits, type Edit, editValues } from '../html-edits.ts';
import { countUpTo } from '../line-index.ts';
import type { NotesFacts, Section, SectionFacts, TagFacts } from '../types.ts';

const ID_RE = /^fn(?:ref)?\d*:\d+$/;

/**
 * Renames ids that an earlier slide already uses: `fn:1` becomes `fn:1-1`.
 * @param read reads the HTML of a section whose ids have changed
 */
export function uniqueFootnotes(
  sections: readonly Section[],
  read: (html: string) => Section,
): readonly Section[] {
  const ids = new FootnoteIds();
  return sections.map((section) => {
    const edits = slideTexts(section.facts).flatMap((texts) =>
      texts.flat().some(isReference) ? texts.flatMap((tags) => renameText(section.html, tags, ids)) : [],
    );
    return edits.length === 0 ? section : read(applyEdits(section.html, edits));
  });
}

const isReference = ({ attributes }: TagFacts): boolean => attributes['role'] === 'doc-noteref';

/** The tags of footnotes by slide: first those in its own text, without slides inside it, then those in each note. */
function slideTexts({
  own,
  children,
  elements,
}: SectionFacts): readonly (readonly (readonly TagFacts[])[])[] {
  const footnotes = elements.filter(
    ({ attributes }) => (idOf(attributes) ?? targetOf(attributes)) !== undefined,
  );
  if (footnotes.length === 0) return [];
  const slides = [own, ...children];
  const starts = slides.map(({ tag }) => tag.start);
  const notes = slides.flatMap((slide) => slide.notes).toSorted((a, b) => a.start - b.start);
  const noteStarts = notes.map(({ start }) => start);
  const texts = slides.map(() => new Map<NotesFacts | undefined, TagFacts[]>([[undefined, []]]));
  for (const tag of footnotes) {
    const last = notes[countUpTo(noteStarts, tag.start) - 1];
    const note = last && tag.start < last.end ? last : undefined;
    const ofSlide = texts[countUpTo(starts, tag.start) - 1];
    const ofNote = ofSlide?.get(note);
    if (ofNote) ofNote.push(tag);
    else ofSlide?.set(note, [tag]);
  }
  return texts.map((ofSlide) => [...ofSlide.values()]);
}

type Values = TagFacts['attributes'];

const idOf = ({ id }: Values): string | undefined => (id !== undefined && ID_RE.test(id) ? id : undefined);

/** The id of the footnote that a link refers to. */
const targetOf = ({ href }: Values): string | undefined =>
  href?.startsWith('#') ? idOf({ id: href.slice(1) }) : undefined;

/** The ids of footnotes in a deck. */
class FootnoteIds {
  readonly #taken = new Set<string>();
  /** The first number with which an id may be free: with all before it, it is taken. */
  readonly #next = new Map<string, number>();

  /** Reserves ids with the first number with which all of them are free; 0 is none. */
  reserve(ids: readonly string[]): number {
    let number = ids.reduce((most, id) => Math.max(most, this.#next.get(id) ?? 0), 0);
    while (ids.some((id) => this.#taken.has(numbered(id, number)))) number++;
    for (const id of ids) this.#taken.add(numbered(id, number));
    for (const id of ids) {
      let next = this.#next.get(id) ?? 0;
      while (this.#taken.has(numbered(id, next))) next++;
      this.#next.set(id, next);
    }
    return number;
  }
}

const numbered = (id: string, number: number): string => (number === 0 ? id : `${id}-${number}`);

/** Reserves unused ids for the footnotes of a text, and renames its tags accordingly. */
function renameText(html: string, tags: readonly TagFacts[], reserved: FootnoteIds): readonly Edit[] {
  const ids = tags.flatMap(({ attributes }) => idOf(attributes) ?? []);
  const number = reserved.reserve(ids);
  if (number === 0) return [];
  const own = new Set(ids);
  return tags.flatMap((tag) => {
    const [id, target] = [idOf(tag.attributes), targetOf(tag.attributes)];
    return editValues(html, tag, (name) => {
      if (name === 'id' && id !== undefined) return numbered(id, number);
      return name === 'href' && target !== undefined && own.has(target)
        ? `#${numbered(target, number)}`
        : undefined;
    });
  });
}

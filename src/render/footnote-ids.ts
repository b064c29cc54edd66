/**
 * Makes the ids of footnotes unique in a deck. Each text (a page, a section, a note) counts its footnotes from 1. A
 * footnote is on the slide that refers to it, so the ids of one slide are renamed together.
 */
import { applyEdits, type Edit, editValues } from '../html-edits.ts';
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
  const taken = new Set<string>();
  return sections.map((section) => {
    const edits = slideTexts(section.facts).flatMap((texts) =>
      texts.flat().some(isReference) ? texts.flatMap((tags) => renameText(section.html, tags, taken)) : [],
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
  const notes = slides.flatMap((slide) => slide.notes);
  const noteOf = ({ start }: TagFacts): NotesFacts | undefined =>
    notes.find((note) => start >= note.start && start < note.end);
  return slides.map(({ tag }, n) => {
    const next = slides[n + 1]?.tag.start ?? Infinity;
    const tags = footnotes.filter(({ start }) => start >= tag.start && start < next);
    return [undefined, ...notes].map((note) => tags.filter((one) => noteOf(one) === note));
  });
}

type Values = TagFacts['attributes'];

const idOf = ({ id }: Values): string | undefined => (id !== undefined && ID_RE.test(id) ? id : undefined);

/** The id of the footnote that a link refers to. */
const targetOf = ({ href }: Values): string | undefined =>
  href?.startsWith('#') ? idOf({ id: href.slice(1) }) : undefined;

/** Reserves unused ids for the footnotes of a text, and renames its tags accordingly. */
function renameText(html: string, tags: readonly TagFacts[], taken: Set<string>): readonly Edit[] {
  const ids = tags.flatMap(({ attributes }) => idOf(attributes) ?? []);
  let number = 0;
  const named = (id: string): string => (number === 0 ? id : `${id}-${number}`);
  while (ids.some((id) => taken.has(named(id)))) number++;
  for (const id of ids) taken.add(named(id));
  if (number === 0) return [];
  return tags.flatMap((tag) => {
    const [id, target] = [idOf(tag.attributes), targetOf(tag.attributes)];
    return editValues(html, tag, (name) => {
      if (name === 'id' && id !== undefined) return named(id);
      return name === 'href' && target !== undefined && ids.includes(target)
        ? `#${named(target)}`
        : undefined;
    });
  });
}

/**
 * Ids of footnotes, once in a deck. Each text counts its footnotes from 1: a page, the text of a section, a note. They
 * stand on the slide that refers to them, so those of one slide are named anew together.
 */
import { applyEdits, type Edit, editValues } from '../html-edits.ts';
import type { NotesFacts, Section, SectionFacts, TagFacts } from '../types.ts';

const ID_RE = /^fn(?:ref)?\d*:\d+$/;

/**
 * The sections of a deck, with ids that were taken before numbered: `fn:1`, `fn:1-1`.
 * @param read reads the HTML of a section in which ids have changed
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

/** The tags of footnotes, slide by slide: first those of its own text, which ends where a slide in it begins, then each note. */
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

/** The id that a link leads to. */
const targetOf = ({ href }: Values): string | undefined =>
  href?.startsWith('#') ? idOf({ id: href.slice(1) }) : undefined;

/** Takes ids for the footnotes of a text, and writes them. */
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

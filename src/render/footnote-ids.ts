/**
 * Ids of footnotes, once in a deck. Each text counts its footnotes from 1: a page, the text of a section, a note. They
 * stand on the slide that refers to them, so those of one slide are named anew together.
 */

const FOOTNOTES = 'role="doc-noteref"';

/** The own text of a slide ends where another slide begins. */
const SLIDE_RE = /(?=<section\b)/;

/** Notes are texts of their own. */
const NOTES_RE = /(<aside class="notes">[\s\S]*?<\/aside>)/;

const ID_RE = /\bid="(fn(?:ref)?\d*:\d+)"/g;
const NAME_RE = /\b(id="|href="#)(fn(?:ref)?\d*:\d+)"/g;

/** The sections of a deck, with ids that were taken in front numbered: `fn:1`, `fn:1-1`. */
export function uniqueFootnotes(sections: readonly string[]): readonly string[] {
  if (!sections.some((html) => html.includes(FOOTNOTES))) return sections;
  const taken = new Set<string>();
  const rename = (slide: string): string => (slide.includes(FOOTNOTES) ? renameSlide(slide, taken) : slide);
  return sections.map((html) => html.split(SLIDE_RE).map(rename).join(''));
}

function renameSlide(slide: string, taken: Set<string>): string {
  const pieces = slide.split(NOTES_RE);
  const own = createRename(pieces.filter((_, n) => n % 2 === 0).join(''), taken);
  return pieces.map((piece, n) => (n % 2 === 0 ? own(piece) : createRename(piece, taken)(piece))).join('');
}

/** Takes ids for the footnotes of a text, and gives what writes them. */
function createRename(text: string, taken: Set<string>): (piece: string) => string {
  const ids = [...text.matchAll(ID_RE)].map(([, id = '']) => id);
  let number = 0;
  const named = (id: string): string => (number === 0 ? id : `${id}-${number}`);
  while (ids.some((id) => taken.has(named(id)))) number++;
  for (const id of ids) taken.add(named(id));
  return (piece) =>
    piece.replace(NAME_RE, (whole, start: string, id: string) =>
      ids.includes(id) ? `${start}${named(id)}"` : whole,
    );
}

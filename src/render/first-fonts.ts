/** The files of fonts that the words of a slide are written in, so that a page can ask for them at once. */
import type { FontFile, SectionFacts } from '../types.ts';
import { shownSlides } from './shown-slides.ts';

/** The paths of the files; a character that no file has is the system's to show. */
export function findFirstFonts(facts: SectionFacts, fonts: readonly FontFile[]): readonly string[] {
  const used = firstRuns(facts).flatMap(({ text, role, isBold, isItalic }) => {
    const faces = fonts.filter((font) => font.roles.includes(role) && font.isItalic === isItalic);
    // The faces for headings are of one weight already.
    const suitable = role === 'heading' ? faces : faces.filter((font) => font.isBold === isBold);
    return suitable.filter(({ ranges }) => hasCharacterIn(text, ranges)).map(({ path }) => path);
  });
  return [...new Set(used)];
}

/** Of a stack, what it holds itself and the slide on top of it. */
function firstRuns(facts: SectionFacts): SectionFacts['own']['runs'] {
  const [shown] = shownSlides(facts);
  return shown === facts.own ? shown.runs : [...facts.own.runs, ...shown.runs];
}

function hasCharacterIn(text: string, ranges: FontFile['ranges']): boolean {
  // White space is in the first file of every family, and shows nothing.
  const points = Array.from(text.replaceAll(/\s+/g, ''), (character) => character.codePointAt(0) ?? 0);
  return points.some((point) => ranges.some(([first, last]) => point >= first && point <= last));
}

/** Finds the font files that the first slide needs, so that the page can preload them. */
import type { FontFile, SectionFacts } from '../types.ts';
import { shownSlides } from '../shown-slides.ts';

/** The paths of the font files; a character that none of them has is shown in a system font. */
export function findFirstFonts(facts: SectionFacts, fonts: readonly FontFile[]): readonly string[] {
  const used = firstRuns(facts).flatMap(({ text, role, isBold, isItalic }) => {
    const faces = fonts.filter((font) => font.roles.includes(role) && font.isItalic === isItalic);
    // The faces for headings have only one weight.
    const suitable = role === 'heading' ? faces : faces.filter((font) => font.isBold === isBold);
    return suitable.filter(({ ranges }) => hasCharacterIn(text, ranges)).map(({ path }) => path);
  });
  return [...new Set(used)];
}

/** The text of the first slide; in a stack, also that of the stack itself. */
function firstRuns(facts: SectionFacts): SectionFacts['own']['runs'] {
  const [shown] = shownSlides(facts);
  return shown === facts.own ? shown.runs : [...facts.own.runs, ...shown.runs];
}

function hasCharacterIn(text: string, ranges: FontFile['ranges']): boolean {
  // Whitespace is in the first file of every family, and needs no font.
  const points = Array.from(text.replaceAll(/\s+/g, ''), (character) => character.codePointAt(0) ?? 0);
  return points.some((point) => ranges.some(([first, last]) => point >= first && point <= last));
}

/** The files of fonts that the words of a slide are written in, so that a page can ask for them at once. */
import type { FontFile } from '../types.ts';

const TAG_RE =
  /<!--[\s\S]*?-->|<(aside|script|style|svg)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;

/** What the words between two tags are written in. */
interface Run {
  readonly text: string;
  readonly role: 'heading' | 'main';
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** The paths of the files; a character that no file has is the system's to show. */
export function firstFonts(section: string, fonts: readonly FontFile[]): readonly string[] {
  const runs = readRuns(firstChild(section));
  const used = runs.flatMap(({ text, role, isBold, isItalic }) => {
    const faces = fonts.filter((font) => font.roles.includes(role) && font.isItalic === isItalic);
    // The faces for headings are of one weight already.
    const suitable = role === 'heading' ? faces : faces.filter((font) => font.isBold === isBold);
    return suitable.filter(({ ranges }) => hasCharacterIn(text, ranges)).map(({ path }) => path);
  });
  return [...new Set(used)];
}

/** Of a stack, the slide at the top of it. */
function firstChild(section: string): string {
  const [, , second] = /^(<section\b[^>]*>\s*)(<section\b[\s\S]*?<\/section>)/i.exec(section) ?? [];
  return second ?? section;
}

function readRuns(html: string): readonly Run[] {
  const runs: Run[] = [];
  const open: string[] = [];
  let end = 0;
  const within = (name: RegExp): boolean => open.some((tag) => name.test(tag));
  const add = (text: string): void => {
    if (text.trim() === '' || within(/^(?:code|pre)$/)) return;
    const role = within(/^h[1-6]$/) ? 'heading' : 'main';
    runs.push({
      text,
      role,
      isBold: within(/^(?:b|strong|th|dt)$/),
      isItalic: within(/^(?:i|em|blockquote|q)$/),
    });
  };
  for (const { 0: tag, 2: slash, 3: name, index } of html.matchAll(TAG_RE)) {
    add(html.slice(end, index));
    end = index + tag.length;
    if (name === undefined) continue;
    const opened = open.lastIndexOf(name.toLowerCase());
    if (slash === '') open.push(name.toLowerCase());
    else if (opened >= 0) open.length = opened;
  }
  add(html.slice(end));
  return runs;
}

function hasCharacterIn(text: string, ranges: FontFile['ranges']): boolean {
  // White space is in the first file of every family, and shows nothing.
  const points = Array.from(text.replaceAll(/\s+/g, ''), (character) => character.codePointAt(0) ?? 0);
  return points.some((point) => ranges.some(([first, last]) => point >= first && point <= last));
}

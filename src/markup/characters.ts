/** Characters at the ends of texts, found without a look at the rest of them. */

/** The first character of a text, even if it takes two code units; `undefined` for an empty text. */
export function firstCharacter(text: string): string | undefined {
  return /^./su.exec(text.slice(0, 2))?.[0];
}

/** The last character of a text, even if it takes two code units; `undefined` for an empty text. */
export function lastCharacter(text: string): string | undefined {
  return /.$/su.exec(text.slice(-2))?.[0];
}

/** The offset from which on a text, up to `end`, has only some characters. */
export function startOfTrailing(characters: string, text: string, end = text.length): number {
  let start = end;
  while (start > 0 && characters.includes(text.charAt(start - 1))) start--;
  return start;
}

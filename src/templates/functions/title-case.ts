/** Titles in the style of the Associated Press, which is Hugo's default. */

/** Words that stay small unless they begin or end the title. */
const SMALL_WORDS = new Set(
  'a an and as at but by en for if in nor of on or per the to v v. vs vs. via'.split(' '),
);

const WORD_RE = /[\p{N}\p{L}]+[^\s\-/]*/gu;

/** Makes the first letters of words capitals, and leaves the rest of them as it is. */
export function toTitleCase(text: string): string {
  return text.replace(WORD_RE, (word, at: number) => {
    const end = at + word.length;
    const isSmall = SMALL_WORDS.has(word.toLowerCase()) && at > 0 && end < text.length;
    const [before, after] = [text.slice(0, at), text[end]];
    const isInside =
      /[ \-/]$/.test(before) && !/[:-].$/.test(before) && (after !== '-' || before.endsWith('-'));
    return isSmall && isInside ? word.toLowerCase() : firstUpper(word);
  });
}

/** Makes the first letter a capital. */
export function firstUpper(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

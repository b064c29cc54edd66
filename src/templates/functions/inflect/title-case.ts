/** Titles in one of Hugo's styles: `titleCaseStyle` of the configuration. */

/** How the words of a title are written. */
interface TitleStyle {
  /** Words that stay small unless they begin or end the title. */
  readonly smallWords: ReadonlySet<string>;
}

const splitWords = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const associatedPress: TitleStyle = {
  smallWords: splitWords('a an and as at but by en for if in nor of on or per the to v v. vs vs. via'),
};

/** The Chicago Manual of Style writes all prepositions small. */
const chicago: TitleStyle = {
  smallWords: splitWords(
    'a about above across after against along among an and around as at before behind below beneath beside between ' +
      'beyond but by down during en except for from if in inside into like near nor of off on onto or outside over past ' +
      'per since so the through throughout till to toward towards under underneath until up upon v v. versus via vs vs. ' +
      'with within without yet',
  ),
};

/** By the name in the configuration, in lower case; the Associated Press by default. */
const styles: Readonly<Record<string, (text: string) => string>> = {
  ap: (text) => capitalize(text, associatedPress),
  chicago: (text) => capitalize(text, chicago),
  go: (text) => text.replace(/\p{L}[\p{L}\p{N}_’]*/gu, firstUpper),
  firstupper: firstUpper,
  none: (text) => text,
};

/** A text as a title, in the style of the site. */
export function toTitleCase(text: string, style = 'ap'): string {
  const name = style.toLowerCase();
  const write = Object.hasOwn(styles, name) ? styles[name] : undefined;
  return (write ?? capitalize)(text, associatedPress);
}

const WORD_RE = /[\p{N}\p{L}]+[^\s\-/]*/gu;

/** Makes the first letters of words capitals, and leaves the rest of them as it is. */
function capitalize(title: string, { smallWords }: TitleStyle): string {
  return title.replace(WORD_RE, (word, at: number) => {
    const end = at + word.length;
    const isSmall = smallWords.has(word.toLowerCase()) && at > 0 && end < title.length;
    const [before, after] = [title.slice(0, at), title[end]];
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

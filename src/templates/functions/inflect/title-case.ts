/** Titles in one of Hugo's styles: `titleCaseStyle` of the configuration. */

/** The capitalization of a style. */
interface TitleStyle {
  /** Words in lower case, unless they start or end the title. */
  readonly smallWords: ReadonlySet<string>;
}

const splitWords = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const associatedPress: TitleStyle = {
  smallWords: splitWords('a an and as at but by en for if in nor of on or per the to v v. vs vs. via'),
};

/** The Chicago Manual of Style has all prepositions in lower case. */
const chicago: TitleStyle = {
  smallWords: splitWords(
    'a about above across after against along among an and around as at before behind below beneath beside between ' +
      'beyond but by down during en except for from if in inside into like near nor of off on onto or outside over past ' +
      'per since so the through throughout till to toward towards under underneath until up upon v v. versus via vs vs. ' +
      'with within without yet',
  ),
};

/** Styles by lower-case name in the configuration; the default is that of the Associated Press. */
const styles: Readonly<Record<string, (text: string) => string>> = {
  ap: (text) => capitalize(text, associatedPress),
  chicago: (text) => capitalize(text, chicago),
  go: (text) => text.replace(/\p{L}[\p{L}\p{N}_’]*/gu, firstUpper),
  firstupper: firstUpper,
  none: (text) => text,
};

/** Converts a text to a title, in the style of the site. */
export function toTitleCase(text: string, style = 'ap'): string {
  const name = style.toLowerCase();
  const write = Object.hasOwn(styles, name) ? styles[name] : undefined;
  return (write ?? capitalize)(text, associatedPress);
}

const WORD_RE = /[\p{N}\p{L}]+[^\s\-/]*/gu;

/** Capitalizes the first letters of words, and leaves the other letters. */
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

/** Capitalizes the first letter. */
export function firstUpper(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

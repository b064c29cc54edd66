/** `inflect.*`: forms of English words. */
import { toText } from '../values/conversions.ts';
import type { FunctionRow } from '../row.ts';
import { pluralize, singularize } from './plurals.ts';
import { firstUpper } from './title-case.ts';

export const inflectFunctions: readonly FunctionRow[] = [
  {
    name: 'inflect.Humanize',
    aliases: ['humanize'],
    args: [1, 1],
    run: ([value]) => humanize(toText(value)),
  },
  {
    name: 'inflect.Pluralize',
    aliases: ['pluralize'],
    args: [1, 1],
    run: ([value]) => pluralize(toText(value)),
  },
  {
    name: 'inflect.Singularize',
    aliases: ['singularize'],
    args: [1, 1],
    run: ([value]) => singularize(toText(value)),
  },
];

/** Words that are always written in capitals. */
const ACRONYMS = new Set(
  'ansi api cli cpu dns ftp html http https id imap ip json jwt lan ok os pc ram rfc smtp sql ssh uri url usb utf8 uuid vpn wan www'.split(
    ' ',
  ),
);

/** Turns `my-first_post` and `myFirstPost` into `My first post`, and a number into an ordinal, `3rd`. */
export function humanize(text: string): string {
  if (/^[+-]?\d+$/.test(text)) return text + ordinalOf(Math.abs(Number(text)));
  const words = text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => (ACRONYMS.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  return firstUpper(words.join(' '));
}

function ordinalOf(number: number): string {
  const [tens, ones] = [number % 100, number % 10];
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][ones] ?? 'th';
}

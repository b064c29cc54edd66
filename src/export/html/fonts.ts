/** Which fonts a page uses, as far as that can be read from its text and its classes. */
import { readHtml } from '../../html.ts';

/** What a page needs of fonts. */
export interface FontUse {
  /** All characters of the page, in both cases. */
  readonly characters: ReadonlySet<number>;
  readonly classes: ReadonlySet<string>;
  /** All text in which a family may be named, in lower case. */
  readonly styles: string;
  /** Whether scripts of the author may add other text. */
  readonly isOpen: boolean;
}

/** Reads what a page needs. `styles` are its stylesheets. */
export function readFontUse(html: string, styles: readonly string[], isOpen: boolean): FontUse {
  const texts: string[] = [];
  const classes = new Set<string>();
  for (const token of readHtml(html)) {
    if (token.kind === 'text') texts.push(token.text);
    if (token.kind !== 'start') continue;
    texts.push(...Object.values(token.attributes));
    for (const name of token.attributes['class']?.split(/\s+/) ?? []) classes.add(name);
  }
  const own = styles.join('\n');
  const escaped = [...own.matchAll(/\\([\da-f]{1,6})/gi)].map(([, code = '']) => parseInt(code, 16));
  const text = texts.join('') + own.replaceAll(/@font-face\s*\{[^}]*\}/gi, '');
  const all = text + text.toUpperCase() + text.toLowerCase();
  const characters = new Set([...new Set(all)].map((character) => character.codePointAt(0) ?? 0));
  for (const code of escaped) characters.add(code);
  const named = own.replaceAll(/@font-face\s*\{[^}]*\}/gi, '') + html;
  return { characters, classes, styles: named.toLowerCase(), isOpen };
}

/** Whether a page uses a `@font-face`. */
export function isFaceUsed(face: string, use: FontUse): boolean {
  const family = /font-family\s*:\s*["']?([^"';}]+)/i.exec(face)?.[1]?.trim();
  if (family === undefined || use.isOpen) return true;
  if (!use.styles.includes(family.toLowerCase())) return false;
  const special = mathClasses[family];
  if (special && !special.some((name) => use.classes.has(name))) return false;
  const ranges = /unicode-range\s*:\s*([^;}]+)/i.exec(face)?.[1];
  return ranges === undefined || hasCharacter(ranges, use.characters);
}

function hasCharacter(ranges: string, characters: ReadonlySet<number>): boolean {
  const read = ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().replace(/^u\+/i, '').split('-');
    return [parseInt(first.replaceAll('?', '0'), 16), parseInt(last.replaceAll('?', 'f'), 16)] as const;
  });
  return [...characters].some((code) => read.some(([first, last]) => code >= first && code <= last));
}

/** The classes with which KaTeX asks for its less common families. */
const mathClasses: Readonly<Record<string, readonly string[]>> = {
  KaTeX_AMS: ['amsrm', 'mathbb', 'textbb'],
  KaTeX_Caligraphic: ['mathcal'],
  KaTeX_Fraktur: ['mathfrak', 'textfrak', 'mathboldfrak', 'textboldfrak'],
  KaTeX_SansSerif: ['mathsf', 'textsf', 'mathboldsf', 'textboldsf', 'mathitsf', 'mathsfit', 'textitsf'],
  KaTeX_Script: ['mathscr', 'textscr'],
  KaTeX_Typewriter: ['mathtt', 'texttt'],
};

/** Cuts fonts to the characters that a page can show. The package for it is optional: fonts stay whole without it. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { optionalPackage } from '../../bundle/package-folder.ts';
import type { FontUse } from './fonts.ts';

/** Cuts a font to the characters of a text, in the format that it has. It keeps all features of OpenType. */
export type CutFont = (font: Buffer, text: string) => Promise<Uint8Array>;

/** Loads what cuts fonts; `undefined` if subset-font is not installed. */
export function loadFontCutter(root: string, locate = optionalPackage): CutFont | undefined {
  const folder = locate('subset-font', root);
  return folder === undefined
    ? undefined
    : (createRequire(path.join(folder, 'package.json'))(folder) as CutFont);
}

/**
 * What browsers and the client add to a text: digits and letters of numbers and keys, quotation marks of `q`, hyphens,
 * and the mark for text that is cut off.
 */
const ADDED = `${String.fromCodePoint(...Array.from({ length: 95 }, (_, n) => 32 + n))}\u00A0\u00AB\u00BB\u00AD\u2010\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u2039\u203A`;

/** All characters that a page can show, each once. `html` is the page with its styles and scripts inside. */
export function shownCharacters(html: string, { characters }: FontUse): string {
  const escaped = [...html.matchAll(/\\u\{?([\da-f]{4,6})/gi)].map(([, code = '']) => parseInt(code, 16));
  const codes = new Set([...characters, ...escaped.filter((code) => code <= 0x10ffff)]);
  // Texts of scripts are in both cases, too.
  const all = html + html.toUpperCase() + html.toLowerCase() + ADDED;
  for (const character of new Set(all)) codes.add(character.codePointAt(0) ?? 0);
  const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
  return [...codes]
    .filter((code) => code >= 32 && !isSurrogate(code))
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

/** Cuts fonts, by their paths. One that can't be read stays whole: the browser decides what it is worth. */
export async function cutFonts(
  fonts: ReadonlyMap<string, Uint8Array>,
  text: string,
  cut: CutFont,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const smaller = await Promise.all(
    [...fonts].map(async ([file, bytes]) => {
      const made = await cut(Buffer.from(bytes), text).catch(() => bytes);
      return [file, made.length < bytes.length ? made : bytes] as const;
    }),
  );
  return new Map(smaller);
}

/**
 * The self-hosted fonts of reveal.js themes: reveal.js 6 inlines some in its stylesheets as base64 and loads the others
 * from Google. @fontsource has the same faces as WOFF2, split by Unicode range.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FontFile } from '../../types.ts';
import { bundleFolder, dependencyFolder } from '../package-folder.ts';

/** A family, with its package and the faces that the themes use. */
interface Family {
  readonly family: string;
  readonly name: string;
  readonly faces: readonly string[];
  /** Whether only headings of a bundled theme use it: it is packed without signs, and not for authors' stylesheets. */
  readonly isForHeadings?: true;
}

const FAMILIES: readonly Family[] = [
  { family: 'Lato', name: '@fontsource/lato', faces: ['400', '400-italic', '700', '700-italic'] },
  { family: 'League Gothic', name: '@fontsource/league-gothic', faces: ['400'] },
  { family: 'Lora', name: '@fontsource/lora', faces: ['700'], isForHeadings: true },
  { family: 'Manrope', name: '@fontsource/manrope', faces: ['700'] },
  { family: 'Montserrat', name: '@fontsource/montserrat', faces: ['700'] },
  { family: 'News Cycle', name: '@fontsource/news-cycle', faces: ['400', '700'] },
  { family: 'Open Sans', name: '@fontsource/open-sans', faces: ['400', '400-italic', '700', '700-italic'] },
  { family: 'Quicksand', name: '@fontsource/quicksand', faces: ['400', '700'] },
  { family: 'Roboto', name: '@fontsource/roboto', faces: ['700'], isForHeadings: true },
  { family: 'Roboto Slab', name: '@fontsource/roboto-slab', faces: ['400', '700'] },
  { family: 'Source Code Pro', name: '@fontsource/source-code-pro', faces: ['400', '600'] },
  {
    family: 'Source Sans 3',
    name: '@fontsource/source-sans-3',
    faces: ['400', '400-italic', '600', '600-italic'],
  },
  {
    family: 'Source Sans Pro',
    name: '@fontsource/source-sans-pro',
    faces: ['400', '400-italic', '600', '600-italic'],
  },
  { family: 'Ubuntu', name: '@fontsource/ubuntu', faces: ['300', '300-italic', '700', '700-italic'] },
];

/** The folder of a family: packed with the compiled code if that exists, or else the family's package. */
function familyFolder(name: string): string {
  const packed = path.join(bundleFolder(), '..', packedFolder(name));
  return existsSync(packed) ? packed : dependencyFolder(name);
}

const packedFolder = (name: string): string => path.posix.join('fonts', path.basename(name));

/** The folders that the fonts are served from. */
export function fontFolders(): readonly string[] {
  return FAMILIES.map(({ name }) => familyFolder(name));
}

/** A file that is packed with the compiled code, so that users don't install a megabyte of unused faces. */
export interface PackedFile {
  /** Absolute. */
  readonly source: string;
  /** Relative to the folder of the compiled code. */
  readonly path: string;
}

/** Lists the packed files of the font packages: licences, and the stylesheet and font files of each face. */
export function packedFonts(): readonly PackedFile[] {
  return FAMILIES.flatMap(({ name, faces }) => {
    const fonts = faces.flatMap((face) => [
      `${face}.css`,
      ...readFaces(name, face).map((file) => `files/${file.path}`),
    ]);
    return ['LICENSE', ...fonts].map((file) => ({
      source: path.join(familyFolder(name), file),
      path: `${packedFolder(name)}/${file}`,
    }));
  });
}

const FONT_FACE_RE = /@font-face\{[^{}]*\}/g;
const IMPORT_RE = /@import\s*"https?:[^"]*";/g;
const WOFF_RE = /,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g;
const FILE_RE = /url\(\.\/files\/([^)]+)\)/g;

/** Writes the faces of a theme's fonts. `from` is the folder of the stylesheet; `subsets` are those that decks use. */
export function themeFaces(css: string, from: string, subsets: readonly string[]): string {
  const address = (file: string): string => path.relative(from, file).split(path.sep).join('/');
  return readFamilies(css)
    .map((row) => fontFaces(row, address, subsets))
    .join('\n');
}

/** Reads the subsets of all families, with their ranges of characters. */
function readSubsets(): ReadonlyMap<string, FontFile['ranges']> {
  const subsets = new Map<string, FontFile['ranges']>();
  for (const { name, faces } of FAMILIES)
    for (const { subset, ranges } of readFaces(name, faces[0] ?? ''))
      subsets.set(subset, [...(subsets.get(subset) ?? []), ...ranges]);
  return subsets;
}

/** Lists the names of all subsets, for decks whose scripts may write any character. */
export function allSubsets(): readonly string[] {
  return [...readSubsets().keys()].sort();
}

/** Lists the names of the subsets that a text needs, always including Latin. */
export function subsetsForText(text: string): readonly string[] {
  const points = Array.from(new Set(text), (character) => character.codePointAt(0) ?? 0);
  const has = ([first, last]: readonly [number, number]): boolean =>
    points.some((point) => point >= first && point <= last);
  return [...readSubsets()]
    .filter(([name, ranges]) => name === 'latin' || ranges.some(has))
    .map(([name]) => name)
    .sort();
}

/** Lists the font files of a theme, by their names in the package. */
export function themeFontFiles(css: string): readonly FontFile[] {
  return readFamilies(css).flatMap((row) => {
    const isMain = isFirstChoice(css, 'main', row.family);
    const headings = isFirstChoice(css, 'heading', row.family) ? headingFaces(css, row) : [];
    return row.faces.flatMap((face) => {
      const roles = [
        ...(isMain ? (['main'] as const) : []),
        ...(headings.includes(face) ? (['heading'] as const) : []),
      ];
      return readFaces(row.name, face).map((file) => ({ ...file, roles }));
    });
  });
}

const isBold = (face: string): boolean => Number.parseInt(face, 10) >= 600;

/** Selects the faces in the weight of a theme's headings; all faces if the family has no such weight. */
function headingFaces(css: string, { faces }: Family): readonly string[] {
  const wanted = Number(/--r-heading-font-weight:(\w+)/.exec(css)?.[1]) >= 600;
  const suitable = faces.filter((face) => isBold(face) === wanted);
  return suitable.length > 0 ? suitable : faces;
}

/** Matches a rule and the comment before it, which names the face: `source-sans-pro-latin-ext-400-normal`. */
const FACE_RE =
  /\/\* (?<face>[\w-]+?)-\d+-\w+ \*\/\s*(?<rule>@font-face \{[^}]*url\(\.\/files\/(?<file>[\w.-]+\.woff2)\)[^}]*unicode-range: (?<ranges>[^;]+);[^}]*\})/g;

/** The part of a face for one subset. */
interface SubsetFace extends Omit<FontFile, 'roles'> {
  /** `latin-ext` */
  readonly subset: string;
  /** The `@font-face` rule as in the package. */
  readonly rule: string;
}

function readFaces(name: string, face: string): readonly SubsetFace[] {
  const sheet = readFileSync(path.join(familyFolder(name), `${face}.css`), 'utf8');
  const family = `${path.basename(name)}-`;
  const faces = [...sheet.matchAll(FACE_RE)].map(({ groups = {} }) => ({
    subset: groups['face']?.slice(family.length) ?? '',
    rule: groups['rule'] ?? '',
    path: groups['file'] ?? '',
    isBold: isBold(face),
    isItalic: face.endsWith('-italic'),
    ranges: (groups['ranges'] ?? '').split(',').map(readRange),
  }));
  const isForHeadings = FAMILIES.some((row) => row.name === name && row.isForHeadings);
  return isForHeadings ? faces.filter(({ subset }) => !SIGNS.includes(subset)) : faces;
}

/** Subsets without letters. */
const SIGNS: readonly string[] = ['math', 'symbols'];

/** Parses a Unicode range: `U+0460-052F` or `U+20B4`. */
function readRange(text: string): readonly [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** Whether a theme's font list begins with this family; the rest of the list are fallbacks. */
function isFirstChoice(css: string, role: 'heading' | 'main' | '[a-z]+', family: string): boolean {
  return new RegExp(`--r-${role}-font:\\s*["']?${family}(?![\\w ]*\\w)`).test(css);
}

function readFamilies(css: string): readonly Family[] {
  return FAMILIES.filter(({ family }) => isFirstChoice(css, '[a-z]+', family));
}

/**
 * Writes the faces of a family by its name in kebab case, such as `league-gothic`; `undefined` for an unknown one.
 * `address` writes the address of a font file.
 */
export function fontFamily(slug: string, address: (file: string) => string): string | undefined {
  const row = FAMILIES.find(({ name }) => name === `@fontsource/${slug}`);
  return row && fontFaces(row, address);
}

const NAMED_RE = /(?:font-family|--r-[a-z]+-font)\s*:\s*["']?([^"',;{}]+)/gi;
const FACE_FAMILY_RE = /@font-face\s*\{[^{}]*?font-family\s*:\s*["']?([^"';}]+)/gi;

const namesIn = (css: string, re: RegExp): readonly string[] =>
  [...css.matchAll(re)].map(([, name = '']) => name.trim().toLowerCase());

/** Finds bundled families that a stylesheet names first and has no face of, named as for `fontFamily`. */
export function findNamedFamilies(css: string): readonly string[] {
  const own = namesIn(css, FACE_FAMILY_RE);
  const named = namesIn(css.replace(/@font-face\s*\{[^{}]*\}/gi, ''), NAMED_RE);
  return FAMILIES.filter(({ family, isForHeadings }) => {
    const wanted = family.toLowerCase();
    return !isForHeadings && named.includes(wanted) && !own.includes(wanted);
  }).map(({ name }) => path.basename(name));
}

/** Writes the faces of a family. Every browser that runs reveal.js 6 supports WOFF2, so WOFF files are omitted. */
function fontFaces(
  { name, faces }: Family,
  address: (file: string) => string,
  subsets?: readonly string[],
): string {
  const folder = familyFolder(name);
  return faces
    .flatMap((face) => readFaces(name, face))
    .filter(({ subset }) => subsets?.includes(subset) ?? true)
    .map(({ rule }) =>
      rule
        .replace(WOFF_RE, '')
        .replace(FILE_RE, (_, file: string) => `url(${address(path.join(folder, 'files', file))})`),
    )
    .join('\n');
}

/**
 * Removes the inlined fonts and the imports from other hosts in a stylesheet of reveal.js. These files are minified, so
 * a rule ends at its first brace; parsing half a megabyte of base64 as CSS would take longer than the rest of a build.
 */
export function withoutFonts(css: string): string {
  return css.replace(FONT_FACE_RE, '').replace(IMPORT_RE, '');
}

/**
 * The fonts of reveal.js's themes, from our own host: reveal.js 6 puts some into its stylesheets as base64 and takes
 * the others from Google. @fontsource has the same faces as WOFF2, split by unicode range.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dependencyFolder } from './package-folder.ts';

/** One row a family: its package, and the faces that the themes use. */
const FAMILIES: readonly {
  readonly family: string;
  readonly name: string;
  readonly faces: readonly string[];
}[] = [
  { family: 'Lato', name: '@fontsource/lato', faces: ['400', '400-italic', '700', '700-italic'] },
  { family: 'League Gothic', name: '@fontsource/league-gothic', faces: ['400'] },
  { family: 'Montserrat', name: '@fontsource/montserrat', faces: ['700'] },
  { family: 'News Cycle', name: '@fontsource/news-cycle', faces: ['400', '700'] },
  { family: 'Open Sans', name: '@fontsource/open-sans', faces: ['400', '400-italic', '700', '700-italic'] },
  { family: 'Quicksand', name: '@fontsource/quicksand', faces: ['400', '700'] },
  {
    family: 'Source Sans Pro',
    name: '@fontsource/source-sans-pro',
    faces: ['400', '400-italic', '600', '600-italic'],
  },
  { family: 'Ubuntu', name: '@fontsource/ubuntu', faces: ['300', '300-italic', '700', '700-italic'] },
];

/** The folders that the fonts are served from. */
export function fontFolders(): readonly string[] {
  return FAMILIES.map(({ name }) => dependencyFolder(name));
}

const FONT_FACE_RE = /@font-face\{[^{}]*\}/g;
const IMPORT_RE = /@import\s*"https?:[^"]*";/g;
const WOFF_RE = /,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g;
const FILE_RE = /url\(\.\/files\/([^)]+)\)/g;

/** The stylesheet of a theme without fonts of its own, and in front the faces that it names. `from` is where it will stand. */
export function replaceFonts(css: string, from: string): string {
  // Only the first of a list is the theme's own choice; the others stand in where a system has them.
  const families = FAMILIES.filter(({ family }) => new RegExp(`-font:\\s*["']?${family}\\b`).test(css));
  const address = (file: string): string => path.relative(from, file).split(path.sep).join('/');
  return families.map((row) => fontFaces(row, address)).join('\n') + withoutFonts(css);
}

/**
 * The faces of a family, by its name in small letters with dashes: `league-gothic`; `undefined` for one that is not
 * here. `address` writes the address of a font file.
 */
export function fontFamily(slug: string, address: (file: string) => string): string | undefined {
  const row = FAMILIES.find(({ name }) => name === `@fontsource/${slug}`);
  return row && fontFaces(row, address);
}

/** Every browser that runs reveal.js 6 reads WOFF2, so the WOFF files are left out. */
function fontFaces({ name, faces }: (typeof FAMILIES)[number], address: (file: string) => string): string {
  const folder = dependencyFolder(name);
  return faces
    .map((face) =>
      readFileSync(path.join(folder, `${face}.css`), 'utf8')
        .replace(WOFF_RE, '')
        .replace(FILE_RE, (_, file: string) => `url(${address(path.join(folder, 'files', file))})`),
    )
    .join('\n');
}

/**
 * Takes out the fonts that reveal.js writes into its stylesheets, and imports from other hosts. The files are its own
 * and minified, so a rule ends at its first brace; reading half a megabyte of base64 as CSS would take longer than
 * all else in a build.
 */
function withoutFonts(css: string): string {
  return css.replace(FONT_FACE_RE, '').replace(IMPORT_RE, '');
}

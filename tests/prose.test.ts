/** Comments and messages are plain English: doc comments have a subject, and no word of an earlier vocabulary comes back. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Rooms whose prose is not covered yet. Remove a line when its room is done; the list ends empty.
 */
const NOT_YET_COVERED: readonly string[] = [];

/** A word that is not used, and what is written instead. */
interface Word {
  readonly not: RegExp;
  readonly but: string;
}

/**
 * The words of the glossary that are unambiguous. Words with a usual meaning of their own are not listed: `uses`,
 * `place`, `frame` (code frame), `marks`, `looks`, `moves`, `signs`, `outside`, `survive`, `says`.
 */
const words: readonly Word[] = [
  { not: /errands?/, but: 'render context' },
  { not: /settles?|settled/, but: 'resolve' },
  // "in memory" is the usual word for data that is not on disk.
  { not: /(?<!in )memory|memories/, but: 'cache' },
  { not: /generations/, but: 'cache, previous run' },
  { not: /passages?/, but: 'segment' },
  { not: /stand-ins?|stands? in for/, but: 'fallback, placeholder' },
  { not: /grounds?/, but: 'background' },
  { not: /mend|mends|mended/, but: 'fix' },
  { not: /slips?/, but: 'unknown option, typo' },
  { not: /painted (?:first|rules?)/, but: 'critical CSS' },
  { not: /putOff|hurry/, but: 'lazy, eager' },
  { not: /traits?/, but: 'finding' },
  { not: /spots?/, but: 'location, position' },
  // `_blank` is a value of HTML, and no whole word here; "blank" is a page without content in HTML's own words.
  { not: /blanks|a blank|runs of blanks/, but: 'whitespace' },
  { not: /films?/, but: 'video' },
  // HTML's "foreign content" (SVG and MathML) and SVG's foreignObject are names of the standard.
  { not: /foreign(?! content| element)/, but: 'external' },
  { not: /kinship/, but: 'call position' },
  { not: /begun|beginnings/, but: 'created, generators' },
  { not: /told|tells apart/, but: 'reported, notified' },
  { not: /behind(?! a proxy)/, but: 'after' },
  // A value of --notes.
  { not: /beside(?! or annotations)/, but: 'next to' },
  { not: /in front of/, but: 'before' },
  { not: /stands?/, but: 'is' },
  { not: /(?:takes?|taken) in drafts/, but: 'include' },
  { not: /what is there/, but: 'existing' },
];

/** A doc comment that begins with a pronoun, or whose object is one: `Makes it.`, `They as they are after a change`. */
const BARE_PRONOUN_RE =
  /^(?:They|Them|It|Its|These|Those|One of them|All of (?:it|them))\b|^[A-Z]\w+s (?:it|them)(?:[.,;:]|$)/;

/** Folders of our own words, and the files in them that have any. */
const FOLDERS = ['src', 'bin', 'create-deckwright', 'layouts', 'starter', 'docs'];
const FILE_RE = /\.(?:[jt]s|hbs|html|md|toml|yml)$/;

const isCovered = (file: string): boolean => !NOT_YET_COVERED.some((room) => file.startsWith(room));

const allFiles: readonly string[] = FOLDERS.filter((folder) => existsSync(path.join(root, folder)))
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.split(path.sep).join('/')}`,
    ),
  )
  .concat('README.md')
  .filter((file) => FILE_RE.test(file) && !file.includes('node_modules/') && isCovered(file))
  .sort((a, b) => a.localeCompare(b));

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const COMMENT_RE = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;
const STRING_RE = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`/g;
/** Code in a text keeps its names: `traits`, ${stand}. */
const CODE_RE = /`[^`\n]*`|\$\{[^}]*\}/g;

/** Comments, and strings with several words. */
function proseOf(file: string): readonly string[] {
  const text = read(file);
  if (!/\.[jt]s$/.test(file)) return [text.replace(CODE_RE, '')];
  const strings = (text.replace(COMMENT_RE, '').match(STRING_RE) ?? [])
    .map((quoted) => quoted.slice(1, -1).replace(/\$\{[^}]*\}/g, ''))
    .filter((content) => /[a-z,] [a-z]/.test(content));
  return [...(text.match(COMMENT_RE) ?? []).map((comment) => comment.replace(CODE_RE, '')), ...strings];
}

const docComments = (file: string): readonly string[] =>
  (read(file).match(/\/\*\*[\s\S]*?\*\//g) ?? []).map((comment) =>
    comment
      .slice(3, -2)
      .replace(/\s*\n\s*\*\s?/g, ' ')
      .trim(),
  );

/** Data in English: the prepositions that stay in lower case in titles. */
const DATA = ['src/templates/functions/inflect/title-case.ts'];

const sources = allFiles.filter((file) => file.startsWith('src/'));

test('there are sources to look at', () => {
  expect(sources.length).toBeGreaterThan(50);
});

test('doc comments name their subject and their object', () => {
  const found = sources.flatMap((file) =>
    docComments(file)
      .filter((comment) => BARE_PRONOUN_RE.test(comment))
      .map((comment) => `${file}: ${comment}`),
  );
  expect(found).toEqual([]);
});

test('comments and messages use the words of the glossary', () => {
  const found = allFiles
    .filter((file) => !DATA.includes(file))
    .flatMap((file) =>
      proseOf(file).flatMap((prose) =>
        words.flatMap(({ not, but }) => {
          const match = new RegExp(`(?<![\\w-])(?:${not.source})(?![\\w-])`, 'i').exec(prose);
          return match ? [`${file}: "${match[0]}" → ${but}`] : [];
        }),
      ),
    );
  expect(found).toEqual([]);
});

test.each([
  ['Makes it.', true],
  ['They as they are after a change.', true],
  ['Its name.', true],
  ['All of them.', true],
  ['Reads the front matter of a page.', false],
  ['Item of a list.', false],
  ['Limits its size.', false],
])('%j begins or ends with a bare pronoun: %s', (comment, expected) => {
  expect(BARE_PRONOUN_RE.test(comment)).toBe(expected);
});

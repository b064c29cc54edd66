/** Writes an examination for the terminal: plain text in columns, with the most important part last. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Examination, FilePosition } from './examination.ts';
import { countOf } from '../count-of.ts';

/** The cells of a line. */
type Row = readonly string[];

/** A part of the report: its title and lines. A part without lines is omitted. */
interface Part {
  readonly title: string;
  readonly rows: (examination: Examination) => readonly Row[];
}

const parts: readonly Part[] = [
  { title: 'Site', rows: siteRows },
  { title: 'Decks', rows: deckRows },
  { title: 'Other pages', rows: pageRows },
  { title: 'Shortcodes', rows: shortcodeRows },
  { title: 'Templates', rows: templateRows },
  { title: 'Intended differences', rows: ({ differences }) => differenceRows(differences) },
  { title: 'Used but not supported', rows: ({ unsupported }) => differenceRows(unsupported) },
  { title: 'Errors and warnings', rows: findingRows },
  { title: 'Packages to install', rows: packageRows },
];

/** Writes the report; the last line is its summary and has no line break. */
export function printExamination(examination: Examination): string {
  const written = parts.flatMap(({ title, rows }) => {
    const lines = alignRows(rows(examination));
    return lines.length === 0 ? [] : [[title, ...lines.map((line) => `  ${line}`)].join('\n')];
  });
  return [...written, examination.summary].join('\n\n');
}

/** Pads cells to the width of their column, and wraps the last cell of each row. */
function alignRows(rows: readonly Row[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [n, cell] of row.slice(0, -1).entries()) widths[n] = Math.max(widths[n] ?? 0, cell.length);
  }
  return rows.flatMap((row) => {
    const start = row
      .slice(0, -1)
      .map((cell, n) => `${cell.padEnd(widths[n] ?? 0)}  `)
      .join('');
    return wrapWords(row.at(-1) ?? '', WIDTH - start.length).map((words, n) =>
      `${n === 0 ? start : ' '.repeat(start.length)}${words}`.trimEnd(),
    );
  });
}

/** Width of the report, in characters. */
const WIDTH = 108;
const MIN_WIDTH = 40;

function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > Math.max(width, MIN_WIDTH)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const MAX_NAMES = 6;

/** Joins names; of many, lists the first and the number of the others. */
function shorten(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return more <= 1 ? names.join(', ') : `${names.slice(0, MAX_NAMES).join(', ')} and ${more} more`;
}

const positionText = ({ file, line, column }: FilePosition): string => `${file}:${line}:${column}`;

const times = (count: number): string => `${count}×`;

function siteRows({ configuration, themes, files }: Examination): readonly Row[] {
  const { environment, baseURL, languages } = configuration;
  const states = { 'built-in': 'built in', there: 'installed', missing: 'missing' };
  return [
    ['configuration', configuration.files.join(', ') || 'none'],
    ['environment', environment],
    ['base URL', baseURL],
    [languages.length === 1 ? 'language' : 'languages', languages.map(({ code }) => code).join(', ')],
    ['themes', themes.map(({ name, state }) => `${name} (${states[state]})`).join(', ')],
    [
      'files',
      `${files.static} static, ${files.besidePages} next to pages, ${files.assets} in assets, ${files.data} with data`,
    ],
  ];
}

/** Lists the decks. If the site does not build, each line says whether its deck has errors. */
function deckRows({ decks, builds }: Examination): readonly Row[] {
  const stateOf = (isSound: boolean): Row => (builds ? [] : [isSound ? 'no errors' : 'has errors']);
  return decks.map(({ path, head, pages, slides, stacks, notes, theme, features, isSound }) => [
    path,
    ...stateOf(isSound),
    head,
    countOf(pages, 'page'),
    `${countOf(slides, 'slide')}${stacks > 0 ? `, ${countOf(stacks, 'stack')}` : ''}`,
    notes > 0 ? `${notes} with notes` : '',
    theme,
    features.join(', '),
  ]);
}

function pageRows({ otherPages: { written, leftAlone, leftOut } }: Examination): readonly Row[] {
  return [
    ...row('rendered with their layouts', written),
    ...row('not published: no layout', leftAlone),
    ...row('skipped because of errors', leftOut),
  ];
}

function row(title: string, files: readonly string[]): readonly Row[] {
  return files.length === 0 ? [] : [[title, String(files.length), shorten(files)]];
}

/** Lists the shortcodes. Unknown ones come last, with all their positions. */
function shortcodeRows({ shortcodes, themes }: Examination): readonly Row[] {
  const known = shortcodes.filter(({ owner }) => owner !== 'unknown');
  const isThemeMissing = themes.some(({ state }) => state === 'missing');
  const fallback = isThemeMissing ? 'a missing theme may define it' : 'there is no such shortcode';
  return [
    ...known.map(({ name, owner, file, uses }) => [
      name,
      times(uses.length),
      owner === 'built-in' ? 'built in' : file,
    ]),
    ...shortcodes
      .filter(({ owner }) => owner === 'unknown')
      .flatMap(({ name, nearest, uses }) => [
        [name, times(uses.length), `unknown: ${nearest ? `did you mean ${nearest}?` : fallback}`],
        ...positionsByFile(uses).map((positions) => ['', '', positions]),
      ]),
  ];
}

/** Groups positions by file: `content/a.md:3:1, 7:12`. */
function positionsByFile(positions: readonly FilePosition[]): readonly string[] {
  const lines = new Map<string, string>();
  for (const { file, line, column } of positions) {
    const known = lines.get(file);
    lines.set(file, `${known === undefined ? `${file}:` : `${known}, `}${line}:${column}`);
  }
  return [...lines.values()];
}

function templateRows({ templates }: Examination): readonly Row[] {
  const { files, handlebars, ofThemes, functions, faults, missing } = templates;
  const themes = Object.entries(ofThemes).map(([name, count]) => `${name} (${count})`);
  return [
    ...row('Go templates', files),
    ...row('Handlebars', handlebars),
    ...(themes.length > 0 ? [['of themes', '', themes.join(', ')]] : []),
    ...(functions.length > 0
      ? [
          [
            'functions',
            String(functions.length),
            functions.map(({ name, count }) => `${name} ${times(count)}`).join(', '),
          ],
        ]
      : []),
    ...faults.map((fault) => [FAULTS[fault.code] ?? fault.code, '', faultText(fault)]),
    ...missing.map(({ name, position, nearest }) => [
      'missing',
      '',
      `${positionText(position)} "${name}"${nearest ? `: did you mean "${nearest}"?` : ''}`,
    ]),
  ];
}

const FAULTS: Readonly<Record<string, string>> = {
  'template-function-unknown': 'unknown function',
  'template-syntax': "can't be read",
};

function faultText({ file, line, column, message, hint }: Diagnostic): string {
  return `${positionText({ file, line, column })} ${message}. ${hint}`;
}

function differenceRows(differences: Examination['differences']): readonly Row[] {
  return differences.flatMap(({ says, count, first }): Row[] => [
    ['-', says],
    ...(first ? [['', `${times(count)}, first at ${positionText(first)}`]] : []),
  ]);
}

function findingRows({ findings }: Examination): readonly Row[] {
  const rows = findings.map(({ severity, code, count, first, message }) => [
    severity,
    code,
    times(count),
    `${first ? `${positionText(first)} ` : ''}${message}`,
  ]);
  return rows.length === 0
    ? []
    : [...rows, ['deckwright build shows each of them with its line and a hint.']];
}

const INSTALL_RE = /npm install --save-dev (\S+)$/;

/** Writes one command that installs all missing packages. */
function packageRows({ diagnostics }: Examination): readonly Row[] {
  const names = diagnostics
    .filter(({ code }) => code.endsWith('-package-missing'))
    .flatMap(({ hint }) => INSTALL_RE.exec(hint)?.[1] ?? []);
  const all = [...new Set(names)].sort();
  return all.length === 0 ? [] : [[`npm install --save-dev ${all.join(' ')}`]];
}

/** The options of the manual: one row a key, as the tables of the validation have them. */
import type { KeyRows, OptionRow, OptionRows } from '../../src/site/options/row.ts';
import { frontMatterKeys, moreFrontMatterKeys } from '../../src/site/options/front-matter.ts';
import { lookOptions } from '../../src/site/options/looks.ts';
import { moveOptions } from '../../src/site/options/moves.ts';
import { pluginOptions } from '../../src/site/options/plugins.ts';
import { moreSiteKeys, siteKeys } from '../../src/site/options/site.ts';
import { themeOptions } from '../../src/site/options/theme.ts';

/** As many lines as a slide has room for, and as many signs as stand in a line of each column. */
const MOST_LINES = 11;
const WIDTHS = [34, 22, 62] as const;

interface Chapter {
  readonly title: string;
  readonly about: string;
  readonly rows: OptionRows | KeyRows;
  /** Options are documented in snake_case; Hugo's keys are as Hugo has them. */
  readonly isSnake: boolean;
}

const chapters: readonly Chapter[] = [
  { title: 'Looks of a deck', about: 'In `[params.reveal_hugo]`, or in `[reveal_hugo]` of one deck.', rows: themeOptions, isSnake: true },
  { title: 'What is on the screen', about: 'Options of reveal.js, in the same places.', rows: lookOptions, isSnake: true },
  { title: 'How a deck moves', about: 'Options of reveal.js, in the same places.', rows: moveOptions, isSnake: true },
  { title: 'Plugins', about: 'Options of reveal.js’s own plugins, and of those that you bring.', rows: pluginOptions, isSnake: true },
  { title: 'The configuration', about: '`hugo.toml`, at the top.', rows: { ...siteKeys, ...moreSiteKeys }, isSnake: false },
  { title: 'Front matter', about: 'At the top of a page.', rows: { ...frontMatterKeys, ...moreFrontMatterKeys }, isSnake: false },
]; // prettier-ignore

/** The slides of all chapters, each a stack. */
export function writeReference(): string {
  const head =
    '+++\nweight = 10\n+++\n\n<!-- Written from the tables in src/site/options by npm run schemas. -->\n';
  return `${head}\n${chapters.map(writeChapter).join('\n---\n\n')}`;
}

function writeChapter({ title, about, rows, isSnake }: Chapter): string {
  const lines = Object.entries(rows).flatMap(([key, row]) => linesOf(isSnake ? toSnake(key) : key, row));
  const slides = cut(lines).map((part) =>
    ['| key | default | |', '|---|---|---|', ...part.map((line) => `| ${line.join(' | ')} |`)].join('\n'),
  );
  const [first = '', ...more] = slides;
  const later = more.map((slide) => `### ${title}\n\n${slide}`);
  const stack = [`## ${title}\n\n${about}\n\n${first}`, ...later].join('\n\n---\n\n');
  return `{{% section %}}\n\n${stack}\n\n{{% /section %}}\n`;
}

type Line = readonly [key: string, usual: string, description: string];

/** As many on each slide as it has room for. */
function cut(lines: readonly Line[]): readonly (readonly Line[])[] {
  const slides: Line[][] = [];
  let left = 0;
  for (const line of lines) {
    const height = Math.max(...line.map((cell, n) => Math.ceil(cell.length / (WIDTHS[n] ?? 1))), 1);
    if (height > left) {
      slides.push([]);
      left = MOST_LINES;
    }
    slides.at(-1)?.push(line);
    left -= height;
  }
  return slides;
}

/** A key, and those of its table. What means nothing here is told where it is found, and is not in the manual. */
function linesOf(key: string, row: Omit<OptionRow, 'type'>): readonly Line[] {
  if (row.ignored) return [];
  const usual = row.default === undefined ? '' : `\`${JSON.stringify(row.default)}\``;
  const own: Line = [`\`${key}\``, usual, textOf(row.description)];
  const inside = Object.entries(row.keys ?? {}).flatMap(([name, child]) =>
    linesOf(`${key}.${toSnake(name)}`, child),
  );
  return [own, ...inside];
}

/** A cell of a table, in which a shortcode is shown and not run. */
const textOf = (description: string): string =>
  description
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ')
    .replace(/\{\{([<%])/g, '{{$1/*')
    .replace(/([>%])\}\}/g, '*/$1}}');

const toSnake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

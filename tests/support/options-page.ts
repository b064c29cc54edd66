/** Writes docs/options.md, a row for each option, from the tables of the validation. */
import type { KeyRows, OptionRow, OptionRows, ValueType } from '../../src/site/options/row.ts';
import { frontMatterKeys, moreFrontMatterKeys } from '../../src/site/options/front-matter.ts';
import { appearanceOptions } from '../../src/site/options/appearance.ts';
import { navigationOptions } from '../../src/site/options/navigation.ts';
import { pluginOptions } from '../../src/site/options/plugins.ts';
import { moreSiteKeys, siteKeys, siteParams } from '../../src/site/options/site.ts';
import { checkAttributes, lookAttributes, slideAttributes } from '../../src/site/options/slide.ts';
import { themeOptions } from '../../src/site/options/theme-options.ts';
import { snakeCase } from '../../src/site/params/reveal-options.ts';

interface Chapter {
  readonly title: string;
  readonly about: string;
  readonly rows: OptionRows | KeyRows;
  /** How a key is written: options in snake_case, all others as the tables have them. */
  spell(this: void, key: string): string;
}

const asIs = (key: string): string => key;

const chapters: readonly Chapter[] = [
  {
    title: 'Site configuration',
    about: 'Keys of `hugo.toml`, `hugo.yaml` or `hugo.json`. A dot is a table: `sitemap.filename` is `filename` under `[sitemap]`.',
    rows: { ...siteKeys, ...moreSiteKeys },
    spell: asIs,
  },
  {
    title: 'Site params',
    about: 'Keys of `[params]`, next to `[params.reveal_hugo]`. Other keys are for your own templates.',
    rows: siteParams,
    spell: asIs,
  },
  {
    title: 'Front matter',
    about: 'Keys at the top of a page. Other keys are for your own templates. `[reveal_hugo]` has the options below.',
    rows: { ...frontMatterKeys, ...moreFrontMatterKeys },
    spell: asIs,
  },
  {
    title: 'Appearance',
    about: 'Options of `[params.reveal_hugo]` for all decks, or of `[reveal_hugo]` for one.',
    rows: themeOptions,
    spell: snakeCase,
  },
  {
    title: 'Layout and transitions',
    about: 'Options of reveal.js, in the same tables.',
    rows: appearanceOptions,
    spell: snakeCase,
  },
  {
    title: 'Navigation, time and views',
    about: 'Options of reveal.js, in the same tables.',
    rows: navigationOptions,
    spell: snakeCase,
  },
  {
    title: 'Plugin options',
    about: 'Options of the plugins of reveal.js, and of plugins that you add with `plugins`.',
    rows: pluginOptions,
    spell: snakeCase,
  },
  {
    title: 'Slide attributes',
    about: 'Parameters of `{{< slide >}}`. In HTML, write them with the prefix `data-`.',
    rows: { ...slideAttributes, ...lookAttributes, ...checkAttributes },
    spell: asIs,
  },
]; // prettier-ignore

const INTRODUCTION = `# Options

<!-- Written from the tables in src/site/options by npm run schemas. -->

All keys of decks, with types and defaults. The flags are in [the command](command.md).

The options of reveal.js are written in snake_case here. \`slideNumber\` and \`slidenumber\` mean the same as \`slide_number\`. A deck's own \`[reveal_hugo]\` takes precedence over \`[params.reveal_hugo]\` of the site. Editors know these keys too: see [write](write.md#editor-support).
`;

/** The whole page. */
export function writeOptionsPage(): string {
  const contents = chapters.map(({ title }) => `- [${title}](#${anchorOf(title)})`).join('\n');
  return [INTRODUCTION, `${contents}\n`, ...chapters.map(writeChapter)].join('\n');
}

const anchorOf = (title: string): string => title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-');

function writeChapter({ title, about, rows, spell }: Chapter): string {
  const entries = Object.entries(rows);
  const used = entries.filter(([, row]) => !isIgnored(row));
  const ignored = entries.filter(([, row]) => isIgnored(row)).map(([key]) => `\`${spell(key)}\``);
  const lines = used.flatMap(([key, row]) => linesOf(key, row, spell));
  const table = ['| key | type | default | |', '|---|---|---|---|', ...lines].join('\n');
  const without =
    ignored.length === 0
      ? ''
      : `\nWithout effect, because scripts are never loaded from another host: ${ignored.join(', ')}.\n`;
  return `## ${title}\n\n${about}\n\n${table}\n${without}`;
}

const isIgnored = (row: OptionRows[string] | KeyRows[string]): boolean =>
  'ignored' in row && row.ignored !== undefined;

type Row = Partial<OptionRow> & KeyRows[string];

/** Writes the row of a key, and those of the keys in its table. */
function linesOf(key: string, row: Row, spell: (key: string) => string): readonly string[] {
  const usual = row.default === undefined || row.default === null ? '' : code(row.default);
  const own = `| \`${spell(key)}\` | ${typeOf(row)} | ${usual} | ${textOf(row)} |`;
  const inside = Object.entries(row.keys ?? {}).flatMap(([name, child]) =>
    linesOf(`${spell(key)}.${name}`, child, spell),
  );
  return [own, ...inside];
}

/** Writes a value in TOML. */
const code = (value: unknown): string => `\`${JSON.stringify(value).replaceAll('","', '", "')}\``;

const KIND_NAMES: Readonly<Record<string, string>> = {
  array: 'list',
  integer: 'integer',
  object: 'table',
  strings: 'string or list of strings',
  string: 'string',
  tables: 'table or list of tables',
};

function typeOf({ kind, type }: Row): string {
  if (kind !== undefined) return KIND_NAMES[kind] ?? kind;
  const types = ([type ?? []].flat() as readonly ValueType[]).filter((one) => one !== 'null');
  return (
    types.map((one) => KIND_NAMES[one] ?? one).join(' or ') || (type === undefined ? 'any' : 'script only')
  );
}

/** Writes the description with the allowed values; bars are escaped for table cells. */
function textOf({ description, values, texts }: Row): string {
  const all = (values ?? texts ?? []).filter((value) => value !== null && typeof value !== 'boolean');
  const unnamed = all.filter((value) => !description.includes(value));
  const choice =
    unnamed.length === 0
      ? ''
      : ` ${values ? 'One of' : 'Also'} ${all.map((value) => `\`${value}\``).join(', ')}.`;
  return `${description.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')}${choice}`;
}

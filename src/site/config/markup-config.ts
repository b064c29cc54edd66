/** Reads `[markup]` of the configuration, with Hugo's defaults. */
import type { Delimiters, HeadingIdType, MarkupConfig, TypographicReplacements } from '../../types.ts';
import { isTable } from '../../tables.ts';
import { normalizeHighlight } from './highlight-config.ts';
import type { Reader } from '../values.ts';

/** Hugo's defaults. Source: docs/compatibility.md#markdown-defaults. */
const typographerDefaults = {
  leftSingleQuote: '\u2018',
  rightSingleQuote: '\u2019',
  leftDoubleQuote: '\u201C',
  rightDoubleQuote: '\u201D',
  enDash: '\u2013',
  emDash: '\u2014',
  ellipsis: '\u2026',
  leftAngleQuote: '\u00AB',
  rightAngleQuote: '\u00BB',
  apostrophe: '\u2019',
} satisfies TypographicReplacements;

/** An arrow with the variation selector for text, so that it is not shown as emoji. */
const BACKLINK = '&#x21a9;&#xfe0e;';

const EXTENSIONS = 'markup.goldmark.extensions';
const PARSER = 'markup.goldmark.parser';
const RENDERER = 'markup.goldmark.renderer';

/** Reads `[markup]`, and the older options at the top level. */
export function normalizeMarkup(read: Reader): MarkupConfig {
  return {
    ...normalizeRenderer(read),
    ...normalizeExtensions(read),
    ...normalizeParser(read),
    emoji: read.boolean('enableEmoji') ?? false,
    highlight: normalizeHighlight(read),
  };
}

function normalizeRenderer(read: Reader): Pick<MarkupConfig, 'unsafe' | 'hardWraps' | 'xhtml'> {
  return {
    unsafe: read.boolean(`${RENDERER}.unsafe`),
    hardWraps: read.boolean(`${RENDERER}.hardWraps`) ?? false,
    xhtml: read.boolean(`${RENDERER}.xhtml`) ?? false,
  };
}

type Extensions = Omit<
  MarkupConfig,
  keyof ReturnType<typeof normalizeRenderer> | keyof Parser | 'emoji' | 'highlight'
>;

function normalizeExtensions(read: Reader): Extensions {
  const isOn = (name: string): boolean => read.boolean(`${EXTENSIONS}.${name}`) ?? true;
  const isExtra = (name: string): boolean => readSwitch(read, `${EXTENSIONS}.extras.${name}`) ?? false;
  const isCjk = read.boolean(`${EXTENSIONS}.cjk.enable`) ?? false;
  return {
    typographer: normalizeTypographer(read),
    linkify: isOn('linkify'),
    linkifyProtocol: read.string(`${EXTENSIONS}.linkifyProtocol`) ?? 'https',
    definitionList: isOn('definitionList'),
    table: isOn('table'),
    taskList: isOn('taskList'),
    footnoteBacklink: normalizeFootnote(read),
    strikethrough: isOn('strikethrough'),
    extras: {
      delete: isExtra('delete'),
      insert: isExtra('insert'),
      mark: isExtra('mark'),
      subscript: isExtra('subscript'),
      superscript: isExtra('superscript'),
    },
    passthrough: normalizePassthrough(read),
    eastAsianLineBreaks: isCjk ? normalizeLineBreaks(read) : undefined,
    escapedSpace: isCjk && (read.boolean(`${EXTENSIONS}.cjk.escapedSpace`) ?? false),
  };
}

type Parser = Pick<
  MarkupConfig,
  | 'autoHeadingId'
  | 'headingIdType'
  | 'definitionTermIds'
  | 'headingAttributes'
  | 'blockAttributes'
  | 'wrapImages'
>;

function normalizeParser(read: Reader): Parser {
  const isOn = (name: string): boolean | undefined => read.boolean(`${PARSER}.${name}`);
  // As in Hugo, the older name takes precedence.
  const type = read.string(`${PARSER}.autoHeadingIDType`) ?? read.string(`${PARSER}.autoIDType`) ?? '';
  return {
    autoHeadingId: isOn('autoHeadingID') ?? true,
    headingIdType: HEADING_ID_TYPES.find((name) => name === type) ?? 'github',
    definitionTermIds: isOn('autoDefinitionTermID') ?? false,
    headingAttributes: isOn('attribute.title') ?? true,
    blockAttributes: isOn('attribute.block') ?? false,
    wrapImages: isOn('wrapStandAloneImageWithinParagraph') ?? true,
  };
}

const HEADING_ID_TYPES: readonly HeadingIdType[] = ['github', 'github-ascii', 'blackfriday'];

/** Reads the typographer: a boolean in older configurations, in newer ones a table of replacements with `disable`. */
function normalizeTypographer(read: Reader): TypographicReplacements | undefined {
  const key = `${EXTENSIONS}.typographer`;
  if (!isTable(read.raw(key))) return read.boolean(key) === false ? undefined : typographerDefaults;
  if (read.boolean(`${key}.disable`)) return undefined;
  const replacements = Object.entries(typographerDefaults).map(([name, usual]) => [
    name,
    read.string(`${key}.${name}`) ?? usual,
  ]);
  return Object.fromEntries(replacements) as TypographicReplacements;
}

function normalizeFootnote(read: Reader): string | undefined {
  const key = `${EXTENSIONS}.footnote`;
  if (readSwitch(read, key) === false) return undefined;
  return (isTable(read.raw(key)) ? read.string(`${key}.backlinkHTML`) : undefined) ?? BACKLINK;
}

/** Reads a boolean, or `enable` of a table. */
function readSwitch(read: Reader, key: string): boolean | undefined {
  return read.boolean(isTable(read.raw(key)) ? `${key}.enable` : key);
}

function normalizePassthrough(read: Reader): MarkupConfig['passthrough'] {
  const key = `${EXTENSIONS}.passthrough`;
  if (!readSwitch(read, key)) return undefined;
  const pairs = (kind: string): Delimiters[] => {
    const list = read.raw(`${key}.delimiters.${kind}`);
    return Array.isArray(list) ? list.filter(isDelimiters) : [];
  };
  return { block: pairs('block'), inline: pairs('inline') };
}

function isDelimiters(value: unknown): value is Delimiters {
  return (
    Array.isArray(value) && value.length === 2 && value.every((sign) => typeof sign === 'string' && sign)
  );
}

function normalizeLineBreaks(read: Reader): MarkupConfig['eastAsianLineBreaks'] {
  if (!read.boolean(`${EXTENSIONS}.cjk.eastAsianLineBreaks`)) return undefined;
  const style = read.string(`${EXTENSIONS}.cjk.eastAsianLineBreaksStyle`);
  return style === 'css3draft' ? 'css3draft' : 'simple';
}

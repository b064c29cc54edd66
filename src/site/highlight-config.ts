/** What `[markup.highlight]` says, and the names that it had when Hugo called Pygments. */
import type { HighlightConfig } from '../types.ts';
import { isTable } from '../tables.ts';
import type { Reader } from './values.ts';

/** What counts where the author says nothing. */
const highlightDefaults = {
  codeFences: true,
  style: 'monokai',
  noClasses: true,
  lineNos: false,
  lineNoStart: 1,
  hlLines: '',
  anchorLineNos: false,
  lineAnchors: '',
  guessSyntax: false,
  tabWidth: 4,
  hlInline: false,
  noHl: false,
} satisfies HighlightConfig;

/** `lineNumbersInTable` has no row: it says how Chroma writes, and our numbers stand beside their lines. */
export function normalizeHighlight(read: Reader): HighlightConfig {
  const key = 'markup.highlight';
  const oldOptions = readPygmentsOptions(read);
  const own = {
    codeFences: read.boolean(`${key}.codeFences`) ?? read.boolean('pygmentsCodeFences'),
    style: read.string(`${key}.style`) ?? read.string('pygmentsStyle'),
    noClasses: read.boolean(`${key}.noClasses`) ?? readOldClasses(read),
    lineNos: normalizeLineNos(read, `${key}.lineNos`) ?? oldOptions.lineNos,
    lineNoStart: read.integer(`${key}.lineNoStart`) ?? oldOptions.lineNoStart,
    hlLines: read.string(`${key}.hl_Lines`) ?? oldOptions.hlLines,
    anchorLineNos: read.boolean(`${key}.anchorLineNos`),
    lineAnchors: read.string(`${key}.lineAnchors`),
    guessSyntax: read.boolean(`${key}.guessSyntax`) ?? read.boolean('pygmentsCodefencesGuessSyntax'),
    tabWidth: read.integer(`${key}.tabWidth`),
    noHl: read.boolean(`${key}.noHl`),
  };
  const said = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...highlightDefaults, ...(Object.fromEntries(said) as Partial<HighlightConfig>) };
}

/** The old name said the opposite. */
function readOldClasses(read: Reader): boolean | undefined {
  const uses = read.boolean('pygmentsUseClasses');
  return uses === undefined ? undefined : !uses;
}

/** `true`, or where the numbers stand: `"table"`, `"inline"`. */
function normalizeLineNos(read: Reader, key: string): boolean | undefined {
  const value = read.raw(key);
  return value === 'table' || value === 'inline' ? true : read.boolean(key);
}

/** `pygmentsOptions = "linenos=table,linenostart=10"`. */
function readPygmentsOptions(
  read: Reader,
): Partial<Pick<HighlightConfig, 'lineNos' | 'lineNoStart' | 'hlLines'>> {
  if (isTable(read.raw('pygmentsOptions'))) return {};
  const pairs = (read.string('pygmentsOptions') ?? '')
    .split(',')
    .map((pair) => pair.split('=').map((part) => part.trim()));
  const options = new Map(pairs.map(([name = '', value = '']) => [name.toLowerCase(), value]));
  const lineNos = options.get('linenos');
  const start = Number(options.get('linenostart'));
  return {
    ...(lineNos && { lineNos: lineNos !== 'false' }),
    ...(start > 0 && { lineNoStart: Math.trunc(start) }),
    ...(options.has('hl_lines') && { hlLines: options.get('hl_lines') ?? '' }),
  };
}

/** Reads `[markup.highlight]`, and its older names from when Hugo used Pygments. */
import type { HighlightConfig } from '../../types.ts';
import { isTable } from '../../tables.ts';
import type { Reader } from '../values.ts';

/** Hugo's defaults. */
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

/** Reads the options. `lineNumbersInTable` is ignored: line numbers are always next to their lines. */
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

/** Reads the older option, which has the opposite meaning. */
function readOldClasses(read: Reader): boolean | undefined {
  const uses = read.boolean('pygmentsUseClasses');
  return uses === undefined ? undefined : !uses;
}

/** Reads `lineNos`: a boolean, or where the numbers are: `"table"`, `"inline"`. */
function normalizeLineNos(read: Reader, key: string): boolean | undefined {
  const value = read.raw(key);
  return value === 'table' || value === 'inline' ? true : read.boolean(key);
}

/** Reads `pygmentsOptions = "linenos=table,linenostart=10"`. */
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

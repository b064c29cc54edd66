/** Highlighting options by Hugo's names: next to a fence, in a `highlight` shortcode, in a template. */
import type { HighlightOptions, Table } from '../../types.ts';

/** Reads the option from a value of the author; an empty object if that is invalid. */
type ReadOption = (value: unknown) => Partial<HighlightOptions>;

const isTrue = (value: unknown): boolean => value === true || value === 'true';

/**
 * Readers by lower-case name. Options that only concern Chroma's markup are listed, so that they don't become
 * attributes.
 */
const READERS: ReadonlyMap<string, ReadOption> = new Map(
  Object.entries<ReadOption>({
    // `table` and `inline` place the numbers; ours are always next to their lines.
    linenos: (value) => ({ lineNos: value !== false && value !== 'false' }),
    linenostart: (value) =>
      Number.isFinite(Number(value)) ? { lineNoStart: Math.trunc(Number(value)) } : {},
    hl_lines: (value) => ({ hlLines: (Array.isArray(value) ? value : [value]).join(' ') }),
    anchorlinenos: (value) => ({ anchorLineNos: isTrue(value) }),
    lineanchors: (value) => ({ lineAnchors: String(value) }),
    guesssyntax: (value) => ({ guessSyntax: isTrue(value) }),
    tabwidth: (value) => (Number(value) > 0 ? { tabWidth: Math.trunc(Number(value)) } : {}),
    hl_inline: (value) => ({ hlInline: isTrue(value) }),
    nohl: (value) => ({ noHl: isTrue(value) }),
    linenumbersintable: () => ({}),
    noclasses: (value) => ({ noClasses: value !== false && value !== 'false' }),
    style: (value) => (typeof value === 'string' && value !== '' ? { style: value } : {}),
    wrapperclass: () => ({}),
  }),
);

/** Whether a name, in any case, is an option; all others are attributes. */
export function isHighlightOption(name: string): boolean {
  return READERS.has(name.toLowerCase());
}

/** Reads `linenos=table,hl_lines=1 3-4`, or a table of the same, over the defaults. */
export function readHighlightOptions(
  options: string | Table | undefined,
  defaults: HighlightOptions,
): HighlightOptions {
  const pairs = typeof options === 'string' ? readPairs(options) : Object.entries(options ?? {});
  return pairs.reduce<HighlightOptions>(
    (all, [name, value]) => ({ ...all, ...READERS.get(name.toLowerCase())?.(value) }),
    defaults,
  );
}

function readPairs(text: string): [string, string][] {
  return text.split(',').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [
      name.trim(),
      value
        .join('=')
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    ];
  });
}

/** Reads the `@import` rules of a stylesheet. */

/** An `@import` rule. */
export interface CssImport {
  readonly address: string;
  /** Offset of the rule. */
  readonly offset: number;
}

/** Matches comments, to skip them, and addresses: in `url()`, quoted or not, and quoted without it. */
const IMPORT_RE =
  /\/\*[^]*?\*\/|@import\s*(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|"([^"]*)"|'([^']*)')/gi;

/** Finds the imports of a stylesheet. Addresses may contain semicolons. */
export function readImports(css: string): readonly CssImport[] {
  return [...css.matchAll(IMPORT_RE)].flatMap(({ index, ...groups }) => {
    const address = [1, 2, 3, 4, 5].map((n) => groups[n]).find((text) => text !== undefined);
    return address === undefined ? [] : [{ address: address.trim(), offset: index }];
  });
}

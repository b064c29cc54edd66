/** The stylesheets that a stylesheet imports, by the addresses that stand in it. */

/** An import. */
export interface CssImport {
  readonly address: string;
  /** Where the rule begins. */
  readonly offset: number;
}

/** Comments, which import nothing; addresses in `url()`, in quotes or bare; and those in quotes alone. */
const IMPORT_RE =
  /\/\*[^]*?\*\/|@import\s*(?:url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|"([^"]*)"|'([^']*)')/gi;

/** Finds them. An address is told whole: a semicolon in it does not end it. */
export function readImports(css: string): readonly CssImport[] {
  return [...css.matchAll(IMPORT_RE)].flatMap(({ index, ...groups }) => {
    const address = [1, 2, 3, 4, 5].map((n) => groups[n]).find((text) => text !== undefined);
    return address === undefined ? [] : [{ address: address.trim(), offset: index }];
  });
}

/** What a table of options says of each: the validation and the JSON Schemas of editors read the same rows. */

/** What a value may be, in the words of JSON Schema. */
export type ValueType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** One key of `reveal_hugo`. */
export interface OptionRow {
  readonly type: ValueType | readonly ValueType[];
  /** What it does, as an editor shows it: sentences of Markdown. */
  readonly description: string;
  /** What counts where nobody says anything; nothing where that depends on the deck. */
  readonly default?: boolean | number | string | null | readonly string[];
  /** All values that count, where they can be told. */
  readonly values?: readonly (boolean | string | null)[];
  /** Those of a text alone, where another type is taken too. */
  readonly texts?: readonly string[];
  /** Values worth a try. */
  readonly examples?: readonly unknown[];
  /** What a text has to look like, as a regular expression. */
  readonly pattern?: string;
  /** What the things in a list are, where they are all the same. */
  readonly items?: ValueType;
  /** What may stand in a table, or in the tables of a list. */
  readonly keys?: OptionRows;
  /** Of which keys such a table has to have one. */
  readonly needs?: readonly string[];
  /** It means something to the theme, or to a fork of it, and nothing here: whether the author is told so. */
  readonly ignored?: 'told' | 'in silence';
}

/** A table of them, by the names that reveal.js and this source have for them: in camelCase. */
export type OptionRows = Readonly<Record<string, OptionRow>>;

/** How a value is read; the words are those of the reader in `values.ts`. */
export type ValueKind = 'boolean' | 'date' | 'integer' | 'number' | 'string' | 'strings' | 'table' | 'tables';

/** One key of the configuration or of front matter. */
export interface KeyRow extends Omit<OptionRow, 'type' | 'items' | 'keys' | 'needs' | 'ignored'> {
  /** Values of another kind are told; without one, the key is not looked at where it is read. */
  readonly kind?: ValueKind;
  /** For keys without a kind; without both, any value will do. */
  readonly type?: OptionRow['type'];
}

/** A table of them, by the names that Hugo has for them; dots stand between a table and its key. */
export type KeyRows = Readonly<Record<string, KeyRow>>;

/** Rows of the tables of options, which both the validation and the JSON Schemas for editors are made from. */

/** Types of values, named as in JSON Schema. */
export type ValueType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** A key of `reveal_hugo`. */
export interface OptionRow {
  readonly type: ValueType | readonly ValueType[];
  /** Description for editors, in Markdown. */
  readonly description: string;
  /** The default value; not set if it depends on the deck. */
  readonly default?: boolean | number | string | null | readonly string[];
  /** All valid values, if they can be listed. */
  readonly values?: readonly (boolean | string | null)[];
  /** Whether other strings have a meaning, too, such as a transition of the site's own stylesheet. */
  readonly hasOtherValues?: boolean;
  /** Smallest and largest valid number. */
  readonly min?: number;
  readonly max?: number;
  /** Valid strings, if other types are accepted, too. */
  readonly texts?: readonly string[];
  /** Examples for editors. */
  readonly examples?: readonly unknown[];
  /** Regular expression that strings must match. */
  readonly pattern?: string;
  /** Type of the items of a list. */
  readonly items?: ValueType;
  /** Keys of a table, or of the tables in a list. */
  readonly keys?: OptionRows;
  /** Keys of which such a table needs at least one. */
  readonly requiresOneOf?: readonly string[];
  /** Set for options that only the theme or a fork of it uses: whether to report that they have no effect. */
  readonly ignored?: 'reported' | 'silently';
}

/** Rows by name, in camelCase. */
export type OptionRows = Readonly<Record<string, OptionRow>>;

/** How a value is read, named like the methods of `Reader` in `values.ts`. */
export type ValueKind =
  | 'boolean'
  | 'date'
  | 'duration'
  | 'integer'
  | 'number'
  | 'string'
  | 'strings'
  | 'table'
  | 'tables';

/** A key of the configuration or of front matter. */
export interface KeyRow extends Omit<OptionRow, 'type' | 'items' | 'keys' | 'needs' | 'ignored'> {
  /** How the value is read; values of another kind are reported. Without a kind, values are not checked. */
  readonly kind?: ValueKind;
  /** Type for the schema of a key without a kind; default: any. */
  readonly type?: OptionRow['type'];
}

/** Rows by Hugo's name; a dot separates a table from its key. */
export type KeyRows = Readonly<Record<string, KeyRow>>;

/** One row of a table as a JSON Schema of its value. */
import type { KeyRow, OptionRow, ValueKind, ValueType } from '../site/options/row.ts';
import type { Schema } from './schema.ts';

/** A number, as a text. */
const NUMBER = String.raw`^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$`;

/** What the reader takes for a value of a kind, a text for a number among it; an empty value of YAML is none. */
const kindSchemas: Readonly<Record<ValueKind, Schema>> = {
  string: { type: ['string', 'number', 'boolean', 'null'] },
  boolean: { type: ['boolean', 'string', 'null'], pattern: '^(?:true|false)$' },
  integer: {
    type: ['number', 'string', 'null'],
    pattern: NUMBER,
  },
  number: {
    type: ['number', 'string', 'null'],
    pattern: NUMBER,
  },
  strings: {
    type: ['array', 'string', 'number', 'boolean', 'null'],
    items: { type: ['string', 'number', 'boolean'] },
  },
  table: { type: ['object', 'null'] },
  tables: { type: ['array', 'object', 'null'], items: { type: 'object' } },
  date: {
    type: ['string', 'null'],
    pattern: String.raw`^\s*\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}:?\d{2})?)?\s*$`,
  },
};

/** A key of the configuration or of front matter. */
export function createKeySchema(row: KeyRow): Schema {
  return { ...wordsOf(row), ...(row.kind ? kindSchemas[row.kind] : typeSchema(row.type)) };
}

/** A key of `reveal_hugo`. */
export function createOptionSchema(row: OptionRow): Schema {
  return { ...wordsOf(row), ...(row.ignored && { deprecated: true }), ...valueSchema(row) };
}

function wordsOf({ description, default: fallback, examples }: KeyRow): Schema {
  return {
    description,
    // The language server of JSON shows the other one as it is written.
    ...(description.includes('`') && { markdownDescription: description }),
    ...(fallback !== undefined && { default: fallback }),
    ...(examples && { examples }),
  };
}

const typeSchema = (type: OptionRow['type'] | undefined): Schema => (type === undefined ? {} : { type });

function valueSchema(row: OptionRow): Schema {
  const { type, values, texts, pattern, items, keys } = row;
  const types: readonly ValueType[] = [type].flat();
  if (values) return { enum: values };
  // Of several types, an editor offers those of the list and names them in its complaint.
  if (texts) return { anyOf: [{ type: types.filter((name) => name !== 'string') }, { enum: texts }] };
  if (!keys) return { type, ...(pattern && { pattern }), ...(items && { items: { type: items } }) };
  if (!types.includes('array')) return { type, properties: propertiesOf(keys) };
  const item = tableSchema(row, keys);
  return { anyOf: [{ type: 'array', items: item }, item] };
}

/** A table with such keys, or a text in its place where that is taken too. */
function tableSchema({ type, needs }: OptionRow, keys: NonNullable<OptionRow['keys']>): Schema {
  return {
    type: [type].flat().filter((name) => name !== 'array'),
    properties: propertiesOf(keys),
    ...(needs && { anyOf: [{ not: { type: 'object' } }, ...needs.map((key) => ({ required: [key] }))] }),
  };
}

const propertiesOf = (rows: NonNullable<OptionRow['keys']>): Schema =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, createOptionSchema(row)]));

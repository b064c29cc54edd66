/** Creates the JSON Schema of an option's value. */
import type { KeyRow, OptionRow, ValueKind, ValueType } from '../site/options/row.ts';
import type { Schema } from './schema.ts';

/** A number in a string. */
const NUMBER = String.raw`^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$`;

/** The accepted values of each kind: strings with numbers, too, and null for an empty value of YAML. */
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
  duration: {
    type: ['string', 'number', 'null'],
    exclusiveMinimum: 0,
    pattern: String.raw`^\s*(?:\d+|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)\s*$`,
  },
};

/** Creates the schema of a key of the configuration or of front matter. */
export function createKeySchema(row: KeyRow): Schema {
  return { ...describe(row), ...(row.kind ? kindSchemas[row.kind] : typeSchema(row.type)) };
}

/** Creates the schema of an option of `reveal_hugo`. */
export function createOptionSchema(row: OptionRow): Schema {
  return { ...describe(row), ...(row.ignored && { deprecated: true }), ...valueSchema(row) };
}

function describe({ description, default: fallback, examples }: KeyRow): Schema {
  return {
    description,
    // The language server of JSON shows the plain description without rendering Markdown.
    ...(description.includes('`') && { markdownDescription: description }),
    ...(fallback !== undefined && { default: fallback }),
    ...(examples && { examples }),
  };
}

const typeSchema = (type: OptionRow['type'] | undefined): Schema => (type === undefined ? {} : { type });

function valueSchema(row: OptionRow): Schema {
  const { type, values, hasOtherValues, texts, pattern, items, keys } = row;
  const types: readonly ValueType[] = [type].flat();
  if (values && !hasOtherValues) return { enum: values };
  if (values) return { anyOf: [{ enum: values }, { type }] };
  // Of several schemas, editors suggest the values of the enum and name them in the error message.
  if (texts) return { anyOf: [{ type: types.filter((name) => name !== 'string') }, { enum: texts }] };
  if (!keys)
    return { type, ...(pattern && { pattern }), ...limits(row), ...(items && { items: { type: items } }) };
  if (!types.includes('array')) return { type, properties: createProperties(keys) };
  const item = tableSchema(row, keys);
  return { anyOf: [{ type: 'array', items: item }, item] };
}

/** The limits of numbers. */
const limits = ({ min, max }: OptionRow): Schema => ({
  ...(min !== undefined && { minimum: min }),
  ...(max !== undefined && { maximum: max }),
});

/** Creates the schema of a table, or of a string in its place if that is allowed. */
function tableSchema({ type, requiresOneOf }: OptionRow, keys: NonNullable<OptionRow['keys']>): Schema {
  return {
    type: [type].flat().filter((name) => name !== 'array'),
    properties: createProperties(keys),
    ...(requiresOneOf && {
      anyOf: [{ not: { type: 'object' } }, ...requiresOneOf.map((key) => ({ required: [key] }))],
    }),
  };
}

const createProperties = (rows: NonNullable<OptionRow['keys']>): Schema =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, createOptionSchema(row)]));

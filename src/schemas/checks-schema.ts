/** Creates the JSON Schema of `params.deckwright.checks`: levels by the codes of checks. */
import { checkCodes, checkLimits, checkOptions } from '../site/options/checks.ts';
import { siteParams } from '../site/options/site.ts';
import { refTo, type Schema } from './schema.ts';
import { createKeySchema, createOptionSchema } from './value-schema.ts';

const properties: Schema = {
  level: createOptionSchema(checkOptions.level),
  reason: createOptionSchema(checkOptions.reason),
};

/** The value of a check with a limit: a table may set only that. */
const withLimit = ([code, row]: (typeof limits)[number]): readonly [string, Schema] => {
  const limit = { ...createOptionSchema(row), exclusiveMinimum: 0 };
  const anyOf = [{ required: ['level'] }, { required: ['limit'] }];
  return [code, { anyOf: [level, { type: 'object', properties: { ...properties, limit }, anyOf }] }];
};

const limits = Object.entries(checkLimits);

const level: Schema = { enum: checkOptions.level.values };

/** Creates the definitions: `check` is the value of one, `checks` the table of all. */
export function createCheckDefinitions(): Schema {
  return {
    check: { anyOf: [level, { type: 'object', properties, required: ['level'] }] },
    checks: {
      ...createKeySchema(siteParams['deckwright.checks']),
      propertyNames: { enum: checkCodes },
      properties: Object.fromEntries(limits.map(withLimit)),
      additionalProperties: refTo('check'),
    },
  };
}

/** Creates the JSON Schema of `reveal_hugo`, which allows unknown options. */
import { revealHugoKeys } from '../site/options/reveal-hugo.ts';
import { snakeCase } from '../site/params/reveal-options.ts';
import { refTo, type Schema } from './schema.ts';
import { createOptionSchema } from './value-schema.ts';

const names = Object.keys(revealHugoKeys).toSorted();

/**
 * Creates the definitions of `reveal_hugo`. Editors suggest the names in `properties`, in the documented spelling:
 * `slide_number`. `slideNumber`, `slidenumber` and `Slide_Number` are checked by the same rules, but not suggested.
 */
export function createRevealHugoDefinitions(highlightThemes: readonly string[]): Schema {
  return {
    reveal_hugo: {
      description: 'Options of reveal.js and the theme.',
      type: ['object', 'null'],
      properties: Object.fromEntries(
        names.map((name) => [snakeCase(name), optionSchema(name, highlightThemes)]),
      ),
      patternProperties: Object.fromEntries(
        names.map((name) => [otherSpellings(name), refTo(`reveal_hugo/properties/${snakeCase(name)}`)]),
      ),
      // Plugins and scripts of the author may have options of their own.
      if: { patternProperties: { [oneOf(['plugins', 'customJs'])]: nothing } },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
      then: { patternProperties: { [oneOf(names)]: true }, additionalProperties: false },
      else: {
        patternProperties: { [oneOf(names)]: true },
        additionalProperties: { type: ['array', 'object'] },
      },
    },
  };
}

function optionSchema(name: string, highlightThemes: readonly string[]): Schema {
  const row = revealHugoKeys[name];
  if (!row) throw new Error(`there is no row for ${name}`);
  return createOptionSchema(name === 'highlightTheme' ? { ...row, values: highlightThemes } : row);
}

/** Creates a pattern for other spellings of a name, without the documented one: some editors would report both. */
const otherSpellings = (name: string): string => `^(?!${snakeCase(name)}$)${anyCase(name)}$`;

/** Creates a pattern for all spellings of a name: with or without underscores, in any case. */
function anyCase(name: string): string {
  return snakeCase(name)
    .replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)
    .replaceAll('_', '_?');
}

const oneOf = (keys: readonly string[]): string => `^(?:${keys.map(anyCase).join('|')})$`;

/** An empty list of plugins. */
const nothing: Schema = { enum: [[], '', null] };

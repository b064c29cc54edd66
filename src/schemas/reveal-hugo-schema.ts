/** `reveal_hugo` as a JSON Schema: every option once, in the spelling that is documented, and any other let through. */
import { revealHugoKeys } from '../site/options/reveal-hugo.ts';
import { snakeCase } from '../site/reveal-options.ts';
import { refTo, type Schema } from './schema.ts';
import { createOptionSchema } from './value-schema.ts';

const names = Object.keys(revealHugoKeys).toSorted();

/**
 * The definitions of `reveal_hugo`. Editors offer what stands in `properties`: the documented spelling, `slide_number`.
 * `slideNumber`, `slidenumber` and `Slide_Number` are checked by the same rules, and not offered.
 */
export function createRevealHugoDefinitions(highlightThemes: readonly string[]): Schema {
  return {
    reveal_hugo: {
      description: 'Options of reveal.js and of the theme.',
      type: ['object', 'null'],
      properties: Object.fromEntries(
        names.map((name) => [snakeCase(name), optionSchema(name, highlightThemes)]),
      ),
      patternProperties: Object.fromEntries(
        names.map((name) => [otherSpellings(name), refTo(`reveal_hugo/properties/${snakeCase(name)}`)]),
      ),
      // Plugins and scripts of the author find their own options here.
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

/** What the documented spelling matches too would be told twice by some editors. */
const otherSpellings = (name: string): string => `^(?!${snakeCase(name)}$)${anyCase(name)}$`;

/** A pattern for all spellings of a name: underscores between its words or not, letters in any case. */
function anyCase(name: string): string {
  return snakeCase(name)
    .replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)
    .replaceAll('_', '_?');
}

const oneOf = (keys: readonly string[]): string => `^(?:${keys.map(anyCase).join('|')})$`;

/** A list of plugins that names none. */
const nothing: Schema = { enum: [[], '', null] };

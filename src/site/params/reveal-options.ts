/** Resolves keys of `reveal_hugo` in any spelling to names of options. */
import { nearestName } from '../../diagnostics.ts';
import { revealHugoKeys, revealOptions } from '../options/reveal-hugo.ts';

const known = Object.keys(revealHugoKeys);
const byLowerCase: ReadonlyMap<string, string> = new Map(known.map((name) => [name.toLowerCase(), name]));

/** Keys without an effect that are reported: where the theme loads scripts from another host. */
export const ignoredOptions: readonly string[] = known.filter(
  (name) => revealHugoKeys[name]?.ignored === 'reported',
);

/**
 * Converts a key to the spelling of reveal.js. `slide_number`, `slideNumber` and `slidenumber` are one option; an
 * unknown key only loses its underscores, so `autoSlide-x` is unchanged.
 */
export function optionName(key: string): string {
  const camel = key.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return byLowerCase.get(camel.toLowerCase()) ?? camel;
}

/** Whether a name from `optionName` is an option of the theme; all others are passed to reveal.js. */
export function isThemeKey(name: string): boolean {
  return Object.hasOwn(revealHugoKeys, name) && !Object.hasOwn(revealOptions, name);
}

/** Whether reveal.js, the theme or a common plugin has the option; `name` is from `optionName`. */
export function isKnownOption(name: string): boolean {
  return Object.hasOwn(revealHugoKeys, name);
}

/** Finds the known option most similar to an unknown one. */
export function nearestOption(name: string): string | undefined {
  return nearestName(name, known);
}

/** Converts a name to snake case: `slideNumber` to `slide_number`, `fragmentInURL` to `fragment_in_url`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`);
}

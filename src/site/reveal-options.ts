/** The keys of `reveal_hugo` by name, in whichever spelling an author writes them. */
import { nearestName } from '../diagnostics.ts';
import { revealHugoKeys, revealOptions } from './options/reveal-hugo.ts';

const known = Object.keys(revealHugoKeys);
const byLowerCase: ReadonlyMap<string, string> = new Map(known.map((name) => [name.toLowerCase(), name]));

/** Where the theme would take scripts from another host: keys without an effect, of which the author is told. */
export const ignoredOptions: readonly string[] = known.filter(
  (name) => revealHugoKeys[name]?.ignored === 'reported',
);

/**
 * A key as reveal.js writes it. `slide_number`, `slideNumber` and `slidenumber` are one option; of a key that neither
 * it nor the theme knows only the underscores go, and `autoSlide-x` stays as it is.
 */
export function optionName(key: string): string {
  const camel = key.replace(/_([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
  return byLowerCase.get(camel.toLowerCase()) ?? camel;
}

/** Whether a key, as `optionName` gives it, is the theme's; all others are handed on to reveal.js. */
export function isThemeKey(name: string): boolean {
  return Object.hasOwn(revealHugoKeys, name) && !Object.hasOwn(revealOptions, name);
}

/** Whether reveal.js, the theme or a plugin that many decks bring has a key, as `optionName` gives it. */
export function isKnownOption(name: string): boolean {
  return Object.hasOwn(revealHugoKeys, name);
}

/** What an author may have meant by a key that nobody knows. */
export function nearestOption(name: string): string | undefined {
  return nearestName(name, known);
}

/** `slideNumber` as authors write it: `slide_number`; `fragmentInURL` is `fragment_in_url`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`);
}

/** Themes. */

/** The themes that reveal.js brings. */
export const revealThemes = [
  'beige', 'black', 'black-contrast', 'blood', 'dracula', 'league', 'moon',
  'night', 'serif', 'simple', 'sky', 'solarized', 'white', 'white-contrast',
] as const; // prettier-ignore

/** The name of a theme that reveal.js brings. */
export type RevealTheme = (typeof revealThemes)[number];

/** The themes of deckwright: light, dark, and as the reader's system is set. */
export const ownThemes = ['studio', 'studio-dark', 'studio-auto'] as const;

/** The name of a theme of deckwright. */
export type OwnTheme = (typeof ownThemes)[number];

/** All themes that can be named. */
export const builtInThemes = [...ownThemes, ...revealThemes] as const;

/** The name of a theme that deckwright or reveal.js brings. */
export type BuiltInTheme = OwnTheme | RevealTheme;

/** The theme of a deck; `custom` if only stylesheets of the author apply. */
export type Theme = BuiltInTheme | 'custom';

/** Whether reveal.js brings a theme of this name. */
export function isRevealTheme(name: string): name is RevealTheme {
  return revealThemes.some((theme) => theme === name);
}

/** Whether deckwright brings a theme of this name. */
export function isOwnTheme(name: string): name is OwnTheme {
  return ownThemes.some((theme) => theme === name);
}

/** Whether a deck has a theme of deckwright, and no theme of the author in its place. */
export function hasOwnTheme({
  theme,
  customTheme,
}: {
  readonly theme: string;
  readonly customTheme: string | undefined;
}): boolean {
  return isOwnTheme(theme) && customTheme === undefined;
}

/** Whether deckwright or reveal.js brings a theme of this name. */
export function isBuiltInTheme(name: string): name is BuiltInTheme {
  return isOwnTheme(name) || isRevealTheme(name);
}

/** The palettes of deckwright's themes. */
export const accents = ['ocean', 'forest', 'ember', 'plum', 'rose', 'slate'] as const;

/**
 * Parts of the look that only some decks use; each is a stylesheet in `src/client/look/`.
 *
 * - `footer`: a line at the bottom of every slide
 * - `layouts`: slides with a `layout`
 * - `pictures`: pictures that take the room that is left on their slide
 * - `callouts`: alerts, in our themes
 * - `diagrams`: diagrams of mermaid, in our themes
 * - `section-progress`: a bar or dots for the sections of the talk
 * - `toc`: a list of the sections of the talk
 * - `read`: on a phone held upright, the deck is a page to read; after all others, whose layouts it undoes
 */
export const lookParts = [
  'footer', 'layouts', 'pictures', 'callouts', 'diagrams', 'section-progress', 'toc', 'read',
] as const; // prettier-ignore

/** The name of a part of the look. */
export type LookPart = (typeof lookParts)[number];

/** Ways to show the sections of a talk around its slides. */
export const sectionProgressKinds = ['bar', 'dots'] as const;

/** The name of a way to show the sections of a talk. */
export type SectionProgressKind = (typeof sectionProgressKinds)[number];

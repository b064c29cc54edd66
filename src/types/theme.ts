/** Themes. */

/** The themes that reveal.js brings. */
export const revealThemes = [
  'beige', 'black', 'black-contrast', 'blood', 'dracula', 'league', 'moon',
  'night', 'serif', 'simple', 'sky', 'solarized', 'white', 'white-contrast',
] as const; // prettier-ignore

/** The name of a theme that reveal.js brings. */
export type RevealTheme = (typeof revealThemes)[number];

/** The theme of a deck: one of reveal.js, or `custom` if only stylesheets of the author apply. */
export type Theme = RevealTheme | 'custom';

/** Whether reveal.js brings a theme of this name. */
export function isRevealTheme(name: string): name is RevealTheme {
  return revealThemes.some((theme) => theme === name);
}

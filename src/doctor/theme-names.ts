/** Themes of reveal.js in which something differs on purpose. */

/** Themes in which the colours of links are moved away from their ground. */
export const MENDED_THEMES: readonly string[] = [
  'beige', 'blood', 'league', 'moon', 'serif', 'sky', 'solarized', 'white', 'white-contrast',
]; // prettier-ignore

/** Themes whose fonts reveal.js 5.1 takes from there. */
export const GOOGLE_FONTS: readonly string[] = [
  'beige',
  'blood',
  'league',
  'moon',
  'night',
  'simple',
  'sky',
  'solarized',
];

/** Themes, fonts and styles of code that are not as reveal-hugo has them. */

/** Themes in which the colours of links are moved away from their ground. */
export const MENDED_THEMES: readonly string[] = [
  'beige', 'blood', 'league', 'moon', 'serif', 'sky', 'solarized', 'white', 'white-contrast',
]; // prettier-ignore

/** Themes whose fonts reveal.js 5.1 takes from Google. */
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

/** A font of ours that is published with a custom theme. */
export const FONT_RE = /^deck-assets\/fonts\/.*\.woff2$/;

/** Styles of highlight.js that are not among the files of reveal-hugo. */
export const NEWER_STYLES_RE =
  /^(?:base16\/.*|1c-light|cybertopia-\w+|devibeans|equinox|felipec|github-dark(?:-dimmed)?|intellij-light|lioshi|nnfx-dark|panda-syntax-\w+|rose-pine(?:-\w+)?|srcery|stackoverflow-\w+|tokyo-night-\w+|vs-dark)$/;

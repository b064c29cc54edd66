/** Themes, fonts and code styles that differ from those of reveal-hugo. */

/** Themes whose link colours are changed for more contrast to the background. */
export const ADJUSTED_THEMES: readonly string[] = [
  'beige', 'blood', 'league', 'moon', 'serif', 'sky', 'solarized', 'white', 'white-contrast',
]; // prettier-ignore

/** Themes whose fonts reveal.js 5.1 loads from Google. */
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

/** A built-in font that is published with a custom theme. */
export const FONT_RE = /^deck-assets\/fonts\/.*\.woff2$/;

/** Styles of highlight.js that reveal-hugo does not have. */
export const NEWER_STYLES_RE =
  /^(?:base16\/.*|1c-light|cybertopia-\w+|devibeans|equinox|felipec|github-dark(?:-dimmed)?|intellij-light|lioshi|nnfx-dark|panda-syntax-\w+|rose-pine(?:-\w+)?|srcery|stackoverflow-\w+|tokyo-night-\w+|vs-dark)$/;

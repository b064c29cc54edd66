/** Keys of `reveal_hugo` for the theme and for deckwright, which are not passed to reveal.js. */
import { builtInThemes } from '../../types.ts';
import { accents, sectionProgressKinds } from '../../types.ts';
import type { OptionRows } from './row.ts';

const logoKeys = {
  src: {
    type: 'string',
    description: 'Address of the image; without it, there is no logo.',
    examples: ['/images/logo.svg'],
  },
  alt: { type: 'string', description: 'Alternative text of the image.' },
  top: {
    type: ['string', 'number'],
    default: '1%',
    description: 'Distance from the top, as a CSS length.',
  },
  left: {
    type: ['string', 'number'],
    default: '1%',
    description: 'Distance from the left, as a CSS length.',
  },
  right: { type: ['string', 'number'], description: 'Distance from the right, instead of `left`.' },
  diag: {
    type: ['string', 'number'],
    description: 'Default for `top` and `left`.',
  },
  width: { type: ['string', 'number'], default: '15%', description: 'Width, as a CSS length.' },
} as const satisfies OptionRows;

/** The name of a plugin: dotted names, followed by parentheses for a function that creates the plugin. */
export const pluginName = String.raw`^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(\))?$`;

const pluginKeys = {
  name: {
    type: 'string',
    pattern: pluginName,
    description: 'Global that the script defines, as in the documentation of the plugin.',
    examples: ['RevealMenu'],
  },
  source: {
    type: 'string',
    description: 'Script of the plugin: a path in `static/` or `assets/`, or next to the page.',
    examples: ['plugins/menu/menu.js'],
  },
  css: { type: ['string', 'array'], items: 'string', description: 'Stylesheets of the plugin.' },
  order: { type: 'number', description: 'Position among the plugins; the theme’s own have 1 to 4.' },
  verbatim: {
    type: 'boolean',
    default: false,
    description: 'Use the paths as they are, without resolving them.',
  },
} as const satisfies OptionRows;

const scssKeys = {
  targetPath: {
    type: 'string',
    description: 'Path of the published stylesheet.',
    examples: ['css/custom-theme.css'],
  },
  outputStyle: {
    type: 'string',
    default: 'compressed',
    values: ['compressed', 'expanded', 'nested', 'compact'],
    description: 'Output style.',
  },
  enableSourceMap: {
    type: 'boolean',
    default: false,
    description: 'Write a source map.',
  },
  includePaths: {
    type: 'array',
    items: 'string',
    description: 'Folders for `@import` and `@use`.',
  },
  vars: { type: 'object', description: 'Variables for `@use "hugo:vars"`.' },
} as const satisfies OptionRows;

/** The logo over all slides, which is configured next to `reveal_hugo`. */
export const logoOption = {
  type: ['object', 'null'],
  keys: logoKeys,
  description: 'Image shown over all slides.',
} as const;

/** Options of the appearance. */
export const styleOptions = {
  theme: {
    type: 'string',
    default: 'black',
    values: builtInThemes,
    description:
      'Theme of deckwright (`studio`, `studio-dark`, or `studio-auto` for the setting of the reader’s system) or of reveal.js. `custom_theme` replaces it.',
  },
  accent: {
    type: 'string',
    default: 'ocean',
    values: accents,
    hasOtherValues: true,
    description:
      'Accent of the themes of deckwright: the name of a palette, or a colour such as `#0b7285`. It is made darker or lighter where it could not be read.',
    examples: ['forest', '#0b7285'],
  },
  highlightTheme: {
    type: 'string',
    default: 'default',
    description:
      'Colours of code that Hugo does not highlight: a style of highlight.js, or NAME for `static/highlight-js/NAME.min.css`.',
    examples: ['github', 'github-dark', 'monokai'],
  },
  customTheme: {
    type: 'string',
    description:
      'Your own stylesheet instead of the theme: CSS, SCSS or Sass in `static/` or `assets/`, or next to the page.',
    examples: ['custom-theme.scss'],
  },
  customThemeCompile: {
    type: 'boolean',
    default: false,
    description: 'Compile `custom_theme` whatever its name; `.scss` and `.sass` always are.',
  },
  customThemeOptions: {
    type: 'object',
    keys: scssKeys,
    description: 'Options for compiling `custom_theme`.',
  },
  customCss: {
    type: ['string', 'array'],
    items: 'string',
    description: 'Stylesheets loaded after the theme.',
    examples: ['css/custom.css'],
  },
  fitImages: {
    type: 'boolean',
    default: false,
    description:
      'Fit pictures that are alone in their paragraph, and figures, into the room that is left on their slide.',
  },
  phoneView: {
    type: 'string',
    default: 'slides',
    values: ['slides', 'read'],
    description:
      'What a phone held upright shows: slides, or a page to read, with one slide below the other in a readable size.',
  },
  templates: {
    type: 'object',
    description: 'Named attributes of slides, for `{{< slide template="name" >}}`.',
    examples: [{ hotpink: { class: 'hotpink', background: '#FF4081' } }],
  },
  logo: {
    ...logoOption,
    description: 'Image shown over all slides. The theme reads it from `logo` next to `reveal_hugo`.',
  },
} as const satisfies OptionRows;

/** Options of what is around the slides, whose values are checked. */
export const aroundOptions = {
  footer: {
    type: ['string', 'boolean'],
    description:
      'Line at the bottom of every slide, in inline Markdown. `{{< slide footer="false" >}}` hides it; `false` in a deck removes that of the site.',
    examples: ['Grace Hopper · Boats 2026', '[boats.example](https://boats.example)'],
  },
  sectionProgress: {
    type: ['string', 'boolean'],
    default: false,
    texts: sectionProgressKinds,
    description:
      'Progress by sections of the talk, with a link to each: `"bar"` at the top, as with `true`, or `"dots"` at the bottom. It replaces `progress`, unless that is set.',
    examples: ['bar'],
  },
} as const satisfies OptionRows;

/** Plugins, scripts and offline use. */
const scriptOptions = {
  plugins: {
    type: ['array', 'object', 'string'],
    keys: pluginKeys,
    requiresOneOf: ['name', 'source', 'css'],
    description:
      'Plugins of reveal.js: tables with a name and a script, or paths of scripts. Those of the site are loaded before those of the page.',
  },
  loadDefaultPlugins: {
    type: 'boolean',
    default: true,
    description: 'Include what the theme loads as plugins: zoom, search and the speaker view.',
  },
  customJs: {
    type: ['string', 'array'],
    items: 'string',
    description: 'Scripts that run after the deck has started.',
    examples: ['js/custom.js'],
  },
  offline: {
    type: 'boolean',
    description: 'Make the deck available offline. `false` removes it from browsers that have it.',
  },
  download: {
    type: 'boolean',
    default: false,
    description: 'Publish a PDF of the deck next to its page, and link it. Builds need a browser for it.',
  },
  og: {
    type: 'boolean',
    default: false,
    description:
      'Publish a picture of the first slide, which other sites show with links to the deck (`og:image`). Builds need a browser for it.',
  },
} as const satisfies OptionRows;

/** Options of the theme for scripts on another host. deckwright bundles these scripts. */
const hostOptions = {
  revealCdn: {
    type: 'string',
    ignored: 'reported',
    description: 'Has no effect: reveal.js is published with the deck.',
  },
  highlightCdn: {
    type: 'string',
    ignored: 'reported',
    description: 'Has no effect: code is highlighted at build time.',
  },
  mathjaxCdn: {
    type: 'string',
    ignored: 'reported',
    description: 'Has no effect: formulas are rendered at build time.',
  },
  mermaidCdn: {
    type: 'string',
    ignored: 'reported',
    description: 'Has no effect: mermaid is published with the decks that need it.',
  },
} as const satisfies OptionRows;

/** All options of the theme and of deckwright. */
export const themeOptions: OptionRows = {
  ...styleOptions,
  ...aroundOptions,
  ...scriptOptions,
  ...hostOptions,
};

/** Keys of `reveal_hugo` that are the theme's and our own; none of them reaches reveal.js. */
import { revealThemes } from '../../types.ts';
import type { OptionRows } from './row.ts';

const logoKeys = {
  src: {
    type: 'string',
    description: 'The address of the picture; without one, there is no logo.',
    examples: ['/images/logo.svg'],
  },
  alt: { type: 'string', description: 'What the picture shows, in words.' },
  top: {
    type: ['string', 'number'],
    default: '1%',
    description: 'How far it stands from the top, as CSS says it.',
  },
  left: {
    type: ['string', 'number'],
    default: '1%',
    description: 'How far it stands from the left, as CSS says it.',
  },
  right: { type: ['string', 'number'], description: 'How far it stands from the right, in place of `left`.' },
  diag: {
    type: ['string', 'number'],
    description: 'What counts for `top` and `left` where they say nothing.',
  },
  width: { type: ['string', 'number'], default: '15%', description: 'How wide it is, as CSS says it.' },
} as const satisfies OptionRows;

/** The name of a plugin: names and dots, and brackets behind them for a function that makes the plugin. */
export const pluginName = String.raw`^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(\))?$`;

const pluginKeys = {
  name: {
    type: 'string',
    pattern: pluginName,
    description: 'The global that its script defines, as the documentation of the plugin writes it.',
    examples: ['RevealMenu'],
  },
  source: {
    type: 'string',
    description: 'Its script: a path in `static/` or `assets/`, or beside the page.',
    examples: ['plugins/menu/menu.js'],
  },
  css: { type: ['string', 'array'], items: 'string', description: 'Its stylesheets.' },
  order: { type: 'number', description: 'Its place among the plugins; the theme’s own have 1 to 4.' },
  verbatim: { type: 'boolean', default: false, description: 'Whether its paths are used as they are.' },
} as const satisfies OptionRows;

const scssKeys = {
  targetPath: {
    type: 'string',
    description: 'Where the stylesheet is published.',
    examples: ['css/custom-theme.css'],
  },
  outputStyle: {
    type: 'string',
    default: 'compressed',
    values: ['compressed', 'expanded', 'nested', 'compact'],
    description: 'How it is written.',
  },
  enableSourceMap: {
    type: 'boolean',
    default: false,
    description: 'Whether a map leads back to its sources.',
  },
  includePaths: {
    type: 'array',
    items: 'string',
    description: 'Folders in which `@import` and `@use` look.',
  },
  vars: { type: 'object', description: 'Variables for `@use "hugo:vars"`.' },
} as const satisfies OptionRows;

/** The picture that stands over all slides. It is written beside `reveal_hugo`. */
export const logoOption = {
  type: ['object', 'null'],
  keys: logoKeys,
  description: 'A picture that stands over all slides.',
} as const;

/** What a deck looks like. */
export const styleOptions = {
  theme: {
    type: 'string',
    default: 'black',
    values: revealThemes,
    description: 'The theme of the slides, one of reveal.js’s. `custom_theme` takes its place.',
  },
  highlightTheme: {
    type: 'string',
    default: 'default',
    description:
      'The colours of code that Hugo does not colour: a style of highlight.js, or NAME for `static/highlight-js/NAME.min.css`.',
    examples: ['github', 'github-dark', 'monokai'],
  },
  customTheme: {
    type: 'string',
    description:
      'A stylesheet of yours in place of the theme: CSS, SCSS or Sass in `static/` or `assets/`, or beside the page.',
    examples: ['custom-theme.scss'],
  },
  customThemeCompile: {
    type: 'boolean',
    default: false,
    description: 'Whether `custom_theme` is compiled whatever its name; `.scss` and `.sass` always are.',
  },
  customThemeOptions: { type: 'object', keys: scssKeys, description: 'How `custom_theme` is compiled.' },
  customCss: {
    type: ['string', 'array'],
    items: 'string',
    description: 'Stylesheets that are laid over the theme.',
    examples: ['css/custom.css'],
  },
  templates: {
    type: 'object',
    description: 'Attributes of slides by a name, for `{{< slide template="name" >}}`.',
    examples: [{ hotpink: { class: 'hotpink', background: '#FF4081' } }],
  },
  logo: {
    ...logoOption,
    description: 'A picture that stands over all slides. The theme has it beside `reveal_hugo`, as `logo`.',
  },
} as const satisfies OptionRows;

/** What a deck brings along. */
const scriptOptions = {
  plugins: {
    type: ['array', 'object', 'string'],
    keys: pluginKeys,
    needs: ['name', 'source', 'css'],
    description:
      'Plugins of reveal.js: tables with a name and a script, or paths of scripts. Those of the site come before those of the page.',
  },
  loadDefaultPlugins: {
    type: 'boolean',
    default: true,
    description:
      'Whether decks have the parts that the theme loads as plugins: zoom, search and the speaker view.',
  },
  customJs: {
    type: ['string', 'array'],
    items: 'string',
    description: 'Scripts that run when the deck has been started.',
    examples: ['js/custom.js'],
  },
  offline: {
    type: 'boolean',
    description:
      'Whether readers keep the deck for times without a network. `false` takes it out of the browsers that have it.',
  },
} as const satisfies OptionRows;

/** Where the theme would take scripts from another host. Ours are of one piece with the rest of the client. */
const hostOptions = {
  revealCdn: {
    type: 'string',
    ignored: 'told',
    description: 'Has no effect: reveal.js comes with the deck.',
  },
  highlightCdn: {
    type: 'string',
    ignored: 'told',
    description: 'Has no effect: code is coloured while the deck is built.',
  },
  mathjaxCdn: {
    type: 'string',
    ignored: 'told',
    description: 'Has no effect: formulas are set while the deck is built.',
  },
  mermaidCdn: {
    type: 'string',
    ignored: 'told',
    description: 'Has no effect: mermaid comes with the decks that need it.',
  },
} as const satisfies OptionRows;

/** All of them. */
export const themeOptions: OptionRows = { ...styleOptions, ...scriptOptions, ...hostOptions };

/** Options that reveal.js hands on to plugins: those that it brings, and those that public decks bring themselves. */
import type { OptionRow, OptionRows } from './row.ts';

/** Of the plugins of reveal.js. What they do is done here while the deck is built, but for zoom. */
const bundledOptions = {
  zoomKey: {
    type: 'string',
    values: ['alt', 'ctrl', 'shift', 'meta'],
    description: 'The key that makes a click zoom in; Alt by default, and Ctrl on Linux.',
  },
  zoomLevel: {
    type: 'number',
    default: 2,
    description: 'How much larger things are when the deck zooms in.',
  },
  highlight: {
    type: 'object',
    description:
      'Options of reveal.js’s highlight plugin, for decks that load it themselves: code is coloured while the deck is built.',
  },
  markdown: {
    type: 'object',
    description: 'Options of reveal.js’s Markdown plugin, for decks that load it themselves.',
  },
  math: {
    type: 'object',
    description:
      'Options of reveal.js’s math plugin, for decks that load it themselves: formulas are set while the deck is built.',
  },
  katex: { type: 'object', description: 'Options of `RevealMath.KaTeX`, for decks that load it themselves.' },
  mathjax2: {
    type: 'object',
    description: 'Options of `RevealMath.MathJax2`, for decks that load it themselves.',
  },
  mathjax3: {
    type: 'object',
    description: 'Options of `RevealMath.MathJax3`, for decks that load it themselves.',
  },
  mathjax4: {
    type: 'object',
    description: 'Options of `RevealMath.MathJax4`, for decks that load it themselves.',
  },
} as const satisfies OptionRows;

/** A table or a list that a plugin of the author reads. */
const optionsOf = (plugin: string): OptionRow => ({
  type: ['object', 'array', 'boolean'],
  description: `Options of the plugin ${plugin}, which \`plugins\` has to name.`,
});

/** Of plugins that many decks bring. Tables of any other name are taken too where a deck names plugins. */
const publicOptions: OptionRows = {
  animate: optionsOf('animate'),
  anything: optionsOf('anything'),
  appearance: optionsOf('appearance'),
  audio: optionsOf('audio-slideshow'),
  chalkboard: optionsOf('chalkboard'),
  chart: optionsOf('chart'),
  copycode: optionsOf('copycode'),
  customcontrols: optionsOf('customcontrols'),
  menu: optionsOf('menu'),
  mermaid: {
    type: ['object', 'array'],
    description:
      'Options of a mermaid plugin of yours, or of a fork of the theme. Diagrams are drawn here without one.',
  },
  multiplex: optionsOf('multiplex'),
  pointer: optionsOf('pointer'),
  poll: optionsOf('poll'),
  seminar: optionsOf('seminar'),
  simplemenu: optionsOf('simplemenu'),
  spotlight: optionsOf('spotlight'),
  verticator: optionsOf('verticator'),
};

/** All of them. */
export const pluginOptions: OptionRows = { ...bundledOptions, ...publicOptions };

/** Options of plugins: those of reveal.js, and others that many public decks use. */
import type { OptionRow, OptionRows } from './row.ts';

/** Options of reveal.js's own plugins. Except for zoom, deckwright does their work at build time. */
const bundledOptions = {
  zoomKey: {
    type: 'string',
    values: ['alt', 'ctrl', 'shift', 'meta'],
    description: 'Key that makes a click zoom in; default: Alt, on Linux Ctrl.',
  },
  zoomLevel: {
    type: 'number',
    default: 2,
    description: 'Scale factor when zoomed in.',
  },
  highlight: {
    type: 'object',
    description:
      'Options of reveal.js’s highlight plugin, for decks that load it themselves: code is highlighted at build time.',
  },
  markdown: {
    type: 'object',
    description: 'Options of reveal.js’s Markdown plugin, for decks that load it themselves.',
  },
  math: {
    type: 'object',
    description:
      'Options of reveal.js’s math plugin, for decks that load it themselves: formulas are rendered at build time.',
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

/** Creates the row of a plugin that the author adds. */
const allowAll = (plugin: string): OptionRow => ({
  type: ['object', 'array', 'boolean'],
  description: `Options of the plugin ${plugin}, which must be listed in \`plugins\`.`,
});

/** Options of plugins that many decks use. If a deck lists plugins, tables of any name are accepted. */
const publicOptions: OptionRows = {
  animate: allowAll('animate'),
  anything: allowAll('anything'),
  appearance: allowAll('appearance'),
  audio: allowAll('audio-slideshow'),
  chalkboard: allowAll('chalkboard'),
  chart: allowAll('chart'),
  copycode: allowAll('copycode'),
  customcontrols: allowAll('customcontrols'),
  menu: allowAll('menu'),
  mermaid: {
    type: ['object', 'array'],
    description:
      'Options of your own mermaid plugin or of a fork of the theme. deckwright draws diagrams without one.',
  },
  multiplex: allowAll('multiplex'),
  pointer: allowAll('pointer'),
  poll: allowAll('poll'),
  seminar: allowAll('seminar'),
  simplemenu: allowAll('simplemenu'),
  spotlight: allowAll('spotlight'),
  verticator: allowAll('verticator'),
};

/** All options of plugins. */
export const pluginOptions: OptionRows = { ...bundledOptions, ...publicOptions };

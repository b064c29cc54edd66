/** Options of reveal.js for navigation: keys, URLs, timing, views and loading. */
import type { OptionRows } from './row.ts';

/** Ways to navigate. */
const movementOptions = {
  hash: {
    type: 'boolean',
    default: false,
    description: 'Put the slide number or id in the URL. `history` does so, too.',
  },
  hashOneBasedIndex: {
    type: 'boolean',
    default: false,
    description: 'Count slides in URLs from 1, like `slide_number`.',
  },
  respondToHashChanges: {
    type: 'boolean',
    default: true,
    description: 'Navigate to the slide when the URL changes.',
  },
  // The theme's default; that of reveal.js is false.
  history: {
    type: 'boolean',
    default: true,
    description: 'Add each slide to the browser history.',
  },
  jumpToSlide: {
    type: 'boolean',
    default: true,
    description: 'Ask for the slide to jump to when `G` is pressed.',
  },
  keyboard: {
    type: ['boolean', 'object'],
    default: true,
    description:
      'Enable keyboard navigation; a table maps key codes to actions, and an empty value disables a key.',
    examples: [{ 13: 'next' }],
  },
  keyboardCondition: {
    type: ['string', 'null'],
    default: null,
    values: ['focused', null],
    description: '`"focused"` limits keyboard navigation of an embedded deck to when it has the focus.',
  },
  touch: { type: 'boolean', default: true, description: 'Navigate by swiping.' },
  mouseWheel: {
    type: 'boolean',
    default: false,
    description: 'Navigate with the mouse wheel.',
  },
  loop: { type: 'boolean', default: false, description: 'Loop from the last slide to the first.' },
  shuffle: {
    type: 'boolean',
    default: false,
    description: 'Shuffle the slides on each load.',
  },
  navigationMode: {
    type: 'string',
    default: 'default',
    values: ['default', 'linear', 'grid'],
    description:
      'Behaviour of the arrow keys: `"linear"` steps through all slides, `"grid"` keeps the row of a stack when moving sideways.',
  },
  fragments: { type: 'boolean', default: true, description: 'Show fragments one after the other.' },
  fragmentInURL: {
    type: 'boolean',
    default: true,
    description: 'Put the fragment in the URL, too.',
  },
  sortFragmentsOnSync: {
    type: 'boolean',
    default: true,
    description: 'Renumber fragments when the deck changes.',
  },
  help: { type: 'boolean', default: true, description: 'Show the keyboard shortcuts with `?`.' },
  pause: { type: 'boolean', default: true, description: 'Pause (black screen) with `B`.' },
  overview: { type: 'boolean', default: true, description: 'Show an overview of all slides with Esc.' },
  previewLinks: { type: 'boolean', default: false, description: 'Open links in an overlay.' },
  focusBodyOnPageVisibilityChange: {
    type: 'boolean',
    default: true,
    description: 'Focus the deck when the reader returns to its window, so that keys work.',
  },
} as const satisfies OptionRows;

/** Timing. */
const timeOptions = {
  autoSlide: {
    type: ['number', 'boolean'],
    min: 0,
    default: 0,
    description:
      'Milliseconds until the next slide is shown automatically. With 0, only slides with `autoslide` advance; `false` disables these, too.',
    examples: [5000],
  },
  autoSlideStoppable: {
    type: 'boolean',
    default: true,
    description: 'Let readers stop automatic advancing by interacting with the deck.',
  },
  autoSlideMethod: {
    type: 'null',
    default: null,
    description: 'Function used to advance automatically. Only scripts can set it.',
  },
  defaultTiming: {
    type: ['number', 'null'],
    min: 0,
    default: null,
    description: 'Average time per slide in seconds, for the timer of the speaker view.',
    examples: [120],
  },
  totalTime: {
    type: ['number', 'null'],
    min: 0,
    description:
      'Time of the whole talk in seconds, for the timer of the speaker view. Slides without `timing` share the rest.',
    examples: [1800],
  },
  minimumTimePerSlide: {
    type: 'number',
    min: 0,
    description: 'Minimum time per slide in seconds when the speaker view distributes the total time.',
  },
} as const satisfies OptionRows;

/** Print and scroll views. */
const viewOptions = {
  view: {
    type: ['string', 'null'],
    default: null,
    values: ['print', 'scroll', null],
    description: 'Initial view: print pages or a scrolling page.',
  },
  scrollLayout: {
    type: 'string',
    default: 'full',
    values: ['full', 'compact'],
    description: 'Height of slides in the scroll view: the screen, or as needed.',
  },
  scrollSnap: {
    type: ['boolean', 'string'],
    default: 'mandatory',
    values: [false, 'proximity', 'mandatory'],
    description: 'Snap to slides in the scroll view: when near one, or always.',
  },
  scrollProgress: {
    type: ['boolean', 'string'],
    default: 'auto',
    values: [true, false, 'auto'],
    description: 'Show a progress bar in the scroll view; `"auto"` shows it while scrolling.',
  },
  scrollActivationWidth: {
    type: ['number', 'null'],
    min: 0,
    default: 435,
    description: 'Width in pixels below which the scroll view is used; 0 disables it.',
  },
  pdfMaxPagesPerSlide: {
    type: 'number',
    min: 1,
    description: 'Maximum number of printed pages for a tall slide; by default, as many as needed.',
    examples: [1],
  },
  pdfSeparateFragments: {
    type: 'boolean',
    default: true,
    description: 'Print each fragment on a page of its own.',
  },
  pdfPageHeightOffset: {
    type: 'number',
    default: -1,
    description: 'Pixels to add to the height of a printed page.',
  },
} as const satisfies OptionRows;

/** Loading, and communication with other windows. */
const loadingOptions = {
  viewDistance: {
    type: 'number',
    min: 0,
    default: 3,
    description: 'Number of slides loaded around the current one.',
  },
  mobileViewDistance: {
    type: 'number',
    min: 0,
    default: 2,
    description: 'Number of slides loaded around the current one on small devices.',
  },
  autoPlayMedia: {
    type: ['boolean', 'null'],
    default: null,
    description: 'Autoplay videos and audio: all, none, or by default those with `data-autoplay`.',
  },
  preloadIframes: {
    type: ['boolean', 'null'],
    default: null,
    description: 'Preload iframes: all, none, or by default those with `data-preload`.',
  },
  preventIframeAutoFocus: {
    type: 'boolean',
    default: false,
    description: 'Keep iframes from taking the focus automatically.',
  },
  postMessage: {
    type: 'boolean',
    default: true,
    description: 'Accept calls from other windows, such as the speaker view.',
  },
  postMessageEvents: {
    type: 'boolean',
    default: false,
    description: 'Post events to the page that embeds the deck.',
  },
  dependencies: {
    type: 'array',
    default: [],
    description:
      'Scripts for reveal.js to load. Prefer `plugins` and `custom_js`, which are published with the site.',
  },
} as const satisfies OptionRows;

/** All options of navigation. */
export const navigationOptions: OptionRows = {
  ...movementOptions,
  ...timeOptions,
  ...viewOptions,
  ...loadingOptions,
};

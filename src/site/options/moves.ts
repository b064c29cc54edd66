/** Options of reveal.js for how a deck is gone through: keys, addresses, time, other views, and what is loaded when. */
import type { OptionRows } from './row.ts';

/** Ways through the deck. */
const navigationOptions = {
  hash: {
    type: 'boolean',
    default: false,
    description: 'Whether the address of the page names the slide. `history` does that too.',
  },
  hashOneBasedIndex: {
    type: 'boolean',
    default: false,
    description: 'Whether slides in addresses are counted from 1, as `slide_number` counts them.',
  },
  respondToHashChanges: {
    type: 'boolean',
    default: true,
    description: 'Whether the deck goes to the slide that a changed address names.',
  },
  // The default is that of the theme; reveal.js's own is false.
  history: {
    type: 'boolean',
    default: true,
    description: 'Whether the back button of the browser leads to the slide before.',
  },
  jumpToSlide: {
    type: 'boolean',
    default: true,
    description: 'Whether `G` asks for the number of a slide to go to.',
  },
  keyboard: {
    type: ['boolean', 'object'],
    default: true,
    description:
      'Whether keys lead through the deck; a table says what single keys do, by their codes. No value switches a key off.',
    examples: [{ 13: 'next' }],
  },
  keyboardCondition: {
    type: ['string', 'null'],
    default: null,
    values: ['focused', null],
    description: '`"focused"` makes an embedded deck listen to keys only while it has the focus.',
  },
  touch: { type: 'boolean', default: true, description: 'Whether swipes lead through the deck.' },
  mouseWheel: {
    type: 'boolean',
    default: false,
    description: 'Whether the mouse wheel leads through the deck.',
  },
  loop: { type: 'boolean', default: false, description: 'Whether the first slide follows the last one.' },
  shuffle: {
    type: 'boolean',
    default: false,
    description: 'Whether slides come in another order each time.',
  },
  navigationMode: {
    type: 'string',
    default: 'default',
    values: ['default', 'linear', 'grid'],
    description:
      'What the arrow keys do: `"linear"` steps through all slides, `"grid"` stays on the row of a stack when it goes to the side.',
  },
  fragments: { type: 'boolean', default: true, description: 'Whether fragments come one after the other.' },
  fragmentInURL: {
    type: 'boolean',
    default: true,
    description: 'Whether the address names the fragment too.',
  },
  sortFragmentsOnSync: {
    type: 'boolean',
    default: true,
    description: 'Whether fragments are numbered again when the deck changes.',
  },
  help: { type: 'boolean', default: true, description: 'Whether `?` shows the keys.' },
  pause: { type: 'boolean', default: true, description: 'Whether `B` makes the screen black.' },
  overview: { type: 'boolean', default: true, description: 'Whether Esc shows all slides at once.' },
  previewLinks: { type: 'boolean', default: false, description: 'Whether links open over the deck.' },
  focusBodyOnPageVisibilityChange: {
    type: 'boolean',
    default: true,
    description: 'Whether the deck takes the focus when the reader comes back to it, so that keys reach it.',
  },
} as const satisfies OptionRows;

/** Time. */
const timeOptions = {
  autoSlide: {
    type: ['number', 'boolean'],
    default: 0,
    description:
      'After how many milliseconds the next slide comes by itself. 0 leaves it to slides that say `autoslide`; `false` switches it off for those too.',
    examples: [5000],
  },
  autoSlideStoppable: {
    type: 'boolean',
    default: true,
    description: 'Whether that ends when the reader does something.',
  },
  autoSlideMethod: {
    type: 'null',
    default: null,
    description: 'A function that goes on. Only a script can give one.',
  },
  defaultTiming: {
    type: ['number', 'null'],
    default: null,
    description: 'How long a slide takes on average, in seconds, for the clock of the speaker view.',
    examples: [120],
  },
  totalTime: {
    type: ['number', 'null'],
    description:
      'How long the talk takes, in seconds, for the clock of the speaker view. Its slides share what `timing` has left.',
    examples: [1800],
  },
  minimumTimePerSlide: {
    type: 'number',
    description: 'How long a slide takes at least, in seconds, where the speaker view shares out the time.',
  },
} as const satisfies OptionRows;

/** Print, and one long page. */
const viewOptions = {
  view: {
    type: ['string', 'null'],
    default: null,
    values: ['print', 'scroll', null],
    description: 'What the deck begins as: pages to print, or one long page to scroll.',
  },
  scrollLayout: {
    type: 'string',
    default: 'full',
    values: ['full', 'compact'],
    description: 'How tall slides are on the long page: as the screen, or as they need.',
  },
  scrollSnap: {
    type: ['boolean', 'string'],
    default: 'mandatory',
    values: [false, 'proximity', 'mandatory'],
    description: 'Whether the long page comes to rest at slides: near one, or always.',
  },
  scrollProgress: {
    type: ['boolean', 'string'],
    default: 'auto',
    values: [true, false, 'auto'],
    description:
      'Whether the long page has a bar that shows where the reader is; `"auto"` shows it while it moves.',
  },
  scrollActivationWidth: {
    type: ['number', 'null'],
    default: 435,
    description: 'Below how many pixels of width the deck becomes one long page; 0 for never.',
  },
  pdfMaxPagesPerSlide: {
    type: 'number',
    description:
      'On how many pages a tall slide is printed at most; without a number, on as many as it needs.',
    examples: [1],
  },
  pdfSeparateFragments: {
    type: 'boolean',
    default: true,
    description: 'Whether each fragment is printed on a page of its own.',
  },
  pdfPageHeightOffset: {
    type: 'number',
    default: -1,
    description: 'By how many pixels a printed page is taller than its slide.',
  },
} as const satisfies OptionRows;

/** What is loaded, and who may talk to the deck. */
const loadingOptions = {
  viewDistance: {
    type: 'number',
    default: 3,
    description: 'How many slides around the current one are made ready.',
  },
  mobileViewDistance: { type: 'number', default: 2, description: 'The same on small devices.' },
  autoPlayMedia: {
    type: ['boolean', 'null'],
    default: null,
    description:
      'Whether films and sounds play by themselves: all, none, or without a value those that say `data-autoplay`.',
  },
  preloadIframes: {
    type: ['boolean', 'null'],
    default: null,
    description:
      'Whether frames load before their slide is shown: all, none, or without a value those that say `data-preload`.',
  },
  preventIframeAutoFocus: {
    type: 'boolean',
    default: false,
    description: 'Whether frames are kept from taking the focus by themselves.',
  },
  postMessage: {
    type: 'boolean',
    default: true,
    description: 'Whether other windows may call the deck, as the speaker view does.',
  },
  postMessageEvents: {
    type: 'boolean',
    default: false,
    description: 'Whether the page around an embedded deck is told what happens in it.',
  },
  dependencies: {
    type: 'array',
    default: [],
    description: 'Scripts for reveal.js to load. `plugins` and `custom_js` are published with the site.',
  },
} as const satisfies OptionRows;

/** All of them. */
export const moveOptions: OptionRows = {
  ...navigationOptions,
  ...timeOptions,
  ...viewOptions,
  ...loadingOptions,
};

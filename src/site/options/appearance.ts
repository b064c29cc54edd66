/** Options of reveal.js for the appearance: layout, transitions, and controls around the slide. */
import type { OptionRows } from './row.ts';

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

/** A size in a string: a number, or a percentage of the screen. */
const SIZE = String.raw`^\s*\d+(?:\.\d+)?%?\s*$`;

/** Size and layout of slides. */
const layoutOptions = {
  width: {
    type: ['number', 'string'],
    min: 1,
    default: 960,
    pattern: SIZE,
    description:
      'Width of slides in pixels, before they are scaled to fit the screen. `"100%"` uses the whole width.',
    examples: [1280, 1920, '100%'],
  },
  height: {
    type: ['number', 'string'],
    min: 1,
    default: 700,
    pattern: SIZE,
    description:
      'Height of slides in pixels, before they are scaled to fit the screen. `"100%"` uses the whole height.',
    examples: [720, 1080, '100%'],
  },
  margin: {
    type: 'number',
    min: 0,
    max: 1,
    default: 0.04,
    description: 'Empty space around the slide, as a fraction of its size.',
    examples: [0, 0.1],
  },
  minScale: { type: 'number', min: 0, default: 0.2, description: 'Smallest scale factor of slides.' },
  maxScale: { type: 'number', min: 0, default: 2, description: 'Largest scale factor of slides.' },
  center: {
    type: 'boolean',
    default: true,
    description: 'Centre slides vertically.',
  },
  disableLayout: {
    type: 'boolean',
    default: false,
    description: 'Leave the layout of slides to your own CSS: nothing is scaled or centred.',
  },
  embedded: {
    type: 'boolean',
    default: false,
    description: 'Embed the deck in a part of a page instead of filling the screen.',
  },
  rtl: { type: 'boolean', default: false, description: 'Order slides from right to left.' },
  display: {
    type: 'string',
    default: 'block',
    description: 'CSS `display` of visible slides.',
    examples: ['flex', 'grid'],
  },
} as const satisfies OptionRows;

/** Transitions between slides. */
const transitionOptions = {
  transition: {
    type: 'string',
    default: 'slide',
    values: transitions,
    hasOtherValues: true,
    description: 'Transition between slides.',
  },
  transitionSpeed: {
    type: 'string',
    default: 'default',
    values: ['default', 'fast', 'slow'],
    description: 'Speed of the transition.',
  },
  backgroundTransition: {
    type: 'string',
    default: 'fade',
    values: transitions,
    hasOtherValues: true,
    description: 'Transition of slide backgrounds.',
  },
  parallaxBackgroundImage: {
    type: ['string', 'null'],
    default: '',
    description: 'Parallax background image.',
    examples: ['/images/stars.jpg'],
  },
  parallaxBackgroundSize: {
    type: ['string', 'null'],
    default: '',
    description: 'Size of the parallax image, in pixels.',
    examples: ['2100px 900px'],
  },
  parallaxBackgroundRepeat: {
    type: ['string', 'null'],
    default: '',
    description: 'CSS `background-repeat` of the parallax image.',
    examples: ['repeat-x'],
  },
  parallaxBackgroundPosition: {
    type: ['string', 'null'],
    default: '',
    description: 'CSS `background-position` of the parallax image.',
    examples: ['top left'],
  },
  parallaxBackgroundHorizontal: {
    type: ['number', 'null'],
    default: null,
    description:
      'Pixels that the parallax image moves with each horizontal slide; by default, it is spread over the deck.',
  },
  parallaxBackgroundVertical: {
    type: ['number', 'null'],
    default: null,
    description: 'Pixels that the parallax image moves with each vertical slide.',
  },
} as const satisfies OptionRows;

/** Auto-animate. */
const autoAnimateOptions = {
  autoAnimate: {
    type: 'boolean',
    default: true,
    description: 'Animate matching elements between slides with `auto-animate`.',
  },
  autoAnimateMatcher: {
    type: 'null',
    default: null,
    description: 'Function that finds matching elements of two slides. Only scripts can set it.',
  },
  autoAnimateEasing: {
    type: 'string',
    default: 'ease',
    description: 'CSS easing of the animation.',
    examples: ['ease-in-out', 'linear'],
  },
  autoAnimateDuration: {
    type: 'number',
    min: 0,
    default: 1,
    description: 'Duration of the animation, in seconds.',
  },
  autoAnimateUnmatched: {
    type: 'boolean',
    default: true,
    description: 'Fade in elements without a match.',
  },
  autoAnimateStyles: {
    type: 'array',
    items: 'string',
    default: [
      'opacity',
      'color',
      'background-color',
      'padding',
      'font-size',
      'line-height',
      'letter-spacing',
      'border-width',
      'border-color',
      'border-radius',
      'outline',
      'outline-offset',
    ],
    description: 'CSS properties to animate in addition to position and size.',
  },
} as const satisfies OptionRows;

/** Controls and indicators around the slide. */
const controlOptions = {
  controls: {
    type: ['boolean', 'string'],
    default: true,
    texts: ['speaker', 'speaker-only'],
    description: 'Show navigation arrows; `"speaker"` shows them in the speaker view only.',
  },
  controlsTutorial: {
    type: 'boolean',
    default: true,
    description: 'Animate the down arrow at the first vertical slide.',
  },
  controlsLayout: {
    type: 'string',
    default: 'bottom-right',
    values: ['edges', 'bottom-right'],
    description: 'Position of the arrows.',
  },
  controlsBackArrows: {
    type: 'string',
    default: 'faded',
    values: ['faded', 'hidden', 'visible'],
    description: 'Appearance of the arrows that lead back.',
  },
  progress: { type: 'boolean', default: true, description: 'Show a progress bar.' },
  slideNumber: {
    type: ['boolean', 'string'],
    default: false,
    texts: ['h.v', 'h/v', 'c', 'c/t'],
    description:
      'Show slide numbers: `"h.v"` and `"h/v"` are column and row, `"c"` counts all slides, `"c/t"` adds the total.',
  },
  showSlideNumber: {
    type: 'string',
    default: 'all',
    values: ['all', 'print', 'speaker'],
    description: 'Where slide numbers are shown.',
  },
  hideInactiveCursor: {
    type: 'boolean',
    default: true,
    description: 'Hide the pointer when it is idle.',
  },
  hideCursorTime: {
    type: 'number',
    min: 0,
    default: 5000,
    description: 'Milliseconds until an idle pointer is hidden.',
  },
  showNotes: {
    type: ['boolean', 'string'],
    default: false,
    texts: ['separate-page'],
    description:
      'Show speaker notes to everybody; in print, `"separate-page"` puts them on pages of their own.',
  },
  showHiddenSlides: {
    type: 'boolean',
    default: false,
    description: 'Show slides with `visibility="hidden"`.',
  },
} as const satisfies OptionRows;

/** All options of the appearance. */
export const appearanceOptions: OptionRows = {
  ...layoutOptions,
  ...transitionOptions,
  ...autoAnimateOptions,
  ...controlOptions,
};

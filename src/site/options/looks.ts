/** Options of reveal.js for what is on the screen: the slide, its surroundings, and how one follows the other. */
import type { OptionRows } from './row.ts';

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

/** A size that is a text: a number, or a part of the screen. */
const SIZE = String.raw`^\s*\d+(?:\.\d+)?%?\s*$`;

/** The size of slides, and how they are laid out. */
const layoutOptions = {
  width: {
    type: ['number', 'string'],
    default: 960,
    pattern: SIZE,
    description:
      'The width that slides are written for, in pixels; they are scaled to fit the screen. `"100%"` takes the whole width.',
    examples: [1280, 1920, '100%'],
  },
  height: {
    type: ['number', 'string'],
    default: 700,
    pattern: SIZE,
    description:
      'The height that slides are written for, in pixels; they are scaled to fit the screen. `"100%"` takes the whole height.',
    examples: [720, 1080, '100%'],
  },
  margin: {
    type: 'number',
    default: 0.04,
    description: 'How much of the screen stays empty around the slide, as a part of its size.',
    examples: [0, 0.1],
  },
  minScale: { type: 'number', default: 0.2, description: 'The smallest factor that slides are scaled by.' },
  maxScale: { type: 'number', default: 2, description: 'The largest factor that slides are scaled by.' },
  center: {
    type: 'boolean',
    default: true,
    description: 'Whether slides stand in the middle of the screen, from top to bottom.',
  },
  disableLayout: {
    type: 'boolean',
    default: false,
    description: 'Leaves the layout of slides to your own CSS: nothing is scaled or centred.',
  },
  embedded: {
    type: 'boolean',
    default: false,
    description: 'Whether the deck fills a part of a page only, and not the whole screen.',
  },
  rtl: { type: 'boolean', default: false, description: 'Whether slides go from right to left.' },
  display: {
    type: 'string',
    default: 'block',
    description: 'The CSS `display` of the slides that are shown.',
    examples: ['flex', 'grid'],
  },
} as const satisfies OptionRows;

/** How one slide follows another. */
const transitionOptions = {
  transition: {
    type: 'string',
    default: 'slide',
    values: transitions,
    description: 'How slides come and go.',
  },
  transitionSpeed: {
    type: 'string',
    default: 'default',
    values: ['default', 'fast', 'slow'],
    description: 'How fast slides come and go.',
  },
  backgroundTransition: {
    type: 'string',
    default: 'fade',
    values: transitions,
    description: 'How backgrounds of slides come and go.',
  },
  parallaxBackgroundImage: {
    type: ['string', 'null'],
    default: '',
    description: 'A picture behind all slides that moves along as they do.',
    examples: ['/images/stars.jpg'],
  },
  parallaxBackgroundSize: {
    type: ['string', 'null'],
    default: '',
    description: 'The size of that picture, in pixels.',
    examples: ['2100px 900px'],
  },
  parallaxBackgroundRepeat: {
    type: ['string', 'null'],
    default: '',
    description: 'Whether that picture repeats, as `background-repeat` of CSS says it.',
    examples: ['repeat-x'],
  },
  parallaxBackgroundPosition: {
    type: ['string', 'null'],
    default: '',
    description: 'Where that picture stands, as `background-position` of CSS says it.',
    examples: ['top left'],
  },
  parallaxBackgroundHorizontal: {
    type: ['number', 'null'],
    default: null,
    description:
      'By how many pixels that picture moves with each slide to the side; by default it is spread over the deck.',
  },
  parallaxBackgroundVertical: {
    type: ['number', 'null'],
    default: null,
    description: 'By how many pixels that picture moves with each slide down.',
  },
} as const satisfies OptionRows;

/** Elements that move from one slide to the next. */
const autoAnimateOptions = {
  autoAnimate: {
    type: 'boolean',
    default: true,
    description: 'Whether slides with `auto-animate` move what they have in common.',
  },
  autoAnimateMatcher: {
    type: 'null',
    default: null,
    description: 'A function that finds what two slides have in common. Only a script can give one.',
  },
  autoAnimateEasing: {
    type: 'string',
    default: 'ease',
    description: 'The easing of these moves, as CSS says it.',
    examples: ['ease-in-out', 'linear'],
  },
  autoAnimateDuration: { type: 'number', default: 1, description: 'How long these moves take, in seconds.' },
  autoAnimateUnmatched: {
    type: 'boolean',
    default: true,
    description: 'Whether what only one of the slides has fades in.',
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
    description: 'The CSS properties that move; position and size always do.',
  },
} as const satisfies OptionRows;

/** What stands around the slide. */
const aroundOptions = {
  controls: {
    type: ['boolean', 'string'],
    default: true,
    texts: ['speaker', 'speaker-only'],
    description: 'Whether arrows lead to the next slides; `"speaker"` shows them in the speaker view alone.',
  },
  controlsTutorial: {
    type: 'boolean',
    default: true,
    description: 'Whether the arrow down moves when a reader meets the first vertical slide.',
  },
  controlsLayout: {
    type: 'string',
    default: 'bottom-right',
    values: ['edges', 'bottom-right'],
    description: 'Where the arrows stand.',
  },
  controlsBackArrows: {
    type: 'string',
    default: 'faded',
    values: ['faded', 'hidden', 'visible'],
    description: 'How arrows look that lead back.',
  },
  progress: { type: 'boolean', default: true, description: 'Whether a bar shows how far the deck is.' },
  slideNumber: {
    type: ['boolean', 'string'],
    default: false,
    texts: ['h.v', 'h/v', 'c', 'c/t'],
    description:
      'Whether the number of the slide is shown, and how: `"h.v"` and `"h/v"` are its column and row, `"c"` counts all slides, `"c/t"` gives their total too.',
  },
  showSlideNumber: {
    type: 'string',
    default: 'all',
    values: ['all', 'print', 'speaker'],
    description: 'Where the number of the slide is shown.',
  },
  hideInactiveCursor: {
    type: 'boolean',
    default: true,
    description: 'Whether the pointer is hidden while it rests.',
  },
  hideCursorTime: {
    type: 'number',
    default: 5000,
    description: 'When a pointer that rests is hidden, in milliseconds.',
  },
  showNotes: {
    type: ['boolean', 'string'],
    default: false,
    texts: ['separate-page'],
    description:
      'Whether everybody sees the notes; in print, `"separate-page"` gives them pages of their own.',
  },
  showHiddenSlides: {
    type: 'boolean',
    default: false,
    description: 'Whether slides with `visibility="hidden"` are shown all the same.',
  },
} as const satisfies OptionRows;

/** All of them. */
export const lookOptions: OptionRows = {
  ...layoutOptions,
  ...transitionOptions,
  ...autoAnimateOptions,
  ...aroundOptions,
};

/** Attributes of slides that reveal.js reads, as authors write them in `{{< slide … >}}`: without the prefix `data-`. */
import type { OptionRows } from './row.ts';

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

/** Attributes of the background. */
const backgroundAttributes = {
  'background-color': {
    type: 'string',
    description: 'Background colour.',
    examples: ['#20435c', 'aquamarine', 'rgb(70 70 255)'],
  },
  'background-gradient': {
    type: 'string',
    description: 'Background gradient, as in CSS.',
    examples: ['linear-gradient(to bottom, #283b95, #17b2c3)'],
  },
  'background-image': {
    type: 'string',
    description: 'Background image; separate several with commas.',
    examples: ['images/dawn.svg'],
  },
  'background-size': {
    type: 'string',
    default: 'cover',
    description: 'Size of the background image, as in CSS, or of the video: `cover` or `contain`.',
  },
  'background-position': {
    type: 'string',
    default: 'center',
    description: 'Position of the background image, as in CSS.',
  },
  'background-repeat': {
    type: 'string',
    default: 'no-repeat',
    description: 'Whether the background image repeats, as in CSS.',
  },
  'background-opacity': {
    type: 'number',
    min: 0,
    max: 1,
    default: 1,
    description: 'Opacity of the background image, video or gradient, from 0 to 1.',
  },
  'background-video': {
    type: 'string',
    description: 'Background video; separate several formats with commas.',
    examples: ['sea.mp4,sea.webm'],
  },
  'background-video-loop': { type: 'boolean', description: 'Loop the background video.' },
  'background-video-muted': { type: 'boolean', description: 'Mute the background video.' },
  'background-iframe': {
    type: 'string',
    description: 'Web page in the background.',
    examples: ['https://example.org'],
  },
  'background-interactive': {
    type: 'boolean',
    description: 'Make the page in the background interactive: clicks go through the slide.',
  },
  'background-transition': {
    type: 'string',
    values: transitions,
    hasOtherValues: true,
    description: 'Transition of this background.',
  },
} as const satisfies OptionRows;

/** Attributes of transitions, timing and counting. */
const behaviourAttributes = {
  transition: {
    type: 'string',
    values: transitions,
    hasOtherValues: true,
    description: 'Transition of this slide; `fade-in slide-out` sets both directions.',
  },
  'transition-speed': {
    type: 'string',
    values: ['default', 'fast', 'slow'],
    description: 'Speed of the transition.',
  },
  'auto-animate': { type: 'boolean', description: 'Animate what this slide shares with its neighbours.' },
  'auto-animate-id': {
    type: 'string',
    description: 'Animate only between slides with the same id.',
  },
  'auto-animate-restart': { type: 'boolean', description: 'Do not animate from the previous slide.' },
  'auto-animate-easing': { type: 'string', description: 'Easing of the animation, as in CSS.' },
  'auto-animate-duration': { type: 'number', min: 0, description: 'Duration of the animation in seconds.' },
  'auto-animate-delay': {
    type: 'number',
    min: 0,
    description: 'Delay of the animation in seconds, for single elements.',
  },
  'auto-animate-unmatched': {
    type: 'boolean',
    default: true,
    description: 'Whether elements without a counterpart fade in.',
  },
  autoslide: {
    type: 'integer',
    min: 0,
    description: 'Milliseconds until the next slide is shown automatically.',
  },
  visibility: {
    type: 'string',
    values: ['hidden', 'uncounted'],
    description: '`hidden` removes the slide; `uncounted` shows the slide but does not count it.',
  },
  state: { type: 'string', description: 'Class of the page while this slide is shown.' },
  notes: { type: 'string', description: 'Speaker notes in an attribute; `note` takes Markdown.' },
  timing: {
    type: 'integer',
    min: 0,
    description: 'Planned time for this slide in seconds, for the speaker view.',
  },
  'prevent-swipe': { type: 'boolean', description: 'Ignore swipes on this slide.' },
} as const satisfies OptionRows;

/** All attributes of slides that reveal.js reads. */
export const slideAttributes: OptionRows = { ...backgroundAttributes, ...behaviourAttributes };

/** Attributes of slides for the look of deckwright. */
export const lookAttributes = {
  layout: {
    type: 'string',
    values: [
      'cover', 'section', 'statement', 'quote', 'big-number', 'two-columns', 'comparison',
      'picture-left', 'picture-right', 'picture-full', 'code', 'end',
    ], // prettier-ignore
    description: 'Layout of the slide; see [Slide layouts](write.md#slide-layouts).',
  },
  footer: { type: 'string', description: '`false` hides the `footer` of the deck on this slide.' },
} as const satisfies OptionRows;

/** Attributes of slides for the checks. */
export const checkAttributes = {
  'checks-off': {
    type: 'string',
    description: 'Codes of checks that are off in this slide.',
    examples: ['image-missing, id-repeated'],
  },
  'checks-reason': { type: 'string', description: 'Why they are off, for those who read the source.' },
} as const satisfies OptionRows;

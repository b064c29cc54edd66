/** Attributes that reveal.js reads of a slide, as authors write them in `{{< slide … >}}`: without `data-` in front. */
import type { OptionRows } from './row.ts';

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const;

/** What is behind the slide. */
const backgroundAttributes = {
  'background-color': {
    type: 'string',
    description: 'The colour behind the slide.',
    examples: ['#20435c', 'aquamarine', 'rgb(70 70 255)'],
  },
  'background-gradient': {
    type: 'string',
    description: 'A gradient behind the slide, as CSS writes it.',
    examples: ['linear-gradient(to bottom, #283b95, #17b2c3)'],
  },
  'background-image': {
    type: 'string',
    description: 'A picture behind the slide; several with commas between them.',
    examples: ['images/dawn.svg'],
  },
  'background-size': {
    type: 'string',
    default: 'cover',
    description: 'The size of that picture or video, as CSS writes it; a video takes `cover` and `contain`.',
  },
  'background-position': {
    type: 'string',
    default: 'center',
    description: 'Where the picture is, as CSS writes it.',
  },
  'background-repeat': {
    type: 'string',
    default: 'no-repeat',
    description: 'Whether the picture repeats, as CSS writes it.',
  },
  'background-opacity': {
    type: 'number',
    default: 1,
    description: 'How opaque the picture, the video or the gradient is, from 0 to 1.',
  },
  'background-video': {
    type: 'string',
    description: 'A video behind the slide; several formats of it with commas between them.',
    examples: ['sea.mp4,sea.webm'],
  },
  'background-video-loop': { type: 'boolean', description: 'Plays that video again and again.' },
  'background-video-muted': { type: 'boolean', description: 'Plays that video without sound.' },
  'background-iframe': {
    type: 'string',
    description: 'A page of the web behind the slide.',
    examples: ['https://example.org'],
  },
  'background-interactive': {
    type: 'boolean',
    description: 'Lets readers click in that page: clicks go through the slide.',
  },
  'background-transition': {
    type: 'string',
    values: transitions,
    description: 'How this background comes and goes.',
  },
} as const satisfies OptionRows;

/** How the slide comes, goes and is counted. */
const behaviourAttributes = {
  transition: {
    type: 'string',
    values: transitions,
    description: 'How this slide comes and goes; `fade-in slide-out` says each on its own.',
  },
  'transition-speed': {
    type: 'string',
    values: ['default', 'fast', 'slow'],
    description: 'How fast it does.',
  },
  'auto-animate': { type: 'boolean', description: 'Moves what this slide has in common with its neighbour.' },
  'auto-animate-id': {
    type: 'string',
    description: 'Only neighbours with the same id are animated.',
  },
  'auto-animate-restart': { type: 'boolean', description: 'Does not animate from the slide before.' },
  'auto-animate-easing': { type: 'string', description: 'The easing of these moves, as CSS writes it.' },
  'auto-animate-duration': { type: 'number', description: 'How long these moves take, in seconds.' },
  'auto-animate-delay': {
    type: 'number',
    description: 'How long they wait, in seconds; for single elements.',
  },
  'auto-animate-unmatched': {
    type: 'boolean',
    default: true,
    description: 'Whether elements that only one of the slides has fade in.',
  },
  autoslide: {
    type: 'integer',
    description: 'After how many milliseconds the next slide comes by itself.',
  },
  visibility: {
    type: 'string',
    values: ['hidden', 'uncounted'],
    description: '`hidden` leaves the slide out; `uncounted` shows it and does not count it.',
  },
  state: { type: 'string', description: 'A class that the page has while this slide is shown.' },
  notes: { type: 'string', description: 'Speaker notes in an attribute; `note` takes Markdown.' },
  timing: { type: 'integer', description: 'How long this slide takes, in seconds, for the speaker view.' },
  'prevent-swipe': { type: 'boolean', description: 'Swipes on this slide do not change it.' },
} as const satisfies OptionRows;

/** All of them. */
export const slideAttributes: OptionRows = { ...backgroundAttributes, ...behaviourAttributes };

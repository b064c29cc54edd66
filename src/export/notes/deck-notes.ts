/** The notes of a deck: what a speaker has on paper, or reads in another program. */
import { type NumberedSlide, numberShownSlides } from '../../shown-slides.ts';
import type { RenderedDeck } from '../../types.ts';
import { type StepHtml, readStepNotes } from './step-notes.ts';

/** The notes of a deck, in the order of presentation. */
export interface DeckNotes {
  /** The name of the deck: `/talk/`. */
  readonly name: string;
  readonly title: string;
  /** A language tag. */
  readonly language: string;
  /** `total_time` of the deck, in seconds. */
  readonly totalTime: number | undefined;
  readonly slides: readonly NotedSlide[];
}

/** A slide with its notes. */
export interface NotedSlide {
  /** Counted from 0. */
  readonly h: number;
  readonly v: number;
  /** As the address of the slide counts: `3`, or `3.2` in a stack. */
  readonly number: string;
  /** Empty without one. */
  readonly id: string;
  /** The text of its first heading; empty without one. */
  readonly heading: string;
  /** `data-timing`, in seconds. */
  readonly time: number | undefined;
  readonly notes: readonly StepHtml[];
}

/** Reads the notes of the slides that reveal.js shows. */
export function readDeckNotes(
  { title, params, sections }: RenderedDeck,
  { name, language }: Pick<DeckNotes, 'name' | 'language'>,
): DeckNotes {
  return {
    name,
    title,
    language,
    totalTime: readTime(params.options['totalTime']),
    slides: numberShownSlides(sections).map(describeSlide),
  };
}

function describeSlide({ h, v, number, slide, section }: NumberedSlide): NotedSlide {
  const { id = '', 'data-timing': timing } = slide.tag.attributes;
  const notes = readStepNotes(section.html, slide);
  return { h, v, number, id, heading: slide.heading, time: readTime(timing), notes };
}

/** Reads a time in seconds, as the speaker view of reveal.js does; `undefined` for what is none. */
function readTime(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? parseInt(value, 10) : value;
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
}

/** Writes a time: `1:05`, or `1:00:00` for an hour. */
export function formatTime(seconds: number): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds % 3600) / 60, seconds % 60].map(Math.floor);
  const ending = `${hours ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours ? `${hours}:${ending}` : ending;
}

/** The times of a deck in words; empty if it has none. */
export function describeTimes({ totalTime, slides }: DeckNotes): string {
  const sum = slides.reduce((all, { time }) => all + (time ?? 0), 0);
  const parts = [
    ...(totalTime === undefined ? [] : [`total time ${formatTime(totalTime)}`]),
    ...(sum === 0 ? [] : [`times of slides ${formatTime(sum)}`]),
  ];
  return parts.join(', ');
}

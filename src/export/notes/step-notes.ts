/** Reads the speaker notes of a slide in the order in which they are spoken: the slide's own, then those of its fragments. */
import { findEnds, readHtml, VOID_ELEMENTS } from '../../html.ts';
import { readClasses } from '../../slide-html.ts';
import type { SlideFacts } from '../../types.ts';

/** The notes of one step, as HTML without scripts and styles. */
export interface StepHtml {
  /** 0 is the slide before its first fragment. */
  readonly step: number;
  readonly html: string;
}

/** Reads the notes of a slide; `html` is the section that the facts are about. */
export function readStepNotes(html: string, slide: SlideFacts): readonly StepHtml[] {
  const { tag, notes } = slide;
  const fragments = readFragments(html, slide);
  const own: string[] = [];
  for (const note of notes) {
    const fragment = fragments.findLast(({ start, end }) => start < note.start && note.start <= end);
    (fragment?.notes ?? own).push(note.html);
  }
  const slideNotes = { notes: own, attribute: tag.attributes['data-notes'] ?? '' };
  return [[slideNotes], ...groupBySteps(fragments)].flatMap((owners, step) => {
    const words = owners.map(wordsOf).filter(Boolean).join('\n');
    return words === '' ? [] : [{ step, html: withoutScripts(words) }];
  });
}

/** An element that may have notes. */
interface Owner {
  readonly notes: string[];
  /** `data-notes`, which counts where there are no others, as in the speaker view of reveal.js. */
  readonly attribute: string;
}

const wordsOf = ({ notes, attribute }: Owner): string => {
  const words = notes.map((one) => one.trim()).filter(Boolean);
  return words.length > 0 ? words.join('\n') : attribute.trim();
};

interface Fragment extends Owner {
  /** `data-fragment-index`; `NaN` without a number. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

function readFragments(html: string, { tag, end }: SlideFacts): readonly Fragment[] {
  const tokens = readHtml(html.slice(tag.end, end));
  const ends = findEnds(tokens);
  return tokens.flatMap((token, n) => {
    if (token.kind !== 'start' || !readClasses(token).includes('fragment')) return [];
    const { 'data-fragment-index': index = '', 'data-notes': attribute = '' } = token.attributes;
    const closing = tokens[ends[n] ?? tokens.length];
    const last = VOID_ELEMENTS.has(token.name) ? token.end : (closing?.start ?? Infinity);
    return [
      { index: parseInt(index, 10), start: tag.end + token.start, end: tag.end + last, notes: [], attribute },
    ];
  });
}

/** Groups fragments by the steps in which they come: by their numbers, then one by one. Source: reveal.js's `fragments.js`. */
function groupBySteps(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const groups = new Map<number, Fragment[]>();
  for (const fragment of fragments) {
    if (Number.isNaN(fragment.index)) continue;
    const group = groups.get(fragment.index) ?? [];
    group.push(fragment);
    groups.set(fragment.index, group);
  }
  const numbered = [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
  const loose = fragments.filter(({ index }) => Number.isNaN(index)).map((fragment) => [fragment]);
  return [...numbered, ...loose];
}

/** Removes scripts and styles, which belong to the page of the deck. */
function withoutScripts(html: string): string {
  const tokens = readHtml(html);
  const ends = findEnds(tokens);
  let written = '';
  let at = 0;
  for (const [n, token] of tokens.entries()) {
    if (token.start < at || token.kind !== 'start' || !['script', 'style'].includes(token.name)) continue;
    written += html.slice(at, token.start);
    at = tokens[ends[n] ?? tokens.length]?.end ?? html.length;
  }
  return written + html.slice(at);
}

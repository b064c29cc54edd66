/**
 * Notes in the print view. reveal.js prints the notes of a slide without those of its fragments (hakimel/reveal.js
 * #3759), and their page before the pages of the fragments.
 */
import type { RevealApi } from 'reveal.js';
import { addRules } from '../add-rules.ts';
import rules from './print-notes.css?inline';
import { readFragmentNotes, readSlideNotes, readStepNotes } from './speaker-notes.ts';

/** Distance of notes from the edges of the slide's page, in pixels. */
const EDGE = 8;

/** Adds the notes according to `show_notes`. */
export function addPrintNotes(deck: RevealApi): void {
  const { showNotes, pdfSeparateFragments } = deck.getConfig() as {
    readonly showNotes?: boolean | string;
    readonly pdfSeparateFragments?: boolean;
  };
  for (const notes of document.querySelectorAll('.slides .speaker-notes-pdf')) notes.remove();
  if (!showNotes) return;
  // The query string may ask for notes (`?print-pdf&showNotes=separate-page`) in a deck whose page lacks their rules.
  addRules(rules);
  const layout = typeof showNotes === 'string' ? showNotes : 'inline';
  for (const page of document.querySelectorAll<HTMLElement>('.pdf-page')) {
    const slide = page.querySelector(':scope > section');
    if (!slide) continue;
    const words = pdfSeparateFragments ? readPageNotes(slide, layout) : readAllNotes(slide);
    if (words) addNotes(page, words, layout);
  }
}

/** Reads the notes of a page. A page of a fragment repeats the notes of its slide only next to the slide. */
function readPageNotes(slide: Element, layout: string): string {
  if (layout !== 'separate-page') return readStepNotes(slide);
  const shown = slide.querySelectorAll('.current-fragment');
  return shown.length > 0 ? readFragmentNotes(shown) : readSlideNotes(slide);
}

/** Reads the notes of a slide, then those of its fragments in order. */
function readAllNotes(slide: Element): string {
  const steps = new Map<number, Element[]>();
  for (const fragment of slide.querySelectorAll<HTMLElement>('.fragment')) {
    const index = Number(fragment.dataset['fragmentIndex'] ?? 0);
    steps.set(index, [...(steps.get(index) ?? []), fragment]);
  }
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([, fragments]) => readFragmentNotes(fragments));
  // Each in a block of its own: notes from an attribute have no paragraphs.
  return [readSlideNotes(slide), ...inOrder]
    .filter(Boolean)
    .map((words) => `<div>${words}</div>`)
    .join('\n');
}

function addNotes(page: HTMLElement, words: string, layout: string): void {
  const notes = document.createElement('div');
  notes.className = 'speaker-notes speaker-notes-pdf';
  notes.dataset['layout'] = layout;
  notes.innerHTML = words;
  if (layout === 'separate-page') page.after(notes);
  else {
    page.append(notes);
    Object.assign(notes.style, {
      left: `${EDGE}px`,
      bottom: `${EDGE}px`,
      width: `${page.offsetWidth - 2 * EDGE}px`,
    });
  }
}

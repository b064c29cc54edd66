/**
 * Notes in the print view. reveal.js prints those of a slide without the words of its steps (hakimel/reveal.js #3759),
 * and the page of notes before the pages of the steps.
 */
import type { RevealApi } from 'reveal.js';
import rules from './print-notes.css?inline';
import { notesOfFragments, notesOfSlide, notesOfStep } from './speaker-notes.ts';

/** As far as notes stand from the edge of the page of their slide. */
const EDGE = 8;

/** Puts the notes where `show_notes` wants them. */
export function placeNotes(deck: RevealApi): void {
  const { showNotes, pdfSeparateFragments } = deck.getConfig() as {
    readonly showNotes?: boolean | string;
    readonly pdfSeparateFragments?: boolean;
  };
  for (const notes of document.querySelectorAll('.slides .speaker-notes-pdf')) notes.remove();
  if (!showNotes) return;
  addRules();
  const layout = typeof showNotes === 'string' ? showNotes : 'inline';
  for (const page of document.querySelectorAll<HTMLElement>('.pdf-page')) {
    const slide = page.querySelector(':scope > section');
    if (!slide) continue;
    const words = pdfSeparateFragments ? wordsOfPage(slide, layout) : allWords(slide);
    if (words) addNotes(page, words, layout);
  }
}

/** An address may ask for notes where the deck does not (`?print-pdf&showNotes=separate-page`): its page has no rules. */
function addRules(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A page for a step repeats the words of its slide only where they are seen beside it. */
function wordsOfPage(slide: Element, layout: string): string {
  if (layout !== 'separate-page') return notesOfStep(slide);
  const shown = slide.querySelectorAll('.current-fragment');
  return shown.length > 0 ? notesOfFragments(shown) : notesOfSlide(slide);
}

/** The words of a slide, then those of its steps in their order. */
function allWords(slide: Element): string {
  const steps = new Map<number, Element[]>();
  for (const fragment of slide.querySelectorAll<HTMLElement>('.fragment')) {
    const index = Number(fragment.dataset['fragmentIndex'] ?? 0);
    steps.set(index, [...(steps.get(index) ?? []), fragment]);
  }
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([, fragments]) => notesOfFragments(fragments));
  // Each in lines of its own: words of an attribute are no paragraph.
  return [notesOfSlide(slide), ...inOrder]
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

/** The pages of a PDF as HTML: a slide on each, with or without its notes. */
import { escapeHtml } from '../../escape-html.ts';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import type { Size, SlideFacts } from '../types.ts';
import type { Walked } from '../walk-slides.ts';

/** Where notes are: on the page below or next to the slide, or as annotations that a reader opens. */
export type NotesPlace = 'below' | 'beside' | 'annotations';

/** Rules of all pages; `writePageRules` adds their sizes. */
const CSS = `
.deck-page { position: relative; contain: layout paint; overflow: hidden; break-after: page; break-inside: avoid;
  box-sizing: border-box; background: #fff; }
.deck-page:last-child { break-after: auto; }
.deck-page-slide { position: absolute; top: 0; left: 0; contain: strict; overflow: hidden; }
.deck-page-slide > * { position: absolute !important; inset: 0; width: 100% !important; height: 100% !important; margin: 0 !important; }
.deck-page-notes, .deck-page-failure { all: initial; position: absolute; display: block; box-sizing: border-box; color: #222;
  font: 16px/1.45 system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
.deck-page-notes { padding: 24px 32px; }
.deck-page-notes :is(p, ul, ol) { margin: 0 0 0.6em; }
.deck-page-notes :is(ul, ol) { padding-left: 1.4em; }
.deck-page-notes :is(strong, b) { font-weight: bold; }
.deck-page-notes :is(em, i) { font-style: italic; }
.deck-page-notes img { max-width: 100%; }
.deck-page-failure { inset: 0; padding: 48px; border: 4px solid #b00020; font-size: 22px; }
.deck-page-failure h1 { margin: 0 0 0.5em; font-size: 1.4em; color: #b00020; }`;

/** The id of the first page of a slide, to which links lead. */
export const pageId = ({ h, v }: { readonly h: number; readonly v: number }): string =>
  `deck-slide-${h}-${v}`;

/** Where slides and notes are on a page, before it grows with its notes. */
export interface PageLayout {
  readonly page: Size;
  readonly notes: { readonly left: number; readonly top: number; readonly width: number } | undefined;
}

/** The share of the width or height of a slide that notes get. */
const NOTES_SHARE = 0.5;

/** Lays out a page for slides of a size. */
export function layOutPage({ width, height }: Size, notes: NotesPlace | undefined): PageLayout {
  if (notes === 'below')
    return {
      page: { width, height: Math.round(height * (1 + NOTES_SHARE)) },
      notes: { left: 0, top: height, width },
    };
  if (notes === 'beside')
    return {
      page: { width: Math.round(width * (1 + NOTES_SHARE)), height },
      notes: { left: width, top: 0, width: Math.round(width * NOTES_SHARE) },
    };
  return { page: { width, height }, notes: undefined };
}

/** Writes the rules for pages of this layout. */
export function writePageRules({ page, notes }: PageLayout, slide: Size): string {
  const box = notes
    ? `.deck-page-notes { left: ${notes.left}px; top: ${notes.top}px; width: ${notes.width}px; }`
    : '';
  return `@page { size: ${page.width}px ${page.height}px; margin: 0; }
.deck-page { width: ${page.width}px; height: ${page.height}px; }
.deck-page-slide { width: ${slide.width}px; height: ${slide.height}px; }
${CSS}
${box}`;
}

/** Writes the page of a step. `isFirst`: whether it is the first page of its slide. */
export function writePage(
  { slide, step, made, facts, problem }: Walked<Snapshot>,
  { isFirst, hasNotes, isEachStep }: PageOptions,
): string {
  const id = isFirst ? ` id="${pageId(slide)}"` : '';
  const content = made
    ? `<div class="deck-page-slide">${made.html}</div>`
    : `<div class="deck-page-failure"><h1>Slide ${slide.number}</h1><p>${escapeHtml(problem?.message ?? '')}</p></div>`;
  const notes = hasNotes && facts ? readNotes(facts, step, isEachStep) : [];
  const words = notes.map(({ html }) => `<div>${html}</div>`).join('\n');
  const aside = words === '' ? '' : `<div class="deck-page-notes" role="note">${words}</div>`;
  return `<div class="deck-page"${id}>${content}${aside}</div>`;
}

/** How a page is written. */
export interface PageOptions {
  readonly isFirst: boolean;
  readonly hasNotes: boolean;
  readonly isEachStep: boolean;
}

/** The notes of a page: those of its step, or of all steps if the slide has one page. */
export function readNotes({ notes }: SlideFacts, step: number, isEachStep: boolean): SlideFacts['notes'] {
  return isEachStep ? notes.filter((one) => one.step === step) : notes;
}

/**
 * Makes pages higher whose notes need more room, so that none is cut. Returns the size of each page. Runs in the page
 * of the document.
 */
export function growPages(): readonly Size[] {
  const rules: string[] = [];
  const sizes = [...document.querySelectorAll<HTMLElement>('.deck-page')].map((page) => {
    const notes = page.querySelector<HTMLElement>('.deck-page-notes');
    const { offsetWidth: width, offsetHeight: height } = page;
    const needed = notes ? notes.offsetTop + notes.scrollHeight : 0;
    if (needed <= height) return { width, height };
    page.style.height = `${needed}px`;
    page.style.setProperty('page', `high-${needed}`);
    rules.push(`@page high-${needed} { size: ${width}px ${needed}px; margin: 0; }`);
    return { width, height: needed };
  });
  const style = document.createElement('style');
  style.textContent = [...new Set(rules)].join('\n');
  document.head.append(style);
  return sizes;
}

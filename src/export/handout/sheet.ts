/** A handout as HTML: rows of slides with their notes, which the page then puts on sheets of paper. */
import { escapeHtml } from '../../escape-html.ts';
import { pageId } from '../pdf/pages.ts';
import type { Snapshot } from '../snapshot/take-snapshot.ts';
import type { DeckFacts, Size, SlideFacts } from '../types.ts';
import type { Walked } from '../walk-slides.ts';
import { type HandoutLayout, type HandoutNotesPlace, lengths } from './layout.ts';

/** Rules for what notes can hold. */
const NOTES = `
.handout-note { display: flow-root; }
.handout-step { float: left; min-width: 1.3em; margin-right: 0.35em; color: #666; font-variant-numeric: tabular-nums; }
.handout-notes :is(p, ul, ol, dl, pre, table, blockquote, figure, h1, h2, h3, h4, h5, h6) { margin: 0 0 0.55em; padding: 0; }
.handout-notes :is(ul, ol) { padding-left: 1.5em; list-style-position: outside; }
.handout-notes .handout-note:last-child > :last-child { margin-bottom: 0; }
.handout-notes ul { list-style-type: disc; }
.handout-notes ol { list-style-type: decimal; }
.handout-notes li > :is(p, ul, ol) { margin-bottom: 0.2em; }
.handout-notes :is(h1, h2, h3, h4, h5, h6) { font: inherit; font-weight: bold; color: inherit; text-transform: none; }
.handout-notes :is(strong, b, th) { font-weight: bold; }
.handout-notes :is(em, i) { font-style: italic; }
.handout-notes a { color: inherit; text-decoration: underline; }
.handout-notes :is(code, pre) { font-family: var(--r-code-font, monospace), monospace; font-size: 0.9em; }
.handout-notes pre { width: auto; box-shadow: none; white-space: pre-wrap; }
.handout-notes pre code { display: block; padding: 0.5em; max-height: none; white-space: pre-wrap; }
.handout-notes blockquote { width: auto; padding-left: 0.8em; border-left: 0.1em solid #b5b5b5; }
.handout-notes :is(td, th) { padding: 0.1em 0.8em 0.1em 0; text-align: start; vertical-align: top; }
.handout-notes :is(img, svg, video) { max-width: 100%; max-height: var(--handout-picture); }`;

/** Writes the rules of a handout. */
export function writeSheetRules(
  { paper, scale, mm, columns, slide, rowHeight, bodyHeight }: HandoutLayout,
  deck: Size,
  notes: HandoutNotesPlace,
): string {
  const long = (millimetres: number): string => `${(millimetres * mm).toFixed(3)}px`;
  // The point of printers: 1/72 inch.
  const points = (size: number): string => long((size * 25.4) / 72);
  const font = 'var(--r-main-font, system-ui), system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif';
  // A line as long as the paper is hard to read.
  const text =
    slide.width > deck.width / 2
      ? `.handout-notes { max-width: ${long(150)}; font-size: ${points(11)}; }`
      : '';
  const cell =
    notes === 'below'
      ? `.handout-text { margin-top: ${long(lengths.textGap)}; }`
      : `.handout-cell { display: grid; grid-template-columns: ${slide.width}px minmax(0, 1fr); column-gap: ${long(6)}; align-items: start; }
.handout-text { grid-column: 2; }`;
  return `
@page { margin: 0; }
.handout-page { all: initial; display: block; position: relative; overflow: hidden; break-after: page; box-sizing: border-box;
  width: ${deck.width}px; height: ${Math.floor(paper.height / scale) - 1}px; padding: ${long(lengths.top)} ${long(lengths.side)} 0;
  background: #fff; color: #222; font: ${points(9.5)}/1.45 ${font}; overflow-wrap: break-word; }
.handout-page:last-of-type { break-after: auto; }
.handout-body { height: ${bodyHeight}px; --handout-picture: ${bodyHeight * 0.6}px; }
.handout-row { display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); column-gap: ${long(lengths.columnGap)}; align-items: start; }
.handout-row + .handout-row { margin-top: ${long(lengths.rowGap)}; }
.handout-row.is-first { min-height: ${rowHeight}px; }
.handout-slide { position: relative; contain: strict; overflow: hidden; box-sizing: border-box;
  width: ${slide.width}px; height: ${slide.height}px; }
.handout-slide::after { content: ""; position: absolute; inset: 0; border: ${points(0.5)} solid #9a9a9a; }
.handout-window { position: absolute; top: 0; left: 0; contain: strict; overflow: hidden; transform-origin: 0 0;
  width: ${deck.width}px; height: ${deck.height}px; transform: scale(${slide.scale}); }
.handout-window > * { position: absolute !important; inset: 0; width: 100% !important; height: 100% !important; margin: 0 !important; }
.handout-failure { padding: 48px; box-sizing: border-box; border: 4px solid #b00020; background: #fff; font-size: 40px; }
${cell}
.handout-number { height: ${long(lengths.number)}; margin: 0; color: #666; font-size: ${points(8)}; line-height: 1.2;
  font-variant-numeric: tabular-nums; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.handout-number b { color: #222; font-weight: bold; }
.handout-line { height: ${long(lengths.line)}; box-sizing: border-box; border-bottom: ${points(0.4)} solid #b5b5b5; }
.handout-footer { position: absolute; right: ${long(lengths.side)}; left: ${long(lengths.side)}; bottom: ${long(10)}; display: flex;
  gap: ${long(lengths.columnGap)}; padding-top: ${long(2)}; border-top: ${points(0.5)} solid #9a9a9a; color: #555; font-size: ${points(8)}; line-height: 1.3; }
.handout-footer span { white-space: nowrap; font-variant-numeric: tabular-nums; }
.handout-footer span:first-child { flex: 1; overflow: hidden; text-overflow: ellipsis; }
${text}
${NOTES}`;
}

/**
 * Writes all slides with their notes, in rows, and the footer of every page. They are in a sheet that has the styles of
 * a page, so that the browser loads the fonts of the pages before it measures rows.
 */
export function writeSheet(
  walked: readonly Walked<Snapshot>[],
  { columns, lines }: HandoutLayout,
  footer: string,
): string {
  const cells = walked.map((one) => writeCell(one, lines));
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).join('\n'),
  );
  const body = rows.map((row) => `<div class="handout-row is-first">${row}</div>`).join('\n');
  return `<div class="handout-page" id="handout-sheet">${body}\n${footer}</div>`;
}

function writeCell({ slide, made, facts, problem }: Walked<Snapshot>, lines: number): string {
  const content = made
    ? `<div class="handout-window">${made.html}</div>`
    : `<div class="handout-window"><div class="handout-failure">${escapeHtml(problem?.message ?? '')}</div></div>`;
  const number = `<p class="handout-number"><b>${slide.number}</b></p>`;
  const notes = writeNotes(facts?.notes ?? []);
  const ruled = `<div aria-hidden="true">${'<div class="handout-line"></div>'.repeat(lines)}</div>`;
  return `<div class="handout-cell" id="${pageId(slide)}"><div class="handout-slide">${content}</div>
<div class="handout-text">${number}${notes || ruled}</div></div>`;
}

/** Writes notes; those of fragments with their steps. */
function writeNotes(notes: SlideFacts['notes']): string {
  const words = notes.map(({ step, html }) => {
    const mark = step > 0 ? `<span class="handout-step">${step}</span>` : '';
    return `<div class="handout-note" dir="auto">${mark}${html}</div>`;
  });
  return words.length === 0 ? '' : `<div class="handout-notes" role="note">${words.join('\n')}</div>`;
}

/** Writes the footer: title, date and page; the page is filled in where it is known. */
export function writeFooter({ title, language }: DeckFacts, date: Date | undefined): string {
  const parts = [title, date ? formatDate(date, language) : '', ''];
  const spans = parts.map((part) => `<span>${escapeHtml(part)}</span>`);
  return `<div class="handout-footer" aria-hidden="true">${spans.join('')}</div>`;
}

function formatDate(date: Date, language: string): string {
  const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language || 'en', options).format(date);
  } catch {
    // A language that is no tag.
    return new Intl.DateTimeFormat('en', options).format(date);
  }
}

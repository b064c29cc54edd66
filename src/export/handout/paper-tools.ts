/**
 * Functions that put the rows of a handout on sheets of paper, and break notes that are longer. They are sent as text,
 * so each one uses only its arguments, globals of the page, and the other functions through `deckPaper`.
 */
import { writeFunctions } from '../../browser/page-steps.ts';

/** Where the slides of a handout are. */
export interface PaperPlan {
  readonly pages: number;
  /** The index of the page of each slide. */
  readonly slides: readonly number[];
}

/** The global that the script defines. */
export interface PaperTools {
  paginate(rowHeight: number): PaperPlan;
  addPage(): HTMLElement;
  number(): PaperPlan;
  splitRow(row: Element, limit: number): HTMLElement | undefined;
  splitNotes(notes: Element, limit: number): DocumentFragment | undefined;
  shrink(unit: Element, limit: number): void;
  units(node: Node): readonly Node[];
  findBreak(unit: Node, limit: number): number | undefined;
  isStart(node: Node): boolean;
  orphanOf(unit: Node, offset: number): Element | undefined;
  startAt(unit: Node, offset: number, notes: Element): Range | undefined;
  continueLists(range: Range, notes: Element): (rest: DocumentFragment) => void;
}

declare const deckPaper: PaperTools;

/** Puts all rows on pages. A row needs its least height; notes that are longer flow on to the next page. */
function paginate(rowHeight: number): PaperPlan {
  const rows = [...document.querySelectorAll('.handout-row')];
  let body = deckPaper.addPage();
  for (const row of rows) {
    body.append(row);
    // Layout counts in fractions of a pixel.
    const isTooLow = row.getBoundingClientRect().top + rowHeight > body.getBoundingClientRect().bottom + 1;
    if (isTooLow && row.previousElementSibling) {
      body = deckPaper.addPage();
      body.append(row);
    }
    let current: Element | undefined = row;
    while (current) {
      const rest: HTMLElement | undefined = deckPaper.splitRow(
        current,
        body.getBoundingClientRect().bottom + 1,
      );
      if (rest) {
        body = deckPaper.addPage();
        body.append(rest);
      }
      current = rest;
    }
  }
  return deckPaper.number();
}

function addPage(): HTMLElement {
  const page = document.createElement('div');
  const body = document.createElement('div');
  page.className = 'handout-page';
  body.className = 'handout-body';
  page.append(body);
  document.body.append(page);
  return body;
}

/** Gives each page its footer with its number, and removes the sheet that rows and footer came from. */
function number(): PaperPlan {
  const footer = document.querySelector('.handout-footer');
  document.querySelector('#handout-sheet')?.remove();
  const pages = [...document.querySelectorAll('.handout-page')];
  for (const [index, page] of pages.entries()) {
    const copy = footer?.cloneNode(true) as Element;
    copy.lastElementChild?.append(`${index + 1} / ${pages.length}`);
    page.append(copy);
  }
  const slides = [...document.querySelectorAll('.handout-slide')];
  return {
    pages: pages.length,
    slides: slides.map((slide) => pages.findIndex((page) => page.contains(slide))),
  };
}

/** Moves what is below the limit to a new row; `undefined` if nothing is. */
function splitRow(row: Element, limit: number): HTMLElement | undefined {
  const next = row.cloneNode(false) as HTMLElement;
  next.classList.remove('is-first');
  let isSplit = false;
  for (const cell of row.children) {
    const nextCell = cell.cloneNode(false) as Element;
    nextCell.removeAttribute('id');
    next.append(nextCell);
    const notes = cell.querySelector('.handout-notes');
    if (!notes || notes.getBoundingClientRect().bottom <= limit) continue;
    const rest = deckPaper.splitNotes(notes, limit);
    if (!rest) continue;
    isSplit = true;
    const text = notes.parentElement?.cloneNode(false) as Element;
    const label = cell.querySelector('.handout-number')?.cloneNode(true) as Element;
    if (!label.textContent.endsWith('…')) label.append(' …');
    const nextNotes = notes.cloneNode(false) as Element;
    nextNotes.append(rest);
    text.append(label, nextNotes);
    nextCell.append(text);
  }
  return isSplit ? next : undefined;
}

/** Takes out of notes what is below the limit. What is higher than a page is made smaller. */
function splitNotes(notes: Element, limit: number): DocumentFragment | undefined {
  for (const unit of deckPaper.units(notes)) {
    const offset = deckPaper.findBreak(unit, limit);
    if (offset === undefined) continue;
    const range = deckPaper.startAt(unit, offset, notes);
    if (range) {
      range.setEnd(notes, notes.childNodes.length);
      const finish = deckPaper.continueLists(range, notes);
      const rest = range.extractContents();
      finish(rest);
      return rest;
    }
    if (!notes.closest('.is-first') && unit instanceof Element) {
      deckPaper.shrink(unit, limit);
      continue;
    }
    // Nothing fits under the slide.
    const all = document.createRange();
    all.selectNodeContents(notes);
    return notes.closest('.is-first') ? all.extractContents() : undefined;
  }
  return undefined;
}

/** Makes an element end above the limit. */
function shrink(unit: Element, limit: number): void {
  const { top, height } = unit.getBoundingClientRect();
  const box = unit instanceof HTMLElement ? unit : document.createElement('span');
  if (box !== unit) {
    // Drawings have no zoom of their own.
    unit.replaceWith(box);
    box.append(unit);
  }
  // Some room stays for the line that it is in.
  box.style.setProperty('zoom', String((0.96 * (limit - top)) / height));
}

/** What breaks only in itself or not at all, in order: texts, pictures, rows of tables. */
function units(node: Node): readonly Node[] {
  if (node instanceof Text) return node.data.trim() === '' ? [] : [node];
  if (!(node instanceof Element)) return [];
  if (node.matches('img, svg, video, audio, canvas, math, tr, .katex, .handout-step')) return [node];
  return [...node.childNodes].flatMap((child) => deckPaper.units(child));
}

/** Where a unit goes below the limit: a place in a text, 0 for anything else; `undefined` if it does not. */
function findBreak(unit: Node, limit: number): number | undefined {
  const range = document.createRange();
  const isBelow = (end: number): boolean => {
    range.setStart(unit, 0);
    range.setEnd(unit, end);
    return range.getBoundingClientRect().bottom > limit;
  };
  if (!(unit instanceof Text)) {
    range.selectNode(unit);
    const box = unit instanceof Element ? unit : range;
    return box.getBoundingClientRect().bottom > limit ? 0 : undefined;
  }
  if (!isBelow(unit.length)) return undefined;
  let fits = 0;
  let fails = unit.length;
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (isBelow(middle)) fails = middle;
    else fits = middle;
  }
  return unit.data.slice(0, fits).trim() === '' ? 0 : fits;
}

/** Whether nothing that is seen precedes a node in its parent. */
function isStart(node: Node): boolean {
  for (let before = node.previousSibling; before; before = before.previousSibling)
    if (deckPaper.units(before).some((unit) => !(unit as Element).matches?.('.handout-step'))) return false;
  return true;
}

/** The paragraph of which a break would leave only the first line. */
function orphanOf(unit: Node, offset: number): Element | undefined {
  const block = unit.parentElement?.closest('p, li');
  if (!block) return undefined;
  const kept = document.createRange();
  kept.setStart(block, 0);
  kept.setEnd(unit, offset);
  const line = Number.parseFloat(getComputedStyle(block).lineHeight);
  return kept.getBoundingClientRect().height < 1.5 * line ? block : undefined;
}

/** A range from a place in notes, or from before the elements that begin there; `undefined` at the start of notes. */
function startAt(unit: Node, offset: number, notes: Element): Range | undefined {
  const range = document.createRange();
  if (offset > 0) {
    const block = deckPaper.orphanOf(unit, offset);
    const before = block && deckPaper.startAt(block, 0, notes);
    if (before) return before;
    range.setStart(unit, offset);
    return range;
  }
  let node = unit;
  while (node.parentNode && node.parentNode !== notes && deckPaper.isStart(node)) node = node.parentNode;
  if (node.parentNode === notes && deckPaper.isStart(node)) return undefined;
  range.setStartBefore(node);
  return range;
}

/** Prepares lists that a break divides: their numbers go on, and the rest of an item has no second mark. */
function continueLists(range: Range, notes: Element): (rest: DocumentFragment) => void {
  const { startContainer } = range;
  const inside = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const divided: Element[] = [];
  for (let one = inside; one && one !== notes; one = one.parentElement) divided.unshift(one);
  return (rest) => {
    let copy: ParentNode = rest;
    for (const [index, original] of divided.entries()) {
      const [first] = copy.children;
      if (!(first instanceof HTMLElement)) return;
      copy = first;
      const isItemDivided = divided[index + 1]?.tagName === 'LI';
      if (first instanceof HTMLOListElement)
        first.start += original.querySelectorAll(':scope > li').length - (isItemDivided ? 1 : 0);
      if (first.tagName === 'LI') first.style.listStyle = 'none';
    }
  };
}

/** The script that defines `deckPaper` in a page. */
export const paperScript = `globalThis.deckPaper = ${writeFunctions({
  paginate,
  addPage,
  number,
  splitRow,
  splitNotes,
  shrink,
  units,
  findBreak,
  isStart,
  orphanOf,
  startAt,
  continueLists,
} satisfies PaperTools)};`;

/** The functions that rules use in the page of a deck, as a script: they are sent as text. */
import { type PageSteps, writeFunctions } from '../browser/page-steps.ts';
import { slideTools, type SlideTools } from '../client/measure/slide-tools.ts';
import type { Box } from './types.ts';

/** The global that the script defines. */
export interface PageTools extends SlideTools {
  /** Images that the browser could not load. */
  readonly failed: WeakSet<EventTarget>;
  /** The content of slides that are far from the one that is measured. */
  readonly parked: Map<Element, DocumentFragment>;
  focus(h: number, v: number): void;
  visibleBox(element: Element): Box;
}

declare const deckCheck: PageTools;
declare const deckSteps: PageSteps;

/**
 * Takes the content of far slides out of the page until its turn comes: axe-core looks at every element of a page for
 * each slide, which takes minutes in a long deck.
 */
function focus(h: number, v: number): void {
  const slides = deckSteps.elements();
  const index = slides.findIndex((slide) => slide.h === h && slide.v === v);
  for (const [at, { element: slide }] of slides.entries()) {
    const isNear = Math.abs(at - index) <= 1;
    const content = deckCheck.parked.get(slide);
    if (isNear && content) {
      slide.append(content);
      deckCheck.parked.delete(slide);
    }
    // reveal.js goes on to use sections inside of a slide, and the parents of these.
    if (isNear || content || slides.length < 12 || slide.querySelector('section')) continue;
    const fragment = document.createDocumentFragment();
    fragment.append(...slide.childNodes);
    deckCheck.parked.set(slide, fragment);
  }
}

/** The part of an element that no box around it cuts off: what is next to a box is not the background of its text. */
function visibleBox(element: Element): Box {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (const box of deckCheck.ancestors(element)) {
    const [clips, edge] = [deckCheck.clips(box), box.getBoundingClientRect()];
    if (clips.x) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
    if (clips.y) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** The script that defines `deckCheck` in a page. */
export const toolsScript = `globalThis.deckCheck = { failed: new WeakSet(), parked: new Map(), ...${writeFunctions({ ...slideTools, focus, visibleBox })} };
addEventListener('error', ({ target }) => target instanceof Element && deckCheck.failed.add(target), true);`;

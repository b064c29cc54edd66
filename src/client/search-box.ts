/**
 * Search in a deck. reveal.js's own search finds words in notes, removes `<em>` of the author along with its
 * highlights, and fails at brackets; this one has the same look and keys.
 */
import type { RevealApi } from 'reveal.js';
import { addRules } from './add-rules.ts';

/** The methods of the plugin, which scripts of authors may call. */
export interface SearchBox {
  open(): void;
  close(): void;
  toggle(): void;
}

/** Elements that are not for readers, or that repeat text for screen readers. */
const IGNORED = 'aside.notes, script, style, template, annotation, [aria-hidden="true"]';

const HIGHLIGHT = 'deck-search';

const STYLE = {
  position: 'absolute',
  top: '10px',
  right: '10px',
  zIndex: '10',
  display: 'none',
};

const FIELD_STYLE = {
  width: '240px',
  fontSize: '14px',
  padding: '4px 6px',
  color: '#000',
  background: '#fff',
  borderRadius: '2px',
  border: '0',
  boxShadow: '0 2px 18px rgba(0, 0, 0, 0.2)',
  verticalAlign: 'top',
};

/** A slide with the ranges of its matches. */
interface FoundSlide {
  readonly slide: Element;
  readonly ranges: readonly Range[];
}

/** Adds the search box to a deck, hidden until it is opened. Enter goes to the next slide with a match. */
export function createSearchBox(deck: RevealApi): SearchBox {
  const { box, field } = createField();
  deck.getRevealElement()?.append(box);
  let words = '';
  let found: readonly FoundSlide[] = [];
  let next = 0;
  const look = (): void => {
    if (field.value !== words) {
      words = field.value;
      found = findSlides(deck, words);
      next = 0;
      highlight(found);
    }
    const place = found[next % found.length];
    next++;
    if (!place) return;
    const { h, v } = deck.getIndices(place.slide as HTMLElement);
    deck.slide(h, v);
  };
  const search: SearchBox = {
    open() {
      box.style.display = 'inline';
      field.focus();
      field.select();
    },
    close() {
      box.style.display = 'none';
      field.blur();
      words = '';
      highlight([]);
    },
    toggle: () => (box.style.display === 'none' ? search.open() : search.close()),
  };
  field.addEventListener('keyup', ({ key }) => {
    if (key === 'Enter') look();
    else if (key === 'Escape') search.close();
  });
  return search;
}

function createField(): { readonly box: HTMLElement; readonly field: HTMLInputElement } {
  const [box, field] = [document.createElement('div'), document.createElement('input')];
  Object.assign(field, { type: 'search', className: 'searchinput', placeholder: 'Search...' });
  field.setAttribute('aria-label', 'Search the slides');
  Object.assign(field.style, FIELD_STYLE);
  box.className = 'searchbox';
  Object.assign(box.style, STYLE);
  box.append(field);
  return { box, field };
}

function findSlides(deck: RevealApi, words: string): readonly FoundSlide[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  if (pattern === '') return [];
  // reveal.js's own list of slides lacks those that it does not count.
  const slides = deck.getSlidesElement()?.querySelectorAll('section:not(.stack)') ?? [];
  return [...slides]
    .map((slide) => ({ slide, ranges: findIn(slide, new RegExp(pattern, 'giu')) }))
    .filter(({ ranges }) => ranges.length > 0);
}

/** Finds matches in the text of a slide, across elements. */
function findIn(slide: Element, pattern: RegExp): readonly Range[] {
  const nodes = textNodes(slide);
  const starts: number[] = [];
  let text = '';
  for (const { data } of nodes) {
    starts.push(text.length);
    text += data;
  }
  /** Finds the node with the character before an offset, so that a match never ends in the following node. */
  const nodeAt = (offset: number): number => starts.findLastIndex((start) => start < offset);
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
    const [first, last] = [nodeAt(index + 1), nodeAt(index + match.length)];
    const [from, to] = [nodes[first], nodes[last]];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from, index - (starts[first] ?? 0));
    range.setEnd(to, index + match.length - (starts[last] ?? 0));
    return [range];
  });
}

function textNodes(slide: Element): readonly Text[] {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(IGNORED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

/** Highlights matches without changing the slides; browsers without CSS highlights only navigate to the slides. */
function highlight(found: readonly FoundSlide[]): void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return;
  if (!CSS.highlights.has(HIGHLIGHT))
    addRules(`::highlight(${HIGHLIGHT}) { background-color: #ff6; color: #000; }`);
  CSS.highlights.set(HIGHLIGHT, new Highlight(...found.flatMap(({ ranges }) => ranges)));
}

/** The grid of all slides with their titles, to find one and go to it; loaded when it is opened for the first time. */
import type { RevealApi } from 'reveal.js';
import { addRules } from '../add-rules.ts';
import { isRead } from '../reading.ts';
import { isScrollView } from '../scroll-view.ts';
import rules from './slide-grid.css?inline';
import { formatNumber } from './slide-numbers.ts';
import { createMiniature, layOutSlides } from './slide-miniatures.ts';

/** How far from the visible part of the grid miniatures are made, as a share of its height. */
const AHEAD = '50%';

/** A slide and its place in the grid. */
interface GridItem {
  readonly slide: HTMLElement;
  readonly element: HTMLLIElement;
  readonly miniature: HTMLElement;
  readonly button: HTMLButtonElement;
}

let grid: SlideGrid | undefined;

/** Opens the grid of the page's deck, with the focus on the current slide. */
export function openSlideGrid(deck: RevealApi): void {
  grid ??= new SlideGrid(deck);
  grid.open();
}

/** The grid of a deck. */
class SlideGrid {
  readonly #deck: RevealApi;
  readonly #dialog = document.createElement('dialog');
  readonly #list = document.createElement('ol');
  readonly #resizes = new ResizeObserver(() => this.#scale());
  readonly #drawings = new MutationObserver((records) =>
    this.#paintAgain(records.map(({ target }) => target)),
  );
  readonly #arrivals: IntersectionObserver;
  #items: readonly GridItem[] = [];
  /** The items whose miniatures show what is on their slides. */
  #painted = new Set<GridItem>();
  #painting = Promise.resolve();

  constructor(deck: RevealApi) {
    this.#deck = deck;
    addRules(rules);
    this.#dialog.className = 'deck-grid';
    this.#dialog.setAttribute('aria-label', 'All slides');
    this.#dialog.append(
      createHeader(() => this.#close()),
      this.#list,
    );
    this.#arrivals = new IntersectionObserver((entries) => this.#paintArrived(entries), {
      root: this.#dialog,
      rootMargin: `${AHEAD} 0px`,
    });
    this.#list.addEventListener('click', ({ target }) => this.#choose(target as Node));
    this.#dialog.addEventListener('keydown', (event) => this.#handleKey(event));
    this.#dialog.addEventListener('close', () => this.#empty());
    deck.on('sync', () => this.#fillAgain());
    deck.on('slidesync', (event) => this.#paintAgain([(event as unknown as { readonly slide: Node }).slide]));
  }

  open(): void {
    // What is scrolled shows all slides already.
    if (this.#dialog.open || isRead() || isScrollView(this.#deck)) return;
    // After the deck: scripts take the first element of its classes for it.
    (this.#deck.getViewportElement() ?? document.body).append(this.#dialog);
    this.#dialog.showModal();
    this.#fill();
    this.#resizes.observe(this.#list);
    const slides = this.#deck.getSlidesElement();
    // Diagrams are drawn late.
    if (slides) this.#drawings.observe(slides, { subtree: true, attributeFilter: ['data-diagram'] });
    this.#focus(this.#deck.getSlides().indexOf(this.#deck.getCurrentSlide()), 'center');
  }

  #fill(): void {
    this.#arrivals.disconnect();
    this.#painted.clear();
    this.#items = this.#deck.getSlides().map((slide, index) => createItem(this.#deck, slide, index));
    this.#list.replaceChildren(...this.#items.map(({ element }) => element));
    this.#scale();
    for (const { element } of this.#items) this.#arrivals.observe(element);
  }

  #fillAgain(): void {
    if (!this.#dialog.open) return;
    const focused = this.#focused;
    this.#fill();
    this.#focus(focused);
  }

  #empty(): void {
    for (const observer of [this.#arrivals, this.#resizes, this.#drawings]) observer.disconnect();
    this.#list.replaceChildren();
    this.#items = [];
  }

  /** Fits the miniatures, which have the size of a slide, into the columns. */
  #scale(): void {
    const { width, height } = this.#deck.getComputedSlideSize();
    // One pixel more than there is room for, so that no edge shows the background.
    const scale = ((this.#items[0]?.element.clientWidth ?? 0) + 1) / width;
    for (const [name, value] of Object.entries({ width, height, scale }))
      this.#dialog.style.setProperty(`--deck-grid-${name}`, String(value));
  }

  #paintArrived(entries: readonly IntersectionObserverEntry[]): void {
    const arrived = new Set(
      entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target),
    );
    this.#paint(this.#items.filter(({ element }) => arrived.has(element)));
  }

  /** Makes the miniatures again that show something of the nodes. */
  #paintAgain(nodes: readonly Node[]): void {
    const changed = [...this.#painted].filter(({ slide }) =>
      nodes.some((node) => slide.contains(node) || node.contains(slide)),
    );
    for (const item of changed) this.#painted.delete(item);
    this.#paint(changed);
  }

  /** Makes miniatures that are out of date, after those that are being made. */
  #paint(items: readonly GridItem[]): void {
    this.#painting = this.#painting.then(() => this.#paintNow(items));
  }

  async #paintNow(items: readonly GridItem[]): Promise<void> {
    const wanted = items.filter((item) => item.element.isConnected && !this.#painted.has(item));
    for (const item of wanted) this.#painted.add(item);
    await layOutSlides(
      this.#deck,
      wanted.map(({ slide }) => slide),
    );
    const { background } = getComputedStyle(this.#deck.getViewportElement() ?? document.body);
    for (const { slide, miniature } of wanted) {
      miniature.style.background = background;
      miniature.replaceChildren(createMiniature(this.#deck, slide));
    }
  }

  #close(): void {
    // Browsers leave the focus in the dialog until the next frame, and the next key would be lost there.
    (document.activeElement as HTMLElement | null)?.blur();
    this.#dialog.close();
  }

  #choose(target: Node): void {
    const item = this.#items.find(({ element }) => element.contains(target));
    if (!item) return;
    this.#close();
    const { h, v } = this.#deck.getIndices(item.slide);
    this.#deck.slide(h, v);
  }

  /** The index of the item that has the focus; -1 if none has. */
  get #focused(): number {
    return this.#items.findIndex(({ button }) => button === document.activeElement);
  }

  /** Focuses an item, or the nearest one that there is. */
  #focus(index: number, block: ScrollLogicalPosition = 'nearest'): void {
    const item = this.#items[Math.min(Math.max(index, 0), this.#items.length - 1)];
    for (const { button } of this.#items) button.tabIndex = button === item?.button ? 0 : -1;
    item?.button.focus({ preventScroll: true });
    item?.element.scrollIntoView({ block });
  }

  #handleKey(event: KeyboardEvent): void {
    // The keys are those of the grid, and reach the deck no more.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(?:t|escape)$/i.test(event.key)) {
      event.preventDefault();
      return this.#close();
    }
    const count = this.#items.length;
    const row = ROW_KEYS[event.key];
    const move = row === undefined ? stepOf(event.key, count) : row * countColumns(this.#items);
    if (move === undefined) return;
    event.preventDefault();
    const next = this.#focused + move;
    // Above the first row and below the last one there is nothing to go to.
    if (row === undefined || (next >= 0 && next < count)) this.#focus(next);
  }
}

/** Keys that move the focus by rows. */
const ROW_KEYS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** How many items another key moves the focus; `PageDown` and `PageUp` are those of wireless presenters. */
function stepOf(key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return 1;
    case 'ArrowLeft':
    case 'PageUp':
      return -1;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return undefined;
  }
}

function countColumns(items: readonly GridItem[]): number {
  const next = items.findIndex(({ element }) => element.offsetTop !== items[0]?.element.offsetTop);
  return next === -1 ? items.length : next;
}

function createHeader(close: () => void): HTMLElement {
  const header = document.createElement('header');
  const title = createElement('h1', '', document.title);
  const button = createElement('button', '', '×');
  button.type = 'button';
  button.setAttribute('aria-label', 'Close');
  button.addEventListener('click', close);
  header.append(title, button);
  return header;
}

function createItem(deck: RevealApi, slide: HTMLElement, index: number): GridItem {
  const element = document.createElement('li');
  const miniature = createElement('div', 'miniature');
  miniature.inert = true;
  const button = createElement('button');
  button.type = 'button';
  const number = createElement('span', 'number', String(index + 1));
  if (deck.getConfig().slideNumber) number.innerHTML = formatNumber(deck, slide);
  button.append(number, ' ', createElement('span', 'title', readTitle(slide)));
  if (slide === deck.getCurrentSlide()) button.setAttribute('aria-current', 'true');
  element.append(miniature, button);
  return { slide, element, button, miniature };
}

function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  part = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (part) element.className = `deck-grid-${part}`;
  element.textContent = text;
  return element;
}

/** Elements that repeat a text, or are not part of it. */
const NO_TITLE = 'aside.notes, script, style, .footnote-ref, annotation, .katex-html';

/** How many letters of a slide without a heading are its title. */
const FIRST_WORDS = 100;

/** The text of a slide's heading, or its first words. */
function readTitle(slide: HTMLElement): string {
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6') ?? slide;
  const copied = heading.cloneNode(true) as HTMLElement;
  for (const part of copied.querySelectorAll(NO_TITLE)) part.remove();
  return copied.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, FIRST_WORDS);
}

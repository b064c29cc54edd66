/**
 * Functions that rules use in the page of a deck. `deckwright check` sends them as text, so each one uses only its
 * arguments, globals of the page, and the other functions through `deckCheck`.
 */
import type { RevealApi } from 'reveal.js';
import type { Place } from './types.ts';

/** A text or an image that a slide shows. */
export interface ShownItem {
  readonly element: Element;
  /** The text; `undefined` for an image, a video, a frame and the like. */
  readonly text: Text | undefined;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The edges of a rectangle in pixels of the viewport. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The slide's area in the viewport, and the size of a pixel of the deck in it. */
export interface SlideArea extends Edges {
  readonly scale: number;
}

/** The global with the functions; it is defined while a slide is measured. */
export interface SlideTools {
  /** What the current step shows; computed once per step. */
  shown: readonly ShownItem[] | undefined;
  slide(): HTMLElement;
  area(): SlideArea;
  window(): Edges;
  items(): readonly ShownItem[];
  isReadable(element: Element): boolean;
  isVisuallyHidden(element: Element): boolean;
  isUnfinished(): boolean;
  ancestors(element: Element): readonly HTMLElement[];
  ink(item: ShownItem): { readonly top: number; readonly bottom: number };
  clips(element: Element): { readonly x: boolean; readonly y: boolean };
  scrolls(element: Element): boolean;
  unit(element: Element): Element;
  place(element: Element): Place;
  pieces(element: Element): readonly string[];
  texts(element: Element): readonly string[];
}

declare const deckCheck: SlideTools;
declare const Reveal: RevealApi;

/** The slide that is shown; reveal.js names another one if a slide of the stack has a section inside. */
function slide(): HTMLElement {
  const slides = Reveal.getSlidesElement();
  const shown =
    slides?.querySelector<HTMLElement>(':scope > section.present > section.present') ??
    slides?.querySelector<HTMLElement>(':scope > section.present');
  return shown ?? Reveal.getCurrentSlide();
}

function area(): SlideArea {
  const { left, top, right, bottom } = (Reveal.getSlidesElement() ?? document.body).getBoundingClientRect();
  return { left, top, right, bottom, scale: Reveal.getScale() };
}

/** What the reader sees of the page. Content beyond the slide may be in it. */
function window(): Edges {
  return { left: 0, top: 0, right: globalThis.innerWidth, bottom: globalThis.innerHeight };
}

/** Lists the texts and images of the current step that a reader sees. */
function items(): readonly ShownItem[] {
  if (deckCheck.shown) return deckCheck.shown;
  const found: ShownItem[] = [];
  const media = 'IMG SVG VIDEO CANVAS IFRAME OBJECT EMBED INPUT BUTTON SELECT TEXTAREA PROGRESS METER'.split(
    ' ',
  );
  const visit = (element: Element): void => {
    if (!deckCheck.isReadable(element)) return;
    if (media.includes(element.tagName.toUpperCase())) {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) found.push({ element, text: undefined, left, top, right, bottom });
      // A drawing may have texts, which are not larger than it is.
      if (!(element instanceof SVGElement)) return;
    }
    for (const node of element.childNodes) {
      if (node instanceof Element) visit(node);
      else if (node instanceof Text && node.data.trim() !== '') {
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
        if (rects.length === 0) continue;
        found.push({
          element,
          text: node,
          left: Math.min(...rects.map((rect) => rect.left)),
          top: Math.min(...rects.map((rect) => rect.top)),
          right: Math.max(...rects.map((rect) => rect.right)),
          bottom: Math.max(...rects.map((rect) => rect.bottom)),
        });
      }
    }
  };
  visit(deckCheck.slide());
  deckCheck.shown = found;
  return found;
}

/** Whether an element is there for readers who see the slide. */
function isReadable(element: Element): boolean {
  // MathML of KaTeX is for screen readers.
  if (
    element.matches(
      'aside.notes, script, style, template, noscript, .katex-mathml, .code-step, svg title, svg desc, defs',
    )
  )
    return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    // A hidden element may have a visible child.
    return (
      getComputedStyle(element).visibility !== 'visible' && element.checkVisibility({ opacityProperty: true })
    );
  }
  return !deckCheck.isVisuallyHidden(element);
}

/** Whether an element is hidden in one of the ways that leave it to screen readers. */
function isVisuallyHidden(element: Element): boolean {
  const { position, clip, clipPath, overflowX, textIndent } = getComputedStyle(element);
  if (Math.abs(parseFloat(textIndent)) > 2000) return true;
  if (position !== 'absolute' && position !== 'fixed') return false;
  const { width, height, left } = element.getBoundingClientRect();
  const isTiny = width <= 2 && height <= 2 && overflowX !== 'visible';
  const [top = 0, right = 0, bottom = 0, side = 0] = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  const isClipped = clip.startsWith('rect(') && (right - side <= 1 || bottom - top <= 1);
  return isTiny || isClipped || /^inset\((?:50|100)%/.test(clipPath) || left < -2000;
}

/** Whether the slide shows the source of a formula or a diagram, which a script of another host would have replaced. */
function isUnfinished(): boolean {
  const isOther = ({ src }: HTMLScriptElement): boolean => src !== '' && new URL(src).host !== location.host;
  if (![...document.scripts].some(isOther)) return false;
  const isFormula = ({ element, text }: ShownItem): boolean =>
    /\\[a-z]+\s*[{_^\\]|\\[([]|\$\$/i.test(text?.data ?? '') && !element.closest('pre, code, .katex');
  return (
    deckCheck.slide().querySelector('.mermaid:not(:has(svg))') !== null || deckCheck.items().some(isFormula)
  );
}

/** The vertical extent of what is drawn: the box of a text has room for letters taller than its own. */
function ink({ element, text, top, bottom }: ShownItem): { readonly top: number; readonly bottom: number } {
  const context = document.createElement('canvas').getContext('2d');
  if (!text || !context) return { top, bottom };
  const { font, textTransform } = getComputedStyle(element);
  context.font = font;
  const isUpper = textTransform === 'uppercase';
  const size = context.measureText(isUpper ? text.data.toUpperCase() : text.data);
  const { scale } = deckCheck.area();
  const above = size.fontBoundingBoxAscent - size.actualBoundingBoxAscent;
  const below = size.fontBoundingBoxDescent - size.actualBoundingBoxDescent;
  return { top: top + Math.max(above, 0) * scale, bottom: bottom - Math.max(below, 0) * scale };
}

/** Lists the ancestors of an element below the slide, the nearest first. */
function ancestors(element: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const end = deckCheck.slide();
  for (let at = element.parentElement; at && at !== end; at = at.parentElement) found.push(at);
  return found;
}

/** In which directions an element clips what is in it. */
function clips(element: Element): { readonly x: boolean; readonly y: boolean } {
  const { overflowX, overflowY, display } = getComputedStyle(element);
  const isBox = display !== 'inline' && display !== 'contents';
  return { x: isBox && overflowX !== 'visible', y: isBox && overflowY !== 'visible' };
}

/**
 * Whether an element is a box that its author wants to be scrolled. Themes make all code scrollable, so code is one only
 * where the author says so.
 */
function scrolls(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const canScroll = [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
  if (!canScroll) return false;
  if (!element.matches('pre, pre *')) return true;
  const wrapper = element.closest('pre') ?? element;
  return [element, wrapper, ...deckCheck.ancestors(wrapper)].some(
    (one) =>
      /scroll/i.test(one.getAttribute('class') ?? '') || /overflow/.test(one.getAttribute('style') ?? ''),
  );
}

/** The block that a finding names: a whole code block, table, drawing or paragraph. */
function unit(element: Element): Element {
  const whole = element.closest('.mermaid') ?? element.closest('pre, table, svg, .katex-display');
  if (whole && deckCheck.slide().contains(whole)) return whole;
  const chain = [element, ...deckCheck.ancestors(element)];
  return chain.find((one) => !getComputedStyle(one).display.startsWith('inline')) ?? element;
}

function place(element: Element): Place {
  const slide = deckCheck.slide();
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    const index = at.parentElement ? [...at.parentElement.children].indexOf(at) : 0;
    steps.unshift(`${at.tagName.toLowerCase()}:${index}`);
  }
  const [className = ''] = (element.getAttribute('class') ?? '').match(/[^\s]+/g) ?? [];
  const suffix = element.id ? `#${element.id}` : className && `.${className}`;
  const words = deckCheck.texts(element).join(' ').trim().replace(/\s+/g, ' ');
  const { left, top, width, height } = element.getBoundingClientRect();
  return {
    name: element === slide ? 'the slide' : `${element.tagName.toLowerCase()}${suffix}`,
    text: words.slice(0, 60),
    searches: deckCheck.pieces(element),
    path: steps.join('>'),
    box: { left, top, width, height },
  };
}

/** Lists the texts of an element that a reader sees. */
function texts(element: Element): readonly string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('.katex-mathml, style, script')) found.push(node.textContent ?? '');
  }
  return found.filter((text) => text.trim() !== '');
}

/** Lists what the source may contain of an element: its address, then its texts, longer ones in pieces. */
function pieces(element: Element): readonly string[] {
  const found: string[] = [];
  for (const name of ['data-src', 'src', 'data-background-image', 'href', 'data']) {
    const value = element.getAttribute(name);
    if (value) found.push(value, value.split(/[?#]/)[0]?.split('/').pop() ?? '');
  }
  // A formula of one letter is found with its delimiters alone.
  const formula = element.matches('.katex, .katex-display')
    ? element.querySelector('annotation')?.textContent
    : element.matches('.katex-error') && element.textContent;
  if (formula)
    for (const [open, close] of [
      ['$$', '$$'],
      ['$', '$'],
      ['\\(', '\\)'],
      ['\\[', '\\]'],
      ['', ''],
    ])
      found.push(`${open}${formula}${close}`);
  for (const text of deckCheck.texts(element).slice(0, 6)) {
    const whole = text.trim().replace(/\s+/g, ' ');
    // Typographic characters are written in other ways.
    const [longest = ''] = whole.split(/[“”‘’"'–—…]/).sort((a, b) => b.length - a.length);
    if (whole.length >= 3) found.push(whole, longest);
  }
  return found.filter((one) => one.trim().length >= 3).map((one) => one.slice(0, 200));
}

/** The functions as they measure the current slide. */
export const slideTools = {
  shown: undefined,
  slide,
  area,
  window,
  items,
  isReadable,
  isVisuallyHidden,
  isUnfinished,
  ancestors,
  ink,
  clips,
  scrolls,
  unit,
  place,
  pieces,
  texts,
} satisfies SlideTools;

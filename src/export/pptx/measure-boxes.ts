/**
 * Functions that walk a slide and measure its boxes. They are sent as text, so each one uses only its
 * arguments, globals of the page, and the other functions through `deckShapes`.
 */
import type { RevealApi } from 'reveal.js';
import type { Border, Box } from '../ooxml/model.ts';
import type { MeasuredSlide, MeasureTools, Surroundings } from './measured.ts';

declare const deckShapes: MeasureTools;
declare const Reveal: RevealApi;

/** Measures the current slide, and what the page shows around it. */
function measure(): MeasuredSlide {
  deckShapes.items = [];
  deckShapes.elements = [];
  const clip = { left: 0, top: 0, width: window.innerWidth, height: window.innerHeight };
  deckShapes.visitChildren(document.body, { opacity: 1, scale: 1, clip });
  const slide = Reveal.getCurrentSlide();
  const background = Reveal.getSlideBackground(slide) as Element | undefined;
  const content = background?.querySelector('.slide-background-content');
  const places = [document.documentElement, document.body, Reveal.getViewportElement(), background, content];
  const isPainted = places.some((place) => place && getComputedStyle(place).backgroundImage !== 'none');
  const media = background?.querySelector('video, iframe');
  const { backgroundGradient, backgroundVideo, backgroundIframe } = slide.dataset;
  const words = [
    backgroundGradient === undefined ? '' : 'the gradient of the background',
    backgroundVideo === undefined ? '' : 'the video of the background',
    backgroundIframe === undefined ? '' : 'the page in the background',
  ].find(Boolean);
  const isPicture = isPainted || media || background?.querySelector('img');
  return {
    background: isPicture ? undefined : deckShapes.backgroundColor(),
    backgroundWords: isPicture ? (words ?? '') : '',
    items: deckShapes.items,
  };
}

/** Whether nothing of an element is seen. */
function isHidden(element: Element): boolean {
  if (
    element.matches('aside.notes, script, style, template, noscript, .backgrounds, .code-step, .aria-status')
  )
    return true;
  if (element.tagName === 'SECTION' && element.parentElement?.matches('.slides, .slides > section')) {
    const current = Reveal.getCurrentSlide();
    return !element.contains(current);
  }
  const { display, opacity, visibility } = getComputedStyle(element);
  if (display === 'none' || Number(opacity) === 0) return true;
  return visibility !== 'visible' && element.childElementCount === 0;
}

const isInline = (element: Element): boolean => {
  const { display } = getComputedStyle(element);
  return element.tagName === 'BR' || /^(?:inline|contents|ruby|none)/.test(display);
};

/** Whether an inline element is text, with nothing but text in it. */
function isText(element: Element): boolean {
  if (element.tagName === 'IMG' || deckShapes.pictureWords(element) !== undefined) return false;
  if (element.matches('.code-line, .hljs-ln-numbers, .hljs-ln-code')) return true;
  return (
    deckShapes.isInline(element) &&
    [...element.children].every((child) => deckShapes.isHidden(child) || deckShapes.isInline(child))
  );
}

/** What surrounds the content of an element. */
function enter(element: Element, { opacity, scale, clip }: Surroundings): Surroundings {
  const style = getComputedStyle(element);
  const { a, b, c, d } = new DOMMatrix(style.transform === 'none' ? '' : style.transform);
  const isClipping = style.overflowX !== 'visible' && !style.display.startsWith('inline ');
  const box = deckShapes.boxOf(element.getBoundingClientRect());
  return {
    opacity: opacity * Number(style.opacity),
    scale: scale * Math.sqrt(Math.abs(a * d - b * c)),
    clip: isClipping && element !== document.body ? deckShapes.cut(box, clip) : clip,
  };
}

/** The part of a box that is in another one. */
function cut(box: Box, clip: Box): Box {
  const left = Math.max(box.left, clip.left);
  const top = Math.max(box.top, clip.top);
  const right = Math.min(box.left + box.width, clip.left + clip.width);
  const bottom = Math.min(box.top + box.height, clip.top + clip.height);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Measures an element that is no text. */
function visit(element: Element, around: Surroundings): void {
  if (deckShapes.isHidden(element)) return;
  const what = deckShapes.pictureWords(element);
  if (what !== undefined) return deckShapes.shoot(element, { what, isDecoration: false }, around);
  if (element instanceof HTMLImageElement) return deckShapes.image(element, around);
  if (element instanceof HTMLTableElement && deckShapes.table(element, around)) return;
  deckShapes.decorate(element, around);
  const inner = deckShapes.enter(element, around);
  if (element.matches('ul, ol')) return deckShapes.list(element, inner);
  if (element.tagName === 'PRE') {
    deckShapes.visitChildren(element, inner);
    return deckShapes.lineNumbers(element, inner);
  }
  deckShapes.visitChildren(element, inner);
}

function visitChildren(element: Element, around: Surroundings): void {
  for (const segment of deckShapes.segments(element)) {
    if (segment instanceof Element) deckShapes.visit(segment, around);
    else deckShapes.textBox(deckShapes.paragraphs(segment, element, around), element);
  }
}

/** What an element is that only a picture can show; `undefined` for what shapes can. */
function pictureWords(element: Element): string | undefined {
  const name = deckShapes.altOf(element);
  const quoted = (words: string, title: string): string => {
    const short = title.replaceAll(/\s+/g, ' ').trim();
    return short === '' ? words : `${words} “${short.length > 60 ? `${short.slice(0, 59)}…` : short}”`;
  };
  const tex = element.querySelector('annotation')?.textContent ?? '';
  if (element.matches('.katex, .katex-display, mjx-container, math'))
    return quoted('the formula', tex || name);
  if (element.matches('.mermaid, [class*=mermaid]')) return quoted('the diagram', name);
  const rows = [
    ['svg', 'the drawing'],
    ['canvas', 'the drawing'],
    ['video', 'the video'],
    ['audio', 'the sound'],
    ['iframe, object, embed', 'the frame'],
    ['button, select, textarea, input:not([type=checkbox]), meter, progress', 'the form field'],
    ['ruby', 'the text with ruby'],
  ] as const;
  const row = rows.find(([selector]) => element.matches(selector));
  const address = element.getAttribute('src') ?? element.getAttribute('data-src') ?? '';
  if (row) return quoted(row[1], name || address || (element.textContent ?? ''));
  if (element instanceof HTMLImageElement) return undefined;
  const style = getComputedStyle(element);
  const text = (element.textContent ?? '').trim();
  if (!element.closest('.slides section')) return undefined;
  const { b, c, a } = new DOMMatrix(style.transform === 'none' ? '' : style.transform);
  if (Math.abs(b) > 0.001 || Math.abs(c) > 0.001 || a < 0) return quoted('what is turned', name || text);
  if (style.rotate !== 'none' && style.rotate !== '0deg') return quoted('what is turned', name || text);
  if (style.writingMode !== 'horizontal-tb') return quoted('the vertical text', text);
  if (style.filter !== 'none' || style.mixBlendMode !== 'normal' || style.clipPath !== 'none')
    return quoted('what has a filter or a mask', name || text);
  if (style.backgroundClip === 'text' || style.maskImage !== 'none')
    return quoted('the painted text', name || text);
  return undefined;
}

/** Notes an element of which a picture is taken. */
function shoot(
  element: Element,
  { what, isDecoration }: { what: string; isDecoration: boolean },
  around: Surroundings,
): void {
  const rects = [element, ...(isDecoration ? [] : element.querySelectorAll('*'))]
    .map((one) => one.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
  const [own = new DOMRect()] = rects;
  const shadow = Math.max(
    0,
    ...(getComputedStyle(element).boxShadow.match(/[\d.]+(?=px)/g) ?? []).map(Number),
  );
  const extra = shadow > 0 ? shadow * 2 : isDecoration ? 0 : 1;
  const isFormula = element.matches('.katex, .katex-display');
  // Parts of a formula may be above and below its box.
  const all = isFormula ? rects : [own];
  const left = Math.min(...all.map((rect) => rect.left)) - extra;
  const top = Math.min(...all.map((rect) => rect.top)) - extra;
  const right = Math.max(...all.map((rect) => rect.right)) + extra;
  const bottom = Math.max(...all.map((rect) => rect.bottom)) + extra;
  const box = deckShapes.cut({ left, top, width: right - left, height: bottom - top }, around.clip);
  if (box.width < 1 || box.height < 1) return;
  const tex = element.querySelector('annotation')?.textContent?.trim() ?? '';
  const words =
    deckShapes.altOf(element) || tex || (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const index = deckShapes.elements.push(element) - 1;
  const link = deckShapes.linkOf(element);
  deckShapes.items.push({
    kind: 'picture',
    index,
    isDecoration,
    box,
    alt: isDecoration ? '' : words,
    what,
    link: isDecoration ? undefined : link,
  });
}

function borderOf(style: CSSStyleDeclaration, side: string, around: Surroundings): Border | undefined {
  const read = (name: string): string => style.getPropertyValue(`border-${side}-${name}`);
  const width = Number.parseFloat(read('width')) * around.scale;
  const kind = read('style');
  const { hex, alpha } = deckShapes.color(read('color'));
  if (!(width > 0) || kind === 'none' || kind === 'hidden' || alpha === 0) return undefined;
  const dash = kind === 'dashed' ? 'dash' : kind === 'dotted' ? 'sysDot' : undefined;
  return { width, color: { hex, alpha: alpha * around.opacity }, ...(dash && { dash }) };
}

/** The functions by their names. */
export const boxMeasures = {
  measure,
  isHidden,
  isInline,
  isText,
  enter,
  cut,
  visit,
  visitChildren,
  pictureWords,
  shoot,
  borderOf,
};

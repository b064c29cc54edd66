/** Miniatures of slides: copies of their elements, which look like the slides but do nothing. */
import type { RevealApi } from 'reveal.js';

/** What is never seen on a slide, or would play or run again in a copy. */
const LEFT_OUT = 'aside.notes, script, style, template, audio, .speaker-notes-pdf';

/** Attributes by which a copy would take the place of its slide: for links, groups of buttons and players. */
const IDENTITIES = ['id', 'name', 'autoplay', 'data-autoplay', 'aria-labelledby', 'tabindex'];

/** How long a miniature waits for the images of its slide, in milliseconds. */
const IMAGE_TIME = 2000;

/** Loads what slides load late, and lays them out as if they were shown. */
export async function layOutSlides(deck: RevealApi, slides: readonly HTMLElement[]): Promise<void> {
  for (const slide of slides) loadSlide(deck, slide);
  const images = slides.flatMap((slide) => [...slide.querySelectorAll('img')]);
  for (const image of images) image.loading = 'eager';
  const loaded = Promise.allSettled(images.map((image) => image.decode()));
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, IMAGE_TIME))]);
  await document.fonts.ready;
  // reveal.js fits text to the width in the next frame.
  await nextFrame();
  await nextFrame();
  deck.layout();
}

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Loads a slide without its frames. A slide of a stack is laid out only if the stack is. */
function loadSlide(deck: RevealApi, slide: HTMLElement): void {
  const stack = stackOf(slide);
  if (stack) deck.loadSlide(stack, { excludeIframes: true });
  deck.loadSlide(slide, { excludeIframes: true });
}

/** Creates the miniature of a slide that is laid out, at its full size, with all steps shown. */
export function createMiniature(deck: RevealApi, slide: HTMLElement): HTMLElement {
  const miniature = createDiv('reveal');
  const { h, v } = deck.getIndices(slide);
  const backgrounds = createDiv('backgrounds');
  const background = deck.getSlideBackground(h, v);
  if (background) backgrounds.append(present(copy(background)));
  const slides = createDiv('slides');
  const stack = stackOf(slide);
  const place = stack ? present(stack.cloneNode() as HTMLElement) : slides;
  if (stack) slides.append(place);
  place.append(present(copy(slide)));
  for (const name of deck.getRevealElement()?.classList ?? [])
    if (['center', 'rtl'].includes(name)) miniature.classList.add(name);
  miniature.append(backgrounds, slides);
  return miniature;
}

const stackOf = (slide: HTMLElement): HTMLElement | null =>
  slide.parentElement?.closest<HTMLElement>('section') ?? null;

function createDiv(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** Shows a slide, a stack or a background of a miniature. */
function present(element: HTMLElement): HTMLElement {
  element.classList.remove('past', 'future');
  element.classList.add('present');
  element.style.removeProperty('transform');
  for (const name of ['hidden', 'aria-hidden', 'inert', ...IDENTITIES]) element.removeAttribute(name);
  return element;
}

function copy(element: HTMLElement): HTMLElement {
  const copied = element.cloneNode(true) as HTMLElement;
  copyCanvases(element, copied);
  for (const frame of copied.querySelectorAll('iframe')) frame.replaceWith(standInFor(frame));
  for (const part of copied.querySelectorAll(LEFT_OUT)) part.remove();
  for (const part of copied.querySelectorAll('*'))
    for (const name of IDENTITIES) if (!part.closest('svg')) part.removeAttribute(name);
  for (const step of copied.querySelectorAll('.fragment')) step.classList.add('visible');
  return copied;
}

/** A copied canvas is empty. One with pictures of other sites can't be read, and stays so. */
function copyCanvases(from: HTMLElement, to: HTMLElement): void {
  const copies = to.querySelectorAll('canvas');
  for (const [index, canvas] of from.querySelectorAll('canvas').entries())
    copies[index]?.getContext('2d')?.drawImage(canvas, 0, 0);
}

/** A frame would load its page again. */
function standInFor(frame: HTMLIFrameElement): HTMLElement {
  const element = createDiv(`${frame.className} deck-grid-frame`);
  element.style.cssText = frame.style.cssText;
  for (const name of ['width', 'height'] as const)
    if (/^\d+$/.test(frame[name])) element.style[name] ||= `${frame[name]}px`;
  return element;
}

/**
 * Shows a slide for as long as it is measured, as its readers see it, and restores everything at once: nothing of it is
 * ever painted, and the slide that the reader is on stays.
 */
import type { RevealApi } from 'reveal.js';
import { addRules } from '../add-rules.ts';

/** On the slide or stack that is measured: no transition starts there. */
const MEASURED = 'data-deck-measured';

const STILL = `[${MEASURED}], [${MEASURED}]::before, [${MEASURED}]::after, [${MEASURED}] *, [${MEASURED}] *::before, [${MEASURED}] *::after { transition: none !important; }`;

/** Fragments that leave again: a slide with one of them is measured at every step. */
const PASSING = '.fade-out, .current-visible, .fade-in-then-out';

const STRETCHED = ':scope > :is(.stretch, .r-stretch)';

/** Content that is loaded or sized only on a slide that is shown. */
const NEEDS_READER = 'object, embed, .r-fit-text';

/** Adds the styles that measuring needs to a page. */
export const prepareMeasuring = (): void => addRules(STILL);

/** Whether a slide can be measured while the reader is on another one. */
export function canBeMeasuredHidden(slide: HTMLElement): boolean {
  const stretched = [...slide.querySelectorAll(STRETCHED)];
  return slide.querySelector(NEEDS_READER) === null && stretched.every(hasSize);
}

const hasSize = (element: Element): boolean =>
  !(element instanceof HTMLImageElement || element instanceof HTMLVideoElement) || mediaSize(element)[0] > 0;

/** The sizes of text that reveal.js fits to the width, as they were when they were last looked at. */
const fittedSizes = new WeakMap<Element, string>();

/** Whether text is still being fitted: reveal.js does so some frames after the slide is shown. */
function isFitting(slide: HTMLElement): boolean {
  const texts = [...slide.querySelectorAll<HTMLElement>('.r-fit-text')];
  const changed = texts.filter((text) => fittedSizes.get(text) !== text.style.fontSize);
  for (const text of changed) fittedSizes.set(text, text.style.fontSize);
  return changed.length > 0;
}

/** Whether a slide is moving, or its images and diagrams are not there yet. */
export function isUnsettled(slide: HTMLElement): boolean {
  const sections = listSections(slide);
  const animations = sections.flatMap((section) => section.getAnimations({ subtree: section === slide }));
  if (animations.some((animation) => animation instanceof CSSTransition)) return true;
  const images = [...slide.querySelectorAll('img')];
  return (
    isFitting(slide) ||
    images.some((image) => !image.complete && image.loading !== 'lazy') ||
    slide.querySelector('[data-diagram=waiting]') !== null
  );
}

/** Calls a function at the steps of a slide that have to be measured: the last one, or all of them. */
export function measureSteps(deck: RevealApi, slide: HTMLElement, measure: () => void): void {
  const isCurrent = slide === deck.getCurrentSlide();
  const fragments = deck.getConfig().fragments === false ? [] : listFragments(slide);
  const steps = listSteps(fragments);
  const isAtLast = steps.length === 1 && fragments.every(({ element }) => element.matches('.visible'));
  if (isCurrent && isAtLast) return measure();
  const sections = isCurrent ? [] : listSections(slide);
  const stretched = isCurrent ? [] : [...slide.querySelectorAll<HTMLElement>(STRETCHED)];
  const changed = [...sections, ...stretched, ...fragments.map(({ element }) => element)];
  const restore = changed.map(saveState);
  const outer = listSections(slide)[0] ?? slide;
  outer.setAttribute(MEASURED, '');
  try {
    for (const section of sections) showSection(deck, section);
    for (const step of steps) {
      for (const fragment of fragments) showFragment(fragment, step);
      if (!isCurrent) layOut(deck, slide, stretched);
      measure();
    }
  } finally {
    for (const undo of restore) undo();
    // Styles are computed as they were before, so that no transition starts.
    outer.getBoundingClientRect();
    outer.removeAttribute(MEASURED);
  }
}

/** Lists a slide after the stack that it is in. */
function listSections(slide: HTMLElement): readonly HTMLElement[] {
  const parent = slide.parentElement;
  return parent?.tagName === 'SECTION' ? [parent, slide] : [slide];
}

/** A fragment with its number. */
interface Fragment {
  readonly element: HTMLElement;
  readonly index: number;
}

const listFragments = (slide: HTMLElement): readonly Fragment[] =>
  [...slide.querySelectorAll<HTMLElement>('.fragment')].map((element, n) => ({
    element,
    index: Number(element.dataset['fragmentIndex'] ?? n),
  }));

/** Lists the numbers of the fragments up to which a slide is shown, one step after the other. */
function listSteps(fragments: readonly Fragment[]): readonly number[] {
  const indexes = [...new Set(fragments.map(({ index }) => index))].sort((a, b) => a - b);
  const isPassing = fragments.some(({ element }) => element.matches(PASSING));
  return isPassing ? [-1, ...indexes] : [indexes.at(-1) ?? -1];
}

function showFragment({ element, index }: Fragment, step: number): void {
  element.classList.toggle('visible', index <= step);
  element.classList.toggle('current-fragment', index === step);
}

/** Saves what is changed of an element, and returns a function that restores it. */
function saveState(element: HTMLElement): () => void {
  const [className, style, hidden] = ['class', 'style', 'hidden'].map((name) => element.getAttribute(name));
  const { cssText } = element.style;
  return () => {
    if (typeof className === 'string') element.className = className;
    else element.removeAttribute('class');
    // Policies of content may forbid to set the attribute, and it stays as it is written if nothing has changed.
    if (element.style.cssText !== cssText) element.style.cssText = cssText;
    if (style === null) element.removeAttribute('style');
    if (typeof hidden === 'string') element.setAttribute('hidden', hidden);
  };
}

function showSection(deck: RevealApi, section: HTMLElement): void {
  section.classList.remove('past', 'future');
  section.classList.add('present');
  section.removeAttribute('hidden');
  section.style.display = (deck.getConfig().display ?? 'block').replace(/\s*!important\s*$/, '');
}

/** Lays a slide out as reveal.js does when it is shown: first what fills the rest of its height. */
function layOut(deck: RevealApi, slide: HTMLElement, stretched: readonly HTMLElement[]): void {
  const { width, height, center, disableLayout } = deck.getConfig();
  if (disableLayout) return;
  for (const element of stretched) {
    if (typeof width !== 'number' || typeof height !== 'number') break;
    element.style.height = '0px';
    const rest = height - slide.offsetHeight;
    const [ownWidth, ownHeight] = mediaSize(element);
    const ratio = Math.min(width / ownWidth, rest / ownHeight);
    const size = ownWidth > 0 ? [ownWidth * ratio, ownHeight * ratio] : [width, rest];
    Object.assign(element.style, { width: `${size[0]}px`, height: `${size[1]}px` });
  }
  for (const section of listSections(slide)) {
    const isCentered = center || section.classList.contains('center');
    const space = (deck.getSlidesElement()?.offsetHeight ?? 0) - section.scrollHeight;
    // The slides of a stack are centered, and the stack is not.
    const top = section === slide ? Math.max(space / 2, 0) : 0;
    section.style.top = isCentered ? `${top}px` : '';
  }
}

/** The size of an image or a video in pixels; zeros for other elements, and while it is unknown. */
function mediaSize(element: Element): readonly [width: number, height: number] {
  if (element instanceof HTMLImageElement) return [element.naturalWidth, element.naturalHeight];
  return element instanceof HTMLVideoElement ? [element.videoWidth, element.videoHeight] : [0, 0];
}

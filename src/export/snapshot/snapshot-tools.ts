/**
 * Functions that copy what the page of a deck shows as HTML without scripts, for documents that are printed. They are
 * sent as text, so each one uses only its arguments, globals of the page, and the other functions through
 * `deckSnapshot`.
 */
import type { RevealApi } from 'reveal.js';
import { writeFunctions } from '../../browser/page-steps.ts';
import { type LinkTools, linkTools } from './link-tools.ts';

/** A frame of a slide, which is copied as a picture. */
export interface FrameBox {
  /** The place among the frames of the slide. */
  readonly index: number;
  readonly isBackground: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a copy is made for. */
export interface CopyOptions {
  /** The address at which the deck is published; empty if it has none. */
  readonly publicUrl: string;
  /** Pictures of frames by their index, as data URLs. */
  readonly frames: readonly string[];
}

/** The global that the script defines. */
export interface SnapshotTools extends LinkTools {
  frames: Element[];
  pictures: Map<Element, string>;
  /** What marks the words of a formula. */
  formulaMark: string;
  /** Whether rules of the page count slides; undefined until it is asked. */
  countsSlides: boolean | undefined;
  listFrames(): readonly FrameBox[];
  hideSlides(isHidden: boolean): void;
  head(): readonly string[];
  root(): readonly (readonly [name: string, value: string])[];
  page(options: CopyOptions): string;
  copy(node: Node): Node | undefined;
  copyChildren(from: Node, to: Node): void;
  isLeftOut(element: Element): boolean;
  placeholder(element: Node): Element | undefined;
  picture(element: Element): HTMLImageElement | undefined;
  finishCopy(element: Element, copy: Element): void;
}

declare const deckSnapshot: SnapshotTools;

/**
 * Begins the words of a formula, so that it is one in a PDF, too. It is a sign without a width: WORD JOINER, twice.
 */
export const FORMULA_MARK = '\u2060\u2060';
declare const Reveal: RevealApi;

/** Lists the frames of the current slide and of its background, and where they are in the window. */
function listFrames(): readonly FrameBox[] {
  const slide = Reveal.getCurrentSlide();
  const background = Reveal.getSlideBackground(slide) as Element | undefined;
  const find = (place: Element): readonly Element[] => [...place.querySelectorAll('iframe, object, embed')];
  deckSnapshot.frames = [...(background ? find(background) : []), ...find(slide)];
  return deckSnapshot.frames.map((frame, index) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    const isBackground = background?.contains(frame) ?? false;
    const isShown = frame.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return { index, isBackground, x: left, y: top, width: isShown ? width : 0, height };
  });
}

/** Hides slides while a picture is taken of the background below them. */
function hideSlides(isHidden: boolean): void {
  const slides = Reveal.getSlidesElement();
  if (slides) slides.style.visibility = isHidden ? 'hidden' : '';
}

/** The stylesheets of the page as HTML, including rules that scripts have added. */
function head(): readonly string[] {
  const rulesOf = (sheet: CSSStyleSheet): string =>
    [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
  const styleOf = (sheet: CSSStyleSheet): string => {
    const style = document.createElement('style');
    style.textContent = rulesOf(sheet);
    if (sheet.media.length > 0) style.media = sheet.media.mediaText;
    return style.outerHTML;
  };
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].filter(
    ({ disabled }) => !disabled,
  );
  return sheets.flatMap((sheet) => {
    const { ownerNode } = sheet;
    if (!(ownerNode instanceof HTMLLinkElement))
      return ownerNode instanceof SVGElement ? [] : [styleOf(sheet)];
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = ownerNode.href;
    if (sheet.media.length > 0) link.media = sheet.media.mediaText;
    return [link.outerHTML];
  });
}

/** The attributes of the document element. */
function root(): readonly (readonly [name: string, value: string])[] {
  const copied = document.documentElement.cloneNode(false) as HTMLElement;
  // It makes a page as high as the window.
  copied.classList.remove('reveal-full-page');
  return [...copied.attributes].flatMap(({ name, value }) =>
    /^on/i.test(name) ? [] : [[name, value] as const],
  );
}

/** Copies what is shown now. */
function page({ publicUrl, frames }: CopyOptions): string {
  deckSnapshot.publicUrl = publicUrl;
  deckSnapshot.pictures = new Map(deckSnapshot.frames.map((frame, index) => [frame, frames[index] ?? '']));
  const box = document.createElement('div');
  for (const { name, value } of document.body.attributes)
    if (!/^on/i.test(name)) box.setAttribute(name, value);
  // The rules for the body do not apply to a copy of it.
  const { backgroundColor, backgroundImage, backgroundSize, backgroundPosition, backgroundRepeat } =
    getComputedStyle(document.body);
  Object.assign(box.style, {
    backgroundColor,
    backgroundImage,
    backgroundSize,
    backgroundPosition,
    backgroundRepeat,
  });
  deckSnapshot.copyChildren(document.body, box);
  return box.outerHTML;
}

function copyChildren(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    const copied = deckSnapshot.copy(child);
    if (copied) to.appendChild(copied);
  }
}

function copy(node: Node): Node | undefined {
  if (node instanceof Text) return node.cloneNode(false);
  if (!(node instanceof Element) || deckSnapshot.isLeftOut(node)) return deckSnapshot.placeholder(node);
  const picture = deckSnapshot.picture(node);
  if (picture) return picture;
  const copied = node.cloneNode(false) as Element;
  if (node.shadowRoot) {
    const template = document.createElement('template');
    template.setAttribute('shadowrootmode', 'open');
    for (const sheet of node.shadowRoot.adoptedStyleSheets) {
      const style = document.createElement('style');
      style.textContent = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
      template.content.append(style);
    }
    deckSnapshot.copyChildren(node.shadowRoot, template.content);
    copied.append(template);
  }
  deckSnapshot.copyChildren(node, copied);
  deckSnapshot.finishCopy(node, copied);
  return copied;
}

/** Whether an element is not part of the copy: scripts, notes, other slides, and what is not shown around slides. */
function isLeftOut(element: Element): boolean {
  if (element.matches('script, noscript, template, link, meta, base, aside.notes')) return true;
  // Stylesheets of the page are in its head already.
  if (element.tagName === 'STYLE') return element.getRootNode() === document && !element.closest('svg');
  const slides = Reveal.getSlidesElement();
  if (element.parentElement?.matches('.slides, .slides > section') && element.tagName === 'SECTION')
    return !element.contains(Reveal.getCurrentSlide());
  if (element.matches('.slide-background')) return !element.matches('.present');
  if (slides?.contains(element) || element.contains(slides)) return false;
  return !(element instanceof SVGElement) && getComputedStyle(element).display === 'none';
}

/** An empty section for a slide that is left out, if rules of the page count slides: `section:first-child`. */
function placeholder(element: Node): Element | undefined {
  const isSlide =
    element instanceof HTMLElement &&
    element.tagName === 'SECTION' &&
    element.parentElement?.matches('.slides, .slides > section');
  if (!isSlide) return undefined;
  const counting = /section[^\s,>+~{]*:(?:first|last|nth|only)|section[^,{]*[+~]\s*section/;
  // Rules of reveal.js for paper, and of our first slide before its stylesheet has arrived.
  const own = /print|deck-waiting/;
  deckSnapshot.countsSlides ??= [...document.styleSheets].some((sheet) => {
    try {
      return [...sheet.cssRules].some(({ cssText }) => counting.test(cssText) && !own.test(cssText));
    } catch {
      // Scripts may not read the stylesheets of other hosts.
      return false;
    }
  });
  if (!deckSnapshot.countsSlides) return undefined;
  const empty = document.createElement('section');
  empty.style.setProperty('display', 'none', 'important');
  return empty;
}

/** A picture of what can't be copied: a canvas, a video, a frame. */
function picture(element: Element): HTMLImageElement | undefined {
  const draw = (source: CanvasImageSource, width: number, height: number): string => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    try {
      canvas.getContext('2d')?.drawImage(source, 0, 0);
      return canvas.toDataURL();
    } catch {
      // The picture is of another host, whose contents scripts may not read.
      return '';
    }
  };
  let source: string | undefined = deckSnapshot.pictures.get(element);
  if (element instanceof HTMLCanvasElement) source = draw(element, element.width, element.height);
  if (element instanceof HTMLVideoElement) {
    const { videoWidth: width, videoHeight: height } = element;
    source = element.poster || (width > 0 && element.readyState >= 2 ? draw(element, width, height) : '');
  }
  if (source === undefined) return undefined;
  const image = document.createElement('img');
  const style = getComputedStyle(element);
  for (const name of style)
    if (
      /^(?:display|position|inset|top|right|bottom|left|width|height|margin|padding|border|box-s|object|transform|opacity|visibility|z-index|float|clip|filter|vertical|align|justify|flex|grid|background|border-radius|mix)/.test(
        name,
      )
    )
      image.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(image.style, { maxWidth: 'none', maxHeight: 'none', minWidth: '0', minHeight: '0' });
  for (const { name, value } of element.attributes)
    if (name === 'id' || name === 'class') image.setAttribute(name, value);
  image.alt =
    element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.getAttribute('alt') ?? '';
  // Without a picture, a frame of the same size stays.
  image.src = source || 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
  return image;
}

/** Makes a copy look as its element does, in a page without scripts. */
function finishCopy(element: Element, copied: Element): void {
  for (const name of copied.getAttributeNames()) if (/^on/i.test(name)) copied.removeAttribute(name);
  if (element.scrollTop || element.scrollLeft)
    copied.setAttribute('data-deck-scroll', `${element.scrollLeft} ${element.scrollTop}`);
  if (element instanceof HTMLInputElement) {
    copied.toggleAttribute('checked', element.checked);
    copied.setAttribute('value', element.value);
  }
  if (element instanceof HTMLImageElement) {
    for (const name of ['srcset', 'sizes', 'loading', 'decoding']) copied.removeAttribute(name);
    // A picture that has not arrived would be waited for again.
    if (element.complete && element.naturalWidth > 0) copied.setAttribute('src', element.currentSrc);
    else copied.removeAttribute('src');
  }
  if (element instanceof HTMLAudioElement) copied.removeAttribute('src');
  if (element.tagName === 'SOURCE') copied.remove();
  if (element.matches('a[href]')) deckSnapshot.link(element, copied);
  // A formula is a picture with its source as words; what it says as letters is no text.
  if (element.matches('.katex') && !element.closest('[role=img]')) {
    const source = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent.trim();
    if (source) {
      copied.setAttribute('role', 'img');
      copied.setAttribute('aria-label', deckSnapshot.formulaMark + source);
      copied.querySelector('.katex-html')?.removeAttribute('aria-hidden');
    }
  }
  // What repeats on every page is not read on every page; a link must be.
  if (element.matches('.backgrounds, .slide-number, .deck-footer:not(:has(a))'))
    copied.setAttribute('aria-hidden', 'true');
  // reveal.js hides slides from screen readers until they are shown.
  if (element.tagName === 'SECTION') copied.removeAttribute('aria-hidden');
}

/** The script that defines `deckSnapshot` in a page. */
export const snapshotScript = `globalThis.deckSnapshot = { frames: [], pictures: new Map(), publicUrl: '', countsSlides: undefined, formulaMark: ${JSON.stringify(FORMULA_MARK)}, ...${writeFunctions(
  {
    listFrames,
    hideSlides,
    head,
    root,
    page,
    copy,
    copyChildren,
    isLeftOut,
    placeholder,
    picture,
    finishCopy,
    ...linkTools,
  } satisfies Omit<SnapshotTools, 'frames' | 'pictures' | 'publicUrl' | 'countsSlides' | 'formulaMark'>,
)} };`;

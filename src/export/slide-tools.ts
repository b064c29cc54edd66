/**
 * Functions that exports use in the page of a deck. They are sent as text, so each one uses only its arguments, globals
 * of the page, and the other functions through `deckExport`.
 */
import type { RevealApi } from 'reveal.js';
import { type PageSteps, writeFunctions } from '../browser/page-steps.ts';
import type { DeckFacts, Size, SlideFacts, SlideLink, StepNotes } from './types.ts';

/** The address of something that a slide shows. */
export interface ShownAddress {
  /** As the browser requests it. */
  readonly url: string;
  /** As the page writes it. */
  readonly name: string;
}

/** The global that the script defines. */
export interface SlideTools {
  /** Frames whose pages have arrived. */
  readonly loaded: WeakSet<EventTarget>;
  /** Addresses of frames of the current slide that have not arrived in time. */
  late: readonly string[];
  prepare(): Size | undefined;
  showAlone(isAlone: boolean): void;
  deckFacts(): DeckFacts;
  slideFacts(): SlideFacts;
  listAddresses(): readonly ShownAddress[];
  untilFrames(limit: number): Promise<void>;
  stillMedia(): Promise<void>;
  stillVideo(video: HTMLVideoElement): Promise<void>;
  showPassing(): void;
  readNotes(slide: Element): readonly StepNotes[];
  readText(element: Element): string;
  readLinks(slide: Element): readonly SlideLink[];
  clean(element: Element): string;
}

declare const deckExport: SlideTools;
declare const deckSteps: PageSteps;
declare const Reveal: RevealApi;

/**
 * Hides what only the reader of a screen needs, and shows slide numbers as on paper. Returns the size of the deck;
 * nothing if it is a share of the window.
 */
function prepare(): Size | undefined {
  const { width, height, showSlideNumber } = Reveal.getConfig();
  if (showSlideNumber === 'print') Reveal.configure({ showSlideNumber: 'all' });
  const sheet = new CSSStyleSheet();
  const hidden =
    '.reveal :is(.controls, .progress, .deck-sections, .playback, .pause-overlay, .speaker-notes, .aria-status), .searchbox';
  const number = showSlideNumber === 'speaker' ? ', .reveal .slide-number' : '';
  const others = ':root[data-deck-alone] .reveal :is(section, .slide-background):is(.past, .future)';
  sheet.replaceSync(`${hidden}${number}, ${others} { display: none !important; }`);
  document.adoptedStyleSheets.push(sheet);
  return Number(width) > 0 && Number(height) > 0
    ? { width: Number(width), height: Number(height) }
    : undefined;
}

/**
 * Takes the other slides away while a picture is taken, and brings them back. They are invisible anyway, but a video on
 * one of them changes how the browser smooths the letters of this one.
 */
function showAlone(isAlone: boolean): void {
  document.documentElement.toggleAttribute('data-deck-alone', isAlone);
}

function deckFacts(): DeckFacts {
  const read = (name: string): string =>
    document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.trim() ?? '';
  return {
    title: document.title.trim(),
    author: read('author'),
    description: read('description'),
    language: document.documentElement.lang,
    size: { width: window.innerWidth, height: window.innerHeight },
  };
}

/** Reads the current slide, at its current step. */
function slideFacts(): SlideFacts {
  const slide = Reveal.getCurrentSlide();
  const heading = slide.querySelector('h1, h2, h3, h4, h5, h6');
  const late = document.documentElement.dataset['deckLate'] ?? '';
  return {
    heading: heading ? deckExport.readText(heading).replaceAll(/\s+/g, ' ') : '',
    text: deckExport.readText(slide),
    notes: deckExport.readNotes(slide),
    links: deckExport.readLinks(slide),
    visibility: slide.dataset['visibility'] ?? '',
    late: [...(late === '' ? [] : late.split(', ')), ...deckExport.late, ...deckSteps.late],
  };
}

/** Lists the addresses of the images, videos and frames of the current slide, and of its background. */
function listAddresses(): readonly ShownAddress[] {
  const places = deckSteps.places();
  const elements = places.flatMap((place) => [place, ...place.querySelectorAll('*')]);
  const urls = elements.flatMap((element) => {
    if (element instanceof HTMLImageElement) return [element.currentSrc || element.src];
    if (element instanceof HTMLVideoElement) return [element.currentSrc || element.src, element.poster];
    if (element instanceof HTMLSourceElement || element instanceof HTMLIFrameElement) return [element.src];
    return element instanceof SVGImageElement ? [element.href.baseVal] : [];
  });
  const ofStyles = deckSteps.styleImages(elements).map(({ src }) => src);
  const absolute = [...urls, ...ofStyles].flatMap((url) =>
    url !== '' && URL.canParse(url, document.baseURI) ? [new URL(url, document.baseURI).href] : [],
  );
  return [...new Set(absolute)].map((url) => ({ url, name: deckSteps.nameOf(url) }));
}

/** Fragments that are visible only at their own step, and so would be in no export of the last one. */
function showPassing(): void {
  const passing = '.fragment:is(.fade-in-then-out, .current-visible, .fade-in-then-semi-out)';
  for (const fragment of Reveal.getCurrentSlide().querySelectorAll(passing)) {
    // In a stack, only the last one is visible.
    const stack = fragment.closest('.r-stack');
    if (stack && [...stack.querySelectorAll(passing)].at(-1) !== fragment) continue;
    fragment.classList.add('current-fragment');
  }
}

/** Waits until the frames of the slide have their pages, but not longer than the limit in milliseconds. */
async function untilFrames(limit: number): Promise<void> {
  const waiting = deckSteps
    .places()
    .flatMap((place) => [...place.querySelectorAll('iframe[src]')])
    .filter((frame) => !deckExport.loaded.has(frame));
  const arrived = waiting.map(
    (frame) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true })),
  );
  await Promise.race([Promise.all(arrived), new Promise((resolve) => setTimeout(resolve, limit))]);
  deckExport.late = waiting
    .filter((frame) => !deckExport.loaded.has(frame))
    .map((frame) => frame.getAttribute('src') ?? '');
}

/**
 * Stops videos, sounds and animations at one picture: a video at its poster, or else at its first frame, and waits for
 * it.
 */
async function stillMedia(): Promise<void> {
  for (const animation of document.getAnimations()) {
    // An animation without an end can't be finished.
    const end = animation.effect?.getComputedTiming().endTime;
    if (end === Infinity) animation.cancel();
    else animation.finish();
  }
  for (const place of deckSteps.places())
    for (const media of place.querySelectorAll<HTMLMediaElement>('video, audio')) media.pause();
  await Promise.all(deckSteps.videos().map((video) => deckExport.stillVideo(video)));
  const late = deckSteps
    .videos()
    .filter((video) => !video.poster && video.readyState < video.HAVE_CURRENT_DATA);
  const known = deckSteps.late;
  deckSteps.late = [...new Set([...known, ...late.map(({ currentSrc }) => deckSteps.nameOf(currentSrc))])];
}

async function stillVideo(video: HTMLVideoElement): Promise<void> {
  // A video shows its poster until it has played.
  if (video.poster) {
    if (video.currentTime === 0) return;
    video.load();
    return deckSteps.untilEvent(video, 'loadedmetadata');
  }
  if (video.readyState < video.HAVE_CURRENT_DATA) {
    if (deckSteps.awaited.has(video.currentSrc)) return;
    if (video.preload === 'none' || video.preload === 'metadata') video.preload = 'auto';
    await deckSteps.untilEvent(video, 'loadeddata');
  }
  const [, start = '0'] = /#t=([\d.]+)/.exec(video.currentSrc) ?? [];
  if (video.readyState < video.HAVE_CURRENT_DATA || video.currentTime === Number(start)) return;
  const seeked = deckSteps.untilEvent(video, 'seeked');
  video.currentTime = Number(start);
  await seeked;
}

/** Reads the text that a reader sees; formulas in the form that screen readers use. */
function readText(element: Element): string {
  const blocks: string[] = [''];
  const add = (text: string): void => void (blocks[blocks.length - 1] += text);
  const visit = (node: Node): void => {
    if (node instanceof Text) return add(node.data.replaceAll(/\s+/g, ' '));
    if (!(node instanceof Element)) return;
    if (node.matches('aside.notes, script, style, template, noscript, .katex-html, annotation, .code-step'))
      return;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return;
    if (node.tagName === 'BR') return void blocks.push('');
    if (node.tagName === 'PRE')
      return void blocks.push(...(node.textContent ?? '').trimEnd().split('\n'), '');
    const isBlock = !display.startsWith('inline') && display !== 'contents' && !display.startsWith('math');
    if (isBlock) blocks.push('');
    for (const child of node.childNodes) visit(child);
    if (isBlock) blocks.push('');
  };
  visit(element);
  return blocks
    .map((block) => block.trimEnd())
    .filter((block) => block.trim() !== '')
    .map((block) => (block.startsWith(' ') && !/^ {2}/.test(block) ? block.trim() : block))
    .join('\n');
}

/** The notes of a slide, then those of its fragments in order. */
function readNotes(slide: Element): readonly StepNotes[] {
  const own = (owner: Element): string => {
    const asides = [...owner.querySelectorAll('aside.notes')].filter((aside) => {
      const fragment = aside.closest('.fragment');
      return owner === slide ? fragment === null : fragment === owner;
    });
    const words = asides.map((aside) => deckExport.clean(aside)).join('\n');
    if (words.trim() !== '') return words;
    const box = document.createElement('div');
    box.innerHTML = owner.getAttribute('data-notes') ?? '';
    return deckExport.clean(box);
  };
  const steps = new Map<number, Element[]>();
  const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')];
  for (const fragment of fragments) {
    const index = Number(fragment.dataset['fragmentIndex'] ?? 0);
    steps.set(index, [...(steps.get(index) ?? []), fragment]);
  }
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([, shown]) => shown);
  const all = [[slide], ...inOrder].flatMap((owners, step) => {
    const html = owners.map(own).find((words) => words.trim() !== '');
    return html === undefined ? [] : [{ step, html }];
  });
  return all.map(({ step, html }) => {
    const box = document.createElement('div');
    box.innerHTML = html;
    // Text has lines only where it is laid out.
    document.body.append(box);
    const text = deckExport.readText(box);
    box.remove();
    return { step, html, text };
  });
}

/** The HTML in an element, without what could run. */
function clean(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const one of copy.querySelectorAll('script, style, template, iframe, object, embed')) one.remove();
  for (const one of copy.querySelectorAll('*'))
    for (const name of one.getAttributeNames()) if (/^on/i.test(name)) one.removeAttribute(name);
  return copy.innerHTML.trim();
}

function readLinks(slide: Element): readonly SlideLink[] {
  return [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => !link.closest('aside.notes') && link.checkVisibility({ visibilityProperty: true }))
    .map((link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      const href = link.getAttribute('href') ?? '';
      return { text: deckExport.readText(link), href, box: { left, top, width, height } };
    });
}

/** The script that defines `deckExport` in a page. */
export const slideToolsScript = `globalThis.deckExport = { loaded: new WeakSet(), late: [], ...${writeFunctions(
  {
    prepare,
    showAlone,
    deckFacts,
    slideFacts,
    showPassing,
    listAddresses,
    untilFrames,
    stillMedia,
    stillVideo,
    readText,
    readNotes,
    clean,
    readLinks,
  } satisfies Omit<SlideTools, 'loaded' | 'late'>,
)} };
document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && deckExport.loaded.add(target), true);`;

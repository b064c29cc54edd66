/**
 * Functions that run in the page of a deck, to list its slides and to show their steps. They are sent as text, so each
 * one uses only its arguments, globals of the page, and the other functions through `deckSteps`.
 */
import type { RevealApi } from 'reveal.js';

/** A slide that reveal.js shows. */
export interface ShownSlide {
  /** The horizontal and vertical index of reveal.js, from 0. */
  readonly h: number;
  readonly v: number;
  /** Whether the slide is in a stack. */
  readonly isInStack: boolean;
  /** Whether its author hides it: reveal.js lists it only if it is asked to show hidden slides. */
  readonly isHidden: boolean;
  /** The id of its element; empty without one. */
  readonly id: string;
  /** The text of its first heading; empty without one. */
  readonly heading: string;
  /** How many steps it has, from 1. */
  readonly steps: number;
}

/** A step of a slide; the step before the first fragment is 0. */
export interface Step {
  readonly h: number;
  readonly v: number;
  readonly step: number;
}

/** The element of a slide. */
export interface SlideElement extends Pick<ShownSlide, 'h' | 'v' | 'isInStack'> {
  readonly element: HTMLElement;
}

/** A file that a slide shows. */
interface SlideFile {
  readonly element: Element;
  readonly address: string;
  /** The event that says that enough of it has arrived. */
  readonly event: string;
  readonly isMissing: () => boolean;
}

/** The global that the script defines. */
export interface PageSteps {
  /** The names of videos and of images of styles on the current slide that have not arrived in time. */
  late: readonly string[];
  /** All addresses that have not arrived in time: they are waited for once. */
  readonly awaited: Set<string>;
  elements(): readonly SlideElement[];
  list(): readonly ShownSlide[];
  show(step: Step): Promise<void>;
  untilReady(): Promise<void>;
  places(): readonly Element[];
  files(): readonly SlideFile[];
  untilArrived(file: SlideFile): Promise<void>;
  videos(): readonly HTMLVideoElement[];
  styleImages(elements: readonly Element[]): readonly HTMLImageElement[];
  untilFrames(count: number): Promise<void>;
  nameOf(address: string): string;
  untilEvent(element: Element, event: string): Promise<void>;
}

declare const deckSteps: PageSteps;
declare const Reveal: RevealApi;

/**
 * Lists the elements of slides in the order of presentation. reveal.js numbers the sections inside of a slide, too, and
 * then shows another slide than the one whose number it has given.
 */
function elements(): readonly SlideElement[] {
  const sectionsIn = (parent: Element): readonly HTMLElement[] =>
    [...parent.children].filter((one): one is HTMLElement => one.tagName === 'SECTION');
  return sectionsIn(Reveal.getSlidesElement() ?? document.body).flatMap((section, h) => {
    const stack = sectionsIn(section);
    const isInStack = stack.length > 0;
    return (isInStack ? stack : [section]).map((element, v) => ({ element, h, v, isInStack }));
  });
}

/** Lists the slides in the order of presentation. */
function list(): readonly ShownSlide[] {
  return deckSteps.elements().map(({ element, h, v, isInStack }) => {
    const fragments = [...element.querySelectorAll<HTMLElement>('.fragment')];
    return {
      h,
      v,
      isInStack,
      isHidden: element.closest('section[data-visibility="hidden"]') !== null,
      id: element.id,
      heading: element.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim().replace(/\s+/g, ' ') ?? '',
      steps: new Set(fragments.map((fragment) => fragment.dataset['fragmentIndex'])).size + 1,
    };
  });
}

/** Shows a step of a slide, and waits until the slide is ready. */
async function show({ h, v, step }: Step): Promise<void> {
  Reveal.slide(h, v, step - 1);
  await deckSteps.untilReady();
  const files = deckSteps.files();
  const isLaidOutAgain = files.some(({ isMissing }) => isMissing());
  await Promise.all(files.map((file) => deckSteps.untilArrived(file)));
  if (isLaidOutAgain) await deckSteps.untilFrames(2);
  deckSteps.late = files.flatMap(({ address, isMissing }) => (isMissing() ? deckSteps.nameOf(address) : []));
}

/** Lists the files of the current slide for which the signal of the deck does not wait. */
function files(): readonly SlideFile[] {
  // A video has another size until its first bytes have arrived.
  const videos = deckSteps
    .videos()
    .filter(({ preload }) => preload !== 'none')
    .map((video) => ({
      element: video,
      address: video.currentSrc,
      event: 'loadedmetadata',
      isMissing: () => video.readyState < video.HAVE_METADATA && !video.error,
    }));
  const elements = deckSteps.places().flatMap((place) => [place, ...place.querySelectorAll('*')]);
  const images = deckSteps.styleImages(elements).map((image) => ({
    element: image,
    address: image.src,
    event: 'load',
    isMissing: () => !image.complete,
  }));
  return [...videos, ...images];
}

async function untilArrived({ element, address, event, isMissing }: SlideFile): Promise<void> {
  if (!isMissing() || deckSteps.awaited.has(address)) return;
  await deckSteps.untilEvent(element, event);
  if (isMissing()) deckSteps.awaited.add(address);
}

/** The elements of the current slide and of its background. */
function places(): readonly Element[] {
  const slide = Reveal.getCurrentSlide();
  const background = Reveal.getSlideBackground(slide) as Element | undefined;
  return [slide, ...(background ? [background] : [])];
}

/** The videos of the current slide, without those that can't be loaded. */
function videos(): readonly HTMLVideoElement[] {
  return deckSteps
    .places()
    .flatMap((place) => [...place.querySelectorAll('video')])
    .filter((video) =>
      [video.NETWORK_IDLE, video.NETWORK_LOADING].some((state) => state === video.networkState),
    );
}

/** The images that the styles of elements show. The browser has loaded them already, or is loading them. */
function styleImages(elements: readonly Element[]): readonly HTMLImageElement[] {
  const addresses = new Set<string>();
  for (const element of elements)
    for (const part of ['', '::before', '::after']) {
      const style = getComputedStyle(element, part);
      for (const name of [
        'background-image',
        'border-image-source',
        'content',
        'list-style-image',
        'mask-image',
      ])
        // `#name` is a part of the page itself.
        for (const [, address = ''] of style.getPropertyValue(name).matchAll(/url\("([^#].*?)"\)/g))
          addresses.add(address);
    }
  return [...addresses].map((address) => Object.assign(new Image(), { src: address }));
}

/** Waits until the page has drawn some frames. */
async function untilFrames(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
}

/** An address as the page writes it: without its own folder. */
function nameOf(address: string): string {
  const folder = new URL('.', location.href).href;
  return address.startsWith(folder) ? address.slice(folder.length) : address.replace(location.origin, '');
}

/** Waits for an event of an element, or for its error, but not longer than ten seconds. */
function untilEvent(element: Element, event: string): Promise<void> {
  return new Promise((resolve) => {
    for (const name of [event, 'error']) element.addEventListener(name, () => resolve(), { once: true });
    setTimeout(resolve, 10_000);
  });
}

/** Waits until the deck signals that the current slide is ready: it has a limit of its own for everything it loads. */
function untilReady(): Promise<void> {
  const root = document.documentElement;
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (root.dataset['deck'] !== 'ready') return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { attributeFilter: ['data-deck'] });
    if (root.dataset['deck'] === 'ready') {
      observer.disconnect();
      resolve();
    }
  });
}

/** Writes functions as the text of an object; their own names may have changed when they were bundled. */
export const writeFunctions = (functions: Readonly<Record<string, unknown>>): string =>
  `{${Object.entries(functions)
    .map(([name, one]) => `${JSON.stringify(name)}: ${String(one)}`)
    .join(',\n')}}`;

/** The script that defines `deckSteps` in a page. */
export const stepsScript = `globalThis.deckSteps = { late: [], awaited: new Set(), ...${writeFunctions({
  elements,
  list,
  show,
  untilReady,
  places,
  files,
  untilArrived,
  videos,
  styleImages,
  untilFrames,
  nameOf,
  untilEvent,
} satisfies Omit<PageSteps, 'late' | 'awaited'>)} };`;

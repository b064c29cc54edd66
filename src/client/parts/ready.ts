/**
 * Signals when the current slide is shown completely, for tools that print, measure or test a deck: `data-deck` of the
 * document element is `started` while the fonts, images and diagrams of the slide are loading, and `ready` afterwards.
 */
import type { RevealApi } from 'reveal.js';

/** Milliseconds after which the signal is given anyway; `data-deck-late` then lists what is missing. */
const LIMIT = 10_000;

/** Milliseconds after which the signal comes without a frame if the page is in the background: browsers draw none there. */
const BACKGROUND_LIMIT = 250;

/** What a slide waits for. */
interface Wait {
  readonly name: string;
  readonly done: Promise<unknown>;
}

/** Signals the current slide, and from then on each slide that is shown. */
export async function signalReady(deck: RevealApi): Promise<void> {
  const { dataset } = document.documentElement;
  let round = 0;
  const missed = new Set<string>();
  const signal = async (): Promise<void> => {
    const current = ++round;
    dataset['deck'] = 'started';
    const late = await untilShown(deck, missed);
    // A reader who turns pages quickly has left the slide.
    if (current !== round) return;
    delete dataset['deckLate'];
    if (late.length > 0) dataset['deckLate'] = late.join(', ');
    dataset['deck'] = 'ready';
  };
  deck.on('slidechanged', () => void signal());
  await signal();
}

/**
 * Waits until the current slide is shown; returns the names of what has not arrived in time. `missed` are addresses that
 * were late before: they are named again, but a logo that never comes is not waited for on each slide.
 */
async function untilShown(deck: RevealApi, missed: Set<string>): Promise<readonly string[]> {
  const files = [...styleWaits(), ...imageWaits(deck)];
  const awaited = files.filter(({ name }) => !missed.has(name));
  const known = files.flatMap(({ name }) => (missed.has(name) ? [name] : []));
  const late = [...known, ...(await listLate([...awaited, ...diagramWaits(deck)]))];
  for (const { name } of awaited) if (late.includes(name)) missed.add(name);
  // Fonts are requested for text that is laid out.
  document.body.getBoundingClientRect();
  const lateFonts = await listLate([{ name: 'fonts', done: document.fonts.ready }]);
  // reveal.js and late-layout.ts lay slides out again in the next frame.
  await untilFrame();
  await untilFrame();
  return [...late, ...lateFonts];
}

async function listLate(waits: readonly Wait[]): Promise<readonly string[]> {
  const missing = new Set(waits);
  const all = Promise.all(waits.map((wait) => wait.done.then(() => missing.delete(wait))));
  if (waits.length > 0) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, LIMIT))]);
  return [...missing].map(({ name }) => name);
}

const untilFrame = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, document.hidden ? BACKGROUND_LIMIT : LIMIT);
  });

/** Waits for an element to load or to fail. */
const untilLoaded = (element: Element): Promise<unknown> =>
  new Promise((resolve) => {
    for (const event of ['load', 'error']) element.addEventListener(event, resolve, { once: true });
  });

/** Stylesheets that the page loads after its first slide was shown. */
function styleWaits(): readonly Wait[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet]')]
    .filter((link) => !link.sheet && !link.disabled)
    .map((link) => ({ name: link.getAttribute('href') ?? 'a stylesheet', done: untilLoaded(link) }));
}

function imageWaits(deck: RevealApi): readonly Wait[] {
  const slide = deck.getCurrentSlide();
  const images = [...(slide?.querySelectorAll('img') ?? [])].filter(
    // A lazy image in a hidden element never loads.
    (image) => !image.complete && image.loading !== 'lazy',
  );
  const waits = images.map((image) => ({ name: image.getAttribute('src') ?? '', done: untilLoaded(image) }));
  return [...waits, ...backgroundWaits(deck)];
}

/** The background of the slide; the browser has loaded it already, or is loading it. */
function backgroundWaits(deck: RevealApi): readonly Wait[] {
  const { h, v } = deck.getIndices();
  const background = deck.getSlideBackground(h, v) as Element | undefined;
  const content = background?.querySelector<HTMLElement>('.slide-background-content');
  const addresses = content?.style.backgroundImage.matchAll(/url\("(.*?)"\)/g) ?? [];
  return [...addresses].flatMap(([, name = '']) => {
    const image = new Image();
    image.src = name;
    return image.complete ? [] : [{ name, done: untilLoaded(image) }];
  });
}

/** Diagrams of the slide that are not drawn yet. */
function diagramWaits(deck: RevealApi): readonly Wait[] {
  const diagrams = deck.getCurrentSlide()?.querySelectorAll('[data-diagram=waiting]') ?? [];
  return [...diagrams].map((diagram) => ({
    name: 'a diagram',
    done: new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(diagram, { attributeFilter: ['data-diagram'] });
    }),
  }));
}

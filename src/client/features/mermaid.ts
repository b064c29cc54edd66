/**
 * Diagrams: each `.mermaid` element is drawn when its slide is near, and all of them for printing and for the overview.
 */
import mermaid from 'mermaid';
import type { RevealApi } from 'reveal.js';
import { showFailure } from '../diagram-failure.ts';
import { fitDiagram, readDiagramLook, untilTextIsMeasurable } from '../diagram-look.ts';

/** Events after which other slides are near. */
const EVENTS = ['slidechanged', 'slidetransitionend', 'sync', 'slidesync', 'resize'];

/** Events after which there may be new diagrams on any slide. */
const DECK_EVENTS = ['sync', 'slidesync'];

/** Set on an element when its drawing starts. */
const DRAWN = 'data-processed';

const NOT_DRAWN = `.mermaid:not([${DRAWN}])`;

/** The texts of the diagrams that are drawn in the look of the deck, to draw them again when that changes. */
const texts = new WeakMap<Element, string>();

/** On the background that mermaid's dark theme has for labels of edges, its text is hard to read. */
const DARK = { theme: 'dark', themeVariables: { edgeLabelBackground: '#505050' } } as const;

// mermaid would start by itself on load, with one theme for all diagrams and on hidden slides.
mermaid.initialize({ startOnLoad: false });

/** Draws all diagrams before the print view measures the slides. */
export async function prepare(): Promise<void> {
  await drawWithin([document]);
}

export async function setup(deck: RevealApi): Promise<void> {
  markWaiting();
  for (const event of DECK_EVENTS) deck.on(event, markWaiting);
  const drawInTurn = queueDrawing(drawWithin);
  const drawNear = async (): Promise<void> => {
    if ((await drawInTurn(deck.isOverview() ? [document] : nearSlides(deck))) > 0) deck.layout();
  };
  // The browser's print command waits for nothing: the other diagrams are drawn while the browser is idle.
  const drawRest = (): void => {
    const [element] = document.querySelectorAll(`.slides ${NOT_DRAWN}`);
    if (element?.parentElement)
      void drawInTurn([element.parentElement])
        .then(() => deck.layout())
        .then(() => whenIdle(drawRest));
  };
  await drawNear();
  for (const event of EVENTS) deck.on(event, () => void drawNear());
  deck.on('overviewshown', () => void drawNear());
  whenIdle(drawRest);
  for (const event of DECK_EVENTS) deck.on(event, () => whenIdle(drawRest));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    forgetDrawings();
    void drawNear().then(() => whenIdle(drawRest));
  });
}

/** Puts the texts back in place of the drawings whose colours are those of the deck. */
function forgetDrawings(): void {
  for (const element of document.querySelectorAll<HTMLElement>(`.slides .mermaid[${DRAWN}]`)) {
    const text = texts.get(element);
    if (text === undefined) continue;
    element.textContent = text;
    element.removeAttribute(DRAWN);
  }
  markWaiting();
}

/** Marks the diagrams that are not drawn yet: a slide is ready when all of its diagrams are drawn, or have failed. */
function markWaiting(): void {
  for (const element of document.querySelectorAll<HTMLElement>(`.slides ${NOT_DRAWN}`))
    element.dataset['diagram'] = 'waiting';
}

/** Runs a function while the browser is idle; Safari has no `requestIdleCallback`. */
function whenIdle(run: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(run);
  else setTimeout(run);
}

type DrawWithin = (places: readonly ParentNode[]) => Promise<number>;

/** Draws one diagram at a time: mermaid has one theme for all drawings in progress. */
function queueDrawing(draw: DrawWithin): DrawWithin {
  let last = Promise.resolve(0);
  return (roots) => (last = last.then(() => draw(roots)));
}

/** Lists the current slide, then those that the next key may show. */
function nearSlides(deck: RevealApi): readonly ParentNode[] {
  const { h, v } = deck.getIndices();
  const near = [
    [h, v],
    [h + 1, 0],
    [h, v + 1],
    [h - 1, 0],
    [h, v - 1],
  ] as const;
  // The scroll view shows several slides at once.
  if (deck.getViewportElement()?.classList.contains('reveal-scroll')) return [document];
  return near.map(([x, y]) => deck.getSlide(x, y)).filter((slide) => slide instanceof Element);
}

/**
 * Draws the diagrams that are not drawn yet, one after the other.
 * @returns the number of new drawings
 */
async function drawWithin(roots: readonly ParentNode[]): Promise<number> {
  const found = roots.flatMap((place) => [...place.querySelectorAll<HTMLElement>(NOT_DRAWN)]);
  // An element may be in two of the roots.
  const elements = [...new Set(found)];
  for (const element of elements) element.setAttribute(DRAWN, 'true');
  for (const element of elements) await draw(element);
  return elements.length;
}

async function draw(element: HTMLElement): Promise<void> {
  const isOnDark = isDark(element);
  if (readDiagramLook(element, isOnDark)) await untilTextIsMeasurable(element);
  const look = readDiagramLook(element, isOnDark);
  mermaid.initialize({ startOnLoad: false, ...(look?.config ?? (isOnDark ? DARK : { theme: 'default' })) });
  // In print, the diagram needs its dark background.
  element.classList.toggle('mermaid-dark', isOnDark);
  const id = `mermaid-${Math.random().toString(36).slice(2)}`;
  const code = element.textContent?.trim() ?? '';
  if (look) texts.set(element, code);
  try {
    // Drawn outside the slides: on a slide that is hidden or scaled, text would be measured differently.
    const { svg, bindFunctions } = await mermaid.render(id, code);
    element.innerHTML = svg;
    bindFunctions?.(element);
    const drawing = element.querySelector('svg');
    if (look && drawing) fitDiagram(drawing, look.scale);
    element.dataset['diagram'] = 'drawn';
  } catch (error) {
    // mermaid leaves an image of the error in the page.
    document.getElementById(`d${id}`)?.remove();
    const message = error instanceof Error ? error.message : String(error);
    showFailure(element, { code, message, isDeckLook: look !== undefined });
    // For tools that check a deck.
    Object.assign(element.dataset, { diagram: 'failed', diagramError: message });
    console.warn(`A diagram could not be drawn: ${message}`);
  }
}

/** Whether the background is dark: the text of the slide is light then. */
function isDark(element: HTMLElement): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return (red * 299 + green * 587 + blue * 114) / 1000 > 128;
}

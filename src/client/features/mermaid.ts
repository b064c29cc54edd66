/** Diagrams: each `.mermaid` element is drawn when its slide comes near, all of them to be printed or to be surveyed. */
import mermaid from 'mermaid';
import type { RevealApi } from 'reveal.js';

/** After any of these, other slides are near. */
const EVENTS = ['slidechanged', 'slidetransitionend', 'sync', 'slidesync', 'resize'];

/** After any of these, there may be new ones anywhere. */
const EVENTS_OF_ALL = ['sync', 'slidesync'];

/** Set on an element when its drawing has begun. */
const DRAWN = 'data-processed';

const TO_DRAW = `.mermaid:not([${DRAWN}])`;

// mermaid starts by itself when the page is loaded, in one colour and where slides are hidden, if it is there by then.
mermaid.initialize({ startOnLoad: false });

/** Draws all of them, before the print view measures the slides. */
export async function prepare(): Promise<void> {
  await drawWithin([document]);
}

export async function setup(deck: RevealApi): Promise<void> {
  const drawInTurn = takeTurns(drawWithin);
  const drawNear = async (): Promise<void> => {
    if ((await drawInTurn(deck.isOverview() ? [document] : nearSlides(deck))) > 0) deck.layout();
  };
  // Printed as it is, a page waits for nothing: the other diagrams are drawn while the browser is idle.
  const drawRest = (): void => {
    const [element] = document.querySelectorAll(`.slides ${TO_DRAW}`);
    if (element?.parentElement)
      void drawInTurn([element.parentElement])
        .then(() => deck.layout())
        .then(() => whenIdle(drawRest));
  };
  await drawNear();
  for (const event of EVENTS) deck.on(event, () => void drawNear());
  deck.on('overviewshown', () => void drawNear());
  whenIdle(drawRest);
  for (const event of EVENTS_OF_ALL) deck.on(event, () => whenIdle(drawRest));
}

/** Safari has no idle time to give. */
function whenIdle(run: () => void): void {
  if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(run);
  else setTimeout(run);
}

type DrawWithin = (places: readonly ParentNode[]) => Promise<number>;

/** One drawing after the other: mermaid has one set of colours for all that are on their way. */
function takeTurns(draw: DrawWithin): DrawWithin {
  let last = Promise.resolve(0);
  return (places) => (last = last.then(() => draw(places)));
}

/** The slide that is shown, then those that the next key may show. */
function nearSlides(deck: RevealApi): readonly ParentNode[] {
  const { h, v } = deck.getIndices();
  const near = [
    [h, v],
    [h + 1, 0],
    [h, v + 1],
    [h - 1, 0],
    [h, v - 1],
  ] as const;
  // A deck that is scrolled shows several slides at once.
  if (deck.getViewportElement()?.classList.contains('reveal-scroll')) return [document];
  return near.map(([x, y]) => deck.getSlide(x, y)).filter((slide) => slide instanceof Element);
}

/** Draws what is not drawn yet, one after the other. Tells how many were. */
async function drawWithin(places: readonly ParentNode[]): Promise<number> {
  const found = places.flatMap((place) => [...place.querySelectorAll<HTMLElement>(TO_DRAW)]);
  // The same element may stand in two of the places.
  const elements = [...new Set(found)];
  for (const element of elements) element.setAttribute(DRAWN, 'true');
  for (const element of elements) await draw(element);
  return elements.length;
}

async function draw(element: HTMLElement): Promise<void> {
  const isOnDark = isDark(element);
  mermaid.initialize({ startOnLoad: false, theme: isOnDark ? 'dark' : 'default' });
  // On paper it has to bring its ground along.
  element.classList.toggle('mermaid-dark', isOnDark);
  const id = `mermaid-${Math.random().toString(36).slice(2)}`;
  const code = element.textContent?.trim() ?? '';
  try {
    // Drawn beside the slides: in one that is hidden, or made small to fit, letters would have other widths.
    const { svg, bindFunctions } = await mermaid.render(id, code);
    element.innerHTML = svg;
    bindFunctions?.(element);
  } catch (error) {
    // The text of the diagram stays; mermaid leaves a picture of the mistake behind.
    document.getElementById(`d${id}`)?.remove();
    console.warn(`A diagram can't be drawn: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether letters stand out from a dark ground: those of the slide are light then. */
function isDark(element: HTMLElement): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(Number);
  return (red * 299 + green * 587 + blue * 114) / 1000 > 128;
}

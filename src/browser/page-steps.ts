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

/** The global that the script defines. */
export interface PageSteps {
  elements(): readonly SlideElement[];
  list(): readonly ShownSlide[];
  show(step: Step): Promise<void>;
  untilReady(): Promise<void>;
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
export const stepsScript = `globalThis.deckSteps = ${writeFunctions({ elements, list, show, untilReady } satisfies PageSteps)};`;

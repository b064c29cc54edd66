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

/** The global that the script defines. */
export interface PageSteps {
  list(): readonly ShownSlide[];
  show(step: Step): Promise<void>;
  untilReady(): Promise<void>;
}

declare const deckSteps: PageSteps;
declare const Reveal: RevealApi;

/** Lists the slides in the order of presentation. */
function list(): readonly ShownSlide[] {
  return Reveal.getSlides().map((slide) => {
    const { h, v } = Reveal.getIndices(slide);
    const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')];
    return {
      h,
      // Undefined for a slide that is in no stack, whatever its type says.
      v: v || 0,
      isInStack: slide.parentElement?.tagName === 'SECTION',
      id: slide.id,
      heading: slide.querySelector('h1, h2, h3, h4, h5, h6')?.textContent.trim().replace(/\s+/g, ' ') ?? '',
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
export const stepsScript = `globalThis.deckSteps = ${writeFunctions({ list, show, untilReady } satisfies PageSteps)};`;

/** Small parts of the client, each loaded as soon as a deck needs it. */
import type { RevealApi } from 'reveal.js';
import { isPrintView } from './print.ts';

interface Part {
  isNeeded(deck: RevealApi): boolean;
  load(): Promise<{ setup(deck: RevealApi): void }>;
}

const parts: readonly Part[] = [
  { isNeeded: isPrintView, load: () => import('./parts/print-pages.ts') },
  {
    isNeeded: (deck) => Boolean(deck.getConfig().showNotes) && !isPrintView(),
    load: () => import('./parts/step-notes.ts'),
  },
  {
    isNeeded: () => document.querySelectorAll('[data-background-video]').length > 1,
    load: () => import('./parts/background-videos.ts'),
  },
  {
    isNeeded: () => document.querySelector('.slides :is(img, video, .r-fit-text)') !== null,
    load: () => import('./parts/late-layout.ts'),
  },
];

/** Creates a function that loads the parts that a deck needs by now, each only once. */
export function resolveParts(deck: RevealApi): () => Promise<unknown> {
  const waiting = new Set(parts);
  return () => {
    const needed = [...waiting].filter((part) => part.isNeeded(deck));
    for (const part of needed) waiting.delete(part);
    return Promise.all(needed.map(async (part) => (await part.load()).setup(deck)));
  };
}

/** Starts reveal.js once, for calls of the page itself and of authors' scripts. */
import type { RevealApi, RevealConfig, RevealPlugin, RevealPluginFactory } from 'reveal.js';
import { withReducedMotion } from './reduced-motion.ts';
import { loadImagesAhead } from './lazy-images.ts';
import { resolveParts } from './parts.ts';
import { isPrintView } from './print.ts';
import { takeOverScrolling } from './scroll-view.ts';
import { readSettings } from './settings.ts';
import { isReceiver } from './speaker-windows.ts';

const KEY_T = 84;

/** A plugin of reveal.js, or a function that creates one. */
export type Plugin = RevealPlugin | RevealPluginFactory;

/** The settings with which a page starts its deck. */
export interface DeckStart {
  readonly options: RevealConfig;
  readonly plugins: readonly Plugin[];
  /** Awaited in the print view, before reveal.js measures the slides. */
  readonly prepare: () => Promise<unknown>;
}

/**
 * Replaces `initialize`, so that a call of the author adds to the call of the page, before or after it: reveal.js
 * throws an error on a second call.
 * @returns the call of the page
 */
export function takeOverInitialize(deck: RevealApi): (start: DeckStart) => Promise<RevealApi> {
  const initialize = deck.initialize.bind(deck);
  let settle: (deck: RevealApi) => void;
  const ready = new Promise<RevealApi>((resolve) => (settle = resolve));
  let asked: RevealConfig = {};
  deck.initialize = (options = {}) => {
    asked = { ...asked, ...options, plugins: [...(asked.plugins ?? []), ...(options.plugins ?? [])] };
    return ready;
  };
  return ({ options, plugins, prepare }) => {
    const accessibility = import('./accessibility.ts');
    const reading = readSettings().readsOnPhones ? import('./parts/read-view.ts') : undefined;
    takeOverScrolling(deck);
    const loadParts = resolveParts(deck);
    const measure: RevealPlugin = {
      id: 'deck-measure',
      init: async () => {
        (await reading)?.prepare(deck);
        await beforeStart(deck, prepare, loadParts);
      },
    };
    loadImagesAhead(deck);
    // The first plugin with an id wins, so those of the author come before the built-in ones.
    const all = [measure, ...(asked.plugins ?? []), ...plugins];
    const wanted = withReducedMotion({ ...options, ...asked });
    // Narrow screens have the page to read instead of the scroll view.
    if (reading) wanted.scrollActivationWidth = 0;
    void initialize({ ...wanted, plugins: all as RevealPlugin[] }).then(() => settle(deck));
    // reveal.js has defined the functions of the deck by now, including its own `initialize`.
    deck.initialize = (more = {}) => {
      configure(deck, more);
      return ready;
    };
    return ready.then(async () => {
      (await reading)?.setup(deck);
      endFirstPaint();
      const { makeAccessible } = await accessibility;
      makeAccessible(deck);
      if (!isPrintView() && !isReceiver()) addSlideGrid(deck);
      void loadParts();
      // Scripts and edits may need more parts.
      deck.on('sync', loadParts);
      return deck;
    });
  };
}

/** Runs as a plugin, which reveal.js waits for, while scripts that follow can already use the deck. */
async function beforeStart(
  deck: RevealApi,
  prepare: () => Promise<unknown>,
  loadParts: () => Promise<unknown>,
): Promise<void> {
  // The speaker view shows slides and fragments, whatever the view of the deck (hakimel/reveal.js #3792).
  if (isReceiver()) deck.configure({ view: null });
  if (isPrintView() || isScrolled(deck)) endFirstPaint();
  if (!isPrintView()) return;
  await loadParts();
  await prepare();
  const { untilMeasurable } = await import('./parts/until-measurable.ts');
  await untilMeasurable();
}

/** Ends the critical CSS of the first slide; views other than the default one measure without it. */
function endFirstPaint(): void {
  document.body.classList.remove('deck-waiting');
}

/** Whether reveal.js is about to use the scroll view, as it does on phones. */
function isScrolled(deck: RevealApi): boolean {
  const { view, scrollActivationWidth } = deck.getConfig();
  return Boolean(view) || window.innerWidth <= (scrollActivationWidth || 0) * 1.1;
}

/** Adds the key that opens the grid of all slides. */
function addSlideGrid(deck: RevealApi): void {
  deck.addKeyBinding(
    { keyCode: KEY_T, key: 'T', description: 'All slides' },
    () => void import('./parts/slide-grid.ts').then(({ openSlideGrid }) => openSlideGrid(deck)),
  );
}

function configure(deck: RevealApi, { plugins = [], ...options }: RevealConfig): void {
  for (const plugin of plugins) deck.registerPlugin(plugin as RevealPlugin);
  deck.configure(withReducedMotion(options));
}

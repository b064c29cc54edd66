/** Starts reveal.js once, whoever asks for it: the page itself, or a script of the author. */
import type { RevealApi, RevealConfig, RevealPlugin, RevealPluginFactory } from 'reveal.js';
import { calmOptions } from './calm.ts';
import { loadImagesAhead } from './images.ts';
import { partsOf } from './parts.ts';
import { isPrintView, whenMeasurable } from './print.ts';
import { takeOverScrolling } from './scroll-view.ts';
import { isReceiver } from './speaker-windows.ts';

/** A plugin as reveal.js takes it. */
export type Plugin = RevealPlugin | RevealPluginFactory;

/** What a page starts its deck with. */
export interface DeckStart {
  readonly options: RevealConfig;
  readonly plugins: readonly Plugin[];
  /** Waited for in the print view, before reveal.js measures the slides. */
  readonly prepare: () => Promise<unknown>;
}

/**
 * Takes `initialize` over, so that an author's own call adds to ours, before it or after it. reveal.js throws an error
 * for a second one.
 * @returns our own call
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
    takeOverScrolling(deck);
    const loadParts = partsOf(deck);
    const measure: RevealPlugin = { id: 'deck-measure', init: () => beforeStart(deck, prepare, loadParts) };
    loadImagesAhead(deck);
    // The first of one id counts, and an author's own says what ours could not know.
    const all = [measure, ...(asked.plugins ?? []), ...plugins];
    const wanted = calmOptions({ ...options, ...asked });
    void initialize({ ...wanted, plugins: all as RevealPlugin[] }).then(() => settle(deck));
    // reveal.js has put the functions of the deck in place by now, its own `initialize` among them.
    deck.initialize = (more = {}) => {
      configure(deck, more);
      return ready;
    };
    return ready.then(async () => {
      endFirstPaint();
      const { makeAccessible } = await accessibility;
      makeAccessible(deck);
      void loadParts();
      // Scripts, and authors who write, may ask for more.
      deck.on('sync', loadParts);
      return deck;
    });
  };
}

/** reveal.js waits for a plugin that says so, while scripts behind it find the deck already. */
async function beforeStart(
  deck: RevealApi,
  prepare: () => Promise<unknown>,
  loadParts: () => Promise<unknown>,
): Promise<void> {
  // The speaker sees slides and their steps, whatever the room sees (hakimel/reveal.js #3792).
  if (isReceiver()) deck.configure({ view: null });
  if (isPrintView() || isScrolled(deck)) endFirstPaint();
  if (!isPrintView()) return;
  await loadParts();
  await prepare();
  await whenMeasurable();
}

/** Ends the rules that the page carries for its first slide; other views than the usual one measure without them. */
function endFirstPaint(): void {
  document.body.classList.remove('deck-waiting');
}

/** Whether reveal.js is about to make a page to be scrolled of the deck, as it does on phones. */
function isScrolled(deck: RevealApi): boolean {
  const { view, scrollActivationWidth } = deck.getConfig();
  return Boolean(view) || window.innerWidth <= (scrollActivationWidth || 0) * 1.1;
}

function configure(deck: RevealApi, { plugins = [], ...options }: RevealConfig): void {
  for (const plugin of plugins) deck.registerPlugin(plugin as RevealPlugin);
  deck.configure(calmOptions(options));
}

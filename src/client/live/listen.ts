/**
 * Follows the dev server: patches the open deck, requests all of it when in doubt, and reloads the page as a last
 * resort.
 */
import type { RevealApi } from 'reveal.js';
import type { FeatureLoaders } from '../features.ts';
import { isPrintView } from '../print.ts';
import type { DeckPatch, DeckProblem, LiveDeck, LiveEvents, OpenPage } from '../protocol.ts';
import { isReceiver, updateSpeaker } from '../speaker-windows.ts';
import { bindEditor } from './editor.ts';
import { refreshFiles } from './files.ts';
import { bindFindings } from './findings.ts';
import { DeckMeasurer } from './measure-deck.ts';
import { closeOverlay, showOverlay } from './overlay.ts';
import { patchPage } from './patch-page.ts';
import { patchDeck, type Sections, sectionsIn } from './patch-deck.ts';
import { reloadAtPosition, restorePosition } from './reload.ts';

/** Listens for as long as the page is open. Vite removes all of this from a build. */
export function listenForChanges(deck: RevealApi, live: LiveDeck, loaders: FeatureLoaders): void {
  if (!import.meta.hot) return;
  const hot = import.meta.hot;
  const send: SendToServer = (event: string, data) => hot.send(event, data);
  const page = new LivePage(deck, live, loaders, send);
  const listen = <E extends keyof LiveEvents>(event: E, react: (data: LiveEvents[E]) => unknown): void =>
    hot.on(event, (data: LiveEvents[E]) => {
      if (!('outputPath' in data) || data.outputPath === live.outputPath) page.enqueue(() => react(data));
    });
  listen('deckwright:patch', (patch) => page.patch(patch));
  listen('deckwright:reload', () => reloadAtPosition(deck));
  const showProblem = (problem: DeckProblem): void => showOverlay(problem, live.base);
  listen('deckwright:problem', showProblem);
  listen('deckwright:files', ({ addresses }) => page.refresh(addresses));
  listen('deckwright:navigate', ({ address }) => {
    if (address !== location.pathname) location.assign(address);
  });
  // Nothing is shown over the decks inside the speaker view, and over pages for print.
  const hasFindings = !isReceiver() && !isPrintView();
  let showFindings: ReturnType<typeof bindFindings> | undefined;
  listen('deckwright:findings', (found) => showFindings?.(found));
  page.enqueue(() => {
    restorePosition(deck);
    bindEditor(deck, live.base, () => page, showProblem);
    if (!hasFindings) return;
    showFindings = bindFindings({ deck, base: live.base, showProblem });
    // Stylesheets that Vite has replaced.
    hot.on('vite:afterUpdate', page.measure(live.minFont));
  });
  send('deckwright:open', { outputPath: live.outputPath, revision: live.revision });
}

/** Sends an event to the server. */
type SendToServer = <E extends 'deckwright:open' | 'deckwright:measured'>(
  event: E,
  data: LiveEvents[E],
) => void;

/** The state of the deck on this page. */
class LivePage {
  readonly root: string;
  sections: Sections;
  slideLines: LiveDeck['slideLines'];
  readonly #deck: RevealApi;
  readonly #loaders: FeatureLoaders;
  readonly #send: SendToServer;
  readonly #outputPath: string;
  #revision: string;
  #measurer: DeckMeasurer | undefined;
  /** Changes are applied one after the other, the first one after reveal.js has started. */
  #queue: Promise<unknown>;

  constructor(deck: RevealApi, live: LiveDeck, loaders: FeatureLoaders, send: SendToServer) {
    ({
      root: this.root,
      slideLines: this.slideLines,
      outputPath: this.#outputPath,
      revision: this.#revision,
    } = live);
    this.#deck = deck;
    this.#loaders = loaders;
    this.#send = send;
    this.sections = sectionsIn(document.querySelector('.reveal .slides'));
    this.#queue = deck.isReady() ? Promise.resolve() : new Promise((resolve) => deck.on('ready', resolve));
  }

  enqueue(work: () => unknown): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => console.error(error));
  }

  /** Measures the slides from now on. The result measures all of them again. */
  measure(minFont: number): () => void {
    const measurer = new DeckMeasurer(this.#deck, minFont, (slides, isComplete) =>
      this.#send('deckwright:measured', { ...this.#state(), slides, isComplete }),
    );
    this.#measurer = measurer;
    measurer.start();
    return () => measurer.changedAll();
  }

  /** Reloads changed files. */
  async refresh(addresses: readonly string[]): Promise<void> {
    if (!(await refreshFiles(this.#deck, addresses))) return reloadAtPosition(this.#deck);
    this.#measurer?.changedAll();
  }

  async patch(patch: DeckPatch): Promise<void> {
    closeOverlay();
    if (patch.to === this.#revision) return void (this.slideLines = patch.slideLines);
    if (patch.from !== undefined && patch.from !== this.#revision) return this.#requestFullPatch();
    // In these views slides are elsewhere in the page, and some are missing.
    if (isPrintView() || isScrolled()) return reloadAtPosition(this.#deck);
    try {
      await this.#apply(patch);
    } catch (error) {
      console.warn('A change could not be applied to the open deck.', error);
      if (patch.from === undefined) reloadAtPosition(this.#deck);
      else this.#requestFullPatch(true);
    }
  }

  async #apply(patch: DeckPatch): Promise<void> {
    const deck = this.#deck;
    if (patch.page && !(await patchPage(deck, patch.page, this.#loaders))) return reloadAtPosition(deck);
    document.title = patch.title;
    const { sections, changed } = patchDeck(deck, this.sections, patch);
    this.sections = sections;
    this.slideLines = patch.slideLines;
    this.#revision = patch.to;
    this.#measurer?.replaced(changed);
    if (patch.page) this.#measurer?.changedAll();
    const [first] = changed;
    if (patch.navigates && first) {
      const { h, v } = deck.getIndices(first);
      deck.slide(h, v);
    }
    updateSpeaker(deck);
  }

  /** Requests a new patch, because the page differs from what the server expects. */
  #requestFullPatch(needsFullPatch = false): void {
    this.#send('deckwright:open', { ...this.#state(), needsFullPatch });
  }

  readonly #state = (): OpenPage => ({ outputPath: this.#outputPath, revision: this.#revision });
}

/** Whether the deck is in the scroll view, as on phones. */
const isScrolled = (): boolean => document.querySelector('.reveal-viewport.reveal-scroll') !== null;

/** Follows the dev server: patches the open deck, or loads the page again where a patch does not fit. */
import type { RevealApi } from 'reveal.js';
import { patchDeck } from './patch.ts';
import type { DeckProblem, LiveDeck, LiveEvents } from './protocol.ts';

/** Listens for as long as the page is open. Vite takes all of this out of a build. */
export function listenForChanges(deck: RevealApi, live: LiveDeck): void {
  if (!import.meta.hot) return;
  const hot = import.meta.hot;
  let { revision } = live;
  const listen = <E extends keyof LiveEvents>(event: E, react: (data: LiveEvents[E]) => void): void =>
    hot.on(event, (data: LiveEvents[E]) => {
      if (data.outputPath === live.outputPath) react(data);
    });
  listen('deckwright:patch', (patch) => {
    closeOverlay();
    if (patch.to === revision) return;
    if (patch.from !== revision) window.location.reload();
    else {
      patchDeck(deck, patch);
      revision = patch.to;
    }
  });
  listen('deckwright:reload', () => window.location.reload());
  listen('deckwright:problem', showOverlay);
  hot.send('deckwright:open', live);
}

const OVERLAY = 'vite-error-overlay';

/** Vite's own overlay, which its client defines. */
function showOverlay({ message, frame, place }: DeckProblem): void {
  closeOverlay();
  const Overlay = customElements.get(OVERLAY);
  if (Overlay) document.body.append(new Overlay({ message, frame, loc: undefined, id: place, stack: '' }));
}

function closeOverlay(): void {
  document.querySelector(OVERLAY)?.remove();
}

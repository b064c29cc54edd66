/** A mistake of the author, over the last good deck. The overlay is Vite's own, which its client defines. */
import type { DeckProblem } from '../protocol.ts';

const OVERLAY = 'vite-error-overlay';

/** Shows a mistake. */
export function showOverlay({ message, frame, place }: DeckProblem): void {
  closeOverlay();
  const Overlay = customElements.get(OVERLAY);
  if (Overlay) document.body.append(new Overlay({ message, frame, loc: place, stack: '' }));
}

/** Takes it away when it is mended. */
export function closeOverlay(): void {
  document.querySelector(OVERLAY)?.remove();
}

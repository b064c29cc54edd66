/** The error overlay: at the bottom of the last good deck, so that the slide stays visible and usable. */
import type { DeckProblem } from '../protocol.ts';
import { openEditor } from './editor.ts';
import { createElement, createHost, createPositionButton } from './elements.ts';

const OVERLAY = 'deckwright-problem';

const STYLE = `
:host { position: fixed; inset: auto 0 0; z-index: 1000; display: flex; justify-content: center; pointer-events: none; }
article { pointer-events: auto; box-sizing: border-box; width: min(60rem, 100% - 1.5rem); max-height: 60vh; margin: 0 0 .75rem; padding: 1rem 1.25rem; overflow: auto; border-left: .3rem solid #ff8a80; border-radius: .5rem; background: #1d2027f2; color: #eceef3; box-shadow: 0 .5rem 2rem #0009; font: 1rem/1.45 system-ui, sans-serif; text-align: left; }
header { display: flex; gap: .75rem; align-items: baseline; }
h2 { flex: 1; margin: 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
code { color: #ff8a80; font-size: .875rem; }
button { font: inherit; border: 0; background: none; color: inherit; cursor: pointer; }
.position { padding: 0; color: #8ab8ff; text-decoration: underline; overflow-wrap: anywhere; text-align: left; }
.close { padding: 0 .4rem; font-size: 1.25rem; line-height: 1; }
p { margin: .5rem 0 0; }
pre { margin: .6rem 0; padding: .6rem .8rem; overflow-x: auto; border-radius: .35rem; background: #0006; font: .875rem/1.45 ui-monospace, monospace; }
.more { color: #a4a9b6; }
:focus-visible { outline: 2px solid #8ab8ff; outline-offset: 2px; }
`;

/** Shows a problem. `base` is the base path of the server, which opens the editor. */
export function showOverlay(problem: DeckProblem, base: string): void {
  closeOverlay();
  const { host, shadow } = createHost(OVERLAY, STYLE);
  host.setAttribute('role', 'alert');
  shadow.append(writeProblem(problem, base));
  document.body.append(host);
}

/** Removes the overlay, once the problem is fixed. */
export function closeOverlay(): void {
  document.querySelector(OVERLAY)?.remove();
}

function writeProblem(
  { code, message, hint, frame, position, more }: DeckProblem,
  base: string,
): HTMLElement {
  const article = createElement('article', '');
  const close = createElement('button', 'close', '×');
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', closeOverlay);
  const header = createElement('header', '');
  header.append(createElement('h2', '', message), createElement('code', '', code), close);
  article.append(header);
  if (position)
    article.append(
      createPositionButton(
        position,
        () => void openEditor(base, position, (other) => showOverlay(other, base)),
      ),
    );
  if (frame !== '') article.append(createElement('pre', '', frame));
  article.append(createElement('p', '', hint));
  if (more > 0)
    article.append(createElement('p', 'more', `${more} more errors: see the terminal or ${base}__decks/`));
  return article;
}

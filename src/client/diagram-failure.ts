/** Shows what a diagram with a mistake says, and to its author what is wrong with it. */
import { readSettings } from './settings.ts';

/** A diagram that could not be drawn. */
export interface DiagramFailure {
  readonly code: string;
  readonly message: string;
  /** Whether diagrams have the look of the deck; in other themes, a reader sees the text as it is. */
  readonly isDeckLook: boolean;
}

/** Replaces the text of a diagram with the message, on the dev server, and with its code. */
export function showFailure(element: HTMLElement, { code, message, isDeckLook }: DiagramFailure): void {
  const isLive = readSettings().live !== undefined;
  if (!isLive && !isDeckLook) return;
  const source = document.createElement('pre');
  source.append(Object.assign(document.createElement('code'), { textContent: code }));
  const reason = Object.assign(document.createElement('pre'), {
    className: 'diagram-message',
    textContent: message,
  });
  // Its last line lists all words that mermaid expected.
  reason.style.whiteSpace = 'pre-wrap';
  element.replaceChildren(...(isLive ? [reason] : []), source);
}

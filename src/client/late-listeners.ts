/**
 * reveal.js fires `ready` once, a millisecond after it starts. A script of the author may run later, when the browser
 * pauses between two scripts; its listener is called all the same.
 */
import type { RevealApi } from 'reveal.js';

type Listener = (event: Event) => void;

/** Wraps both methods that add listeners. Call it after reveal.js has defined its functions. */
export function notifyLateListeners(deck: RevealApi): void {
  let ready: Event | undefined;
  deck.on('ready', (event) => (ready = event));
  for (const name of ['on', 'addEventListener'] as const) {
    const add = deck[name].bind(deck) as (type: string, listener: Listener, options?: unknown) => void;
    const listen = (type: string, listener: Listener, options?: unknown): void => {
      add(type, listener, options);
      const event = ready;
      if (type === 'ready' && event) setTimeout(() => listener.call(deck, event));
    };
    Object.assign(deck, { [name]: listen });
  }
}

/**
 * reveal.js says once that it is ready, a millisecond after it starts. A script of the author may be read later than
 * that, when the browser takes a break between two scripts; it hears of it all the same.
 */
import type { RevealApi } from 'reveal.js';

type Listener = (event: Event) => void;

/** Takes both ways over by which scripts listen. To be called when reveal.js has put its functions in place. */
export function tellLateListeners(deck: RevealApi): void {
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

/** The pages that are open in browsers, and the decks that they show. */
import type { WebSocketClient, WebSocketServer } from 'vite';
import type { LiveEvents, OpenPage } from '../client/protocol.ts';

/** Sends an event to pages. */
export type Send = <E extends keyof LiveEvents>(event: E, data: LiveEvents[E]) => void;

/** The open pages. A page that is closed is no longer a client of the server. */
export class OpenPages {
  readonly #server: Pick<WebSocketServer, 'clients'>;
  /** The output paths of the decks that pages show. */
  readonly #decks = new WeakMap<WebSocketClient, string>();

  constructor(server: Pick<WebSocketServer, 'clients'>) {
    this.#server = server;
  }

  /** Adds a page; the result sends to this page only. */
  opened({ outputPath }: OpenPage, client: WebSocketClient): Send {
    this.#decks.set(client, outputPath);
    return (event, data) => client.send(event, data);
  }

  /** Whether a page shows a deck. */
  shows(outputPath: string): boolean {
    return this.#clients(outputPath).length > 0;
  }

  /** Whether a page shows any deck. */
  hasAny(): boolean {
    return [...this.#server.clients].some((client) => this.#decks.has(client));
  }

  /** Sends an event to all pages that show its deck; events of no deck go to all pages. */
  readonly send: Send = (event, data) => {
    const clients = 'outputPath' in data ? this.#clients(data.outputPath) : this.#server.clients;
    for (const client of clients) client.send(event, data);
  };

  #clients(outputPath: string): readonly WebSocketClient[] {
    return [...this.#server.clients].filter((client) => this.#decks.get(client) === outputPath);
  }
}

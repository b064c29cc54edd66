/** What a page and the dev server say to the client. The only file of the client that the rest of the house knows. */

/** The JSON that stands in the page: what the client starts with. */
export interface DeckSettings {
  /** Options for `Reveal.initialize`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Parts of the client that this deck needs. */
  readonly features: readonly string[];
  /** Whether the classic script starts the deck, because no plugin of the author has to come before. */
  readonly startsItself?: boolean;
  /** Where the worker is that keeps the deck without a network. */
  readonly offlineWorker?: string;
  /** Only in the dev server: which deck this page shows, and in which state. */
  readonly live?: LiveDeck;
}

/** A deck as an open page has it. */
export interface LiveDeck {
  readonly outputPath: string;
  /** Changes whenever the deck does. */
  readonly revision: string;
}

/** The id of the element that holds the settings. */
export const SETTINGS_ID = 'deck-settings';

/** The event of a page to be printed, when nothing will change the height of its slides any more. */
export const PREPARED_EVENT = 'deckwright:prepared';

/** The events of the dev server's socket, and what comes with each. */
export interface LiveEvents {
  /** From the page, when it is there: which deck it shows. */
  'deckwright:open': LiveDeck;
  /** From the server: the deck is as the patch says. */
  'deckwright:patch': DeckPatch;
  /** From the server: the deck has changed in a way that only loading it again can show. */
  'deckwright:reload': { readonly outputPath: string };
  /** From the server: the deck can't be rendered, so the last good one stays. */
  'deckwright:problem': DeckProblem;
}

/** The event after every change, for pages of the dev server that are no deck: they load themselves again. */
export const CHANGED_EVENT = 'deckwright:changed';

/** What a change means to an open page. */
export interface DeckPatch {
  readonly outputPath: string;
  /** The revision that the patch starts from; a page in any other state loads itself again. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** The top-level sections: the number of one that the page has already, or the HTML of a new one. */
  readonly sections: readonly (number | string)[];
  /** Those that the page has and that are not among them: their numbers, and what they were made from. */
  readonly gone: readonly (readonly [place: number, html: string])[];
}

/** A mistake of the author, for the overlay. */
export interface DeckProblem {
  readonly outputPath: string;
  readonly message: string;
  readonly frame: string;
  /** Absolute, with line and column behind it: a click opens the editor there. */
  readonly place: string;
}

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
  /** The base path of the server. */
  readonly base: string;
  /** The folder of the site, absolute. */
  readonly root: string;
  readonly places: readonly PagePlaces[];
}

/** Where slides are written: those of sections that follow one another in one file. */
export interface PagePlaces {
  /** Below the folder of the site. */
  readonly file: string;
  /** The lines of the slides of each section, counted from 1. */
  readonly lines: readonly (readonly number[])[];
}

/** The id of the element that holds the settings. */
export const SETTINGS_ID = 'deck-settings';

/** The event of a page to be printed, when nothing will change the height of its slides any more. */
export const PREPARED_EVENT = 'deckwright:prepared';

/** The events of the dev server's socket, and what comes with each. */
export interface LiveEvents {
  /** From the page, when it is there or in doubt: which deck it shows, and in which state. */
  'deckwright:open': OpenPage;
  /** From the server: the deck is as the patch says. */
  'deckwright:patch': DeckPatch;
  /** From the server: the deck is gone, or has changed in a way that only loading it again can show. */
  'deckwright:reload': { readonly outputPath: string };
  /** From the server: the deck can't be rendered, so the last good one stays. */
  'deckwright:problem': DeckProblem;
  /** From the server: files that any page may show have changed; their paths from the root of the server. */
  'deckwright:files': { readonly addresses: readonly string[] };
  /** From the server, under `--navigateToChanged`: the deck that its author is writing. */
  'deckwright:navigate': { readonly address: string };
}

/** What a page says of itself. */
export interface OpenPage extends Pick<LiveDeck, 'outputPath' | 'revision'> {
  /** Whether a patch has failed, so that nothing is known of its slides. */
  readonly isInDoubt?: boolean;
}

/** The event after every change, for pages of the dev server that are no deck: they load themselves again. */
export const CHANGED_EVENT = 'deckwright:changed';

/** From such a page, when it is there: how many changes it knows of. */
export const LOOK_EVENT = 'deckwright:look';

/** What becomes of the sections of a deck. */
export interface SectionPatch {
  /** How many there are before; `undefined` where all of them are new. */
  readonly count: number | undefined;
  /** The top-level sections: the number of one that the page has already, or the HTML of a new one. */
  readonly sections: readonly (number | string)[];
  /** Those that the page has and that are not among them: their numbers, and what they were made from. */
  readonly gone: readonly (readonly [place: number, html: string])[];
}

/** What a change means to an open page. */
export interface DeckPatch extends SectionPatch {
  readonly outputPath: string;
  /** The revision that the patch starts from; `undefined` where it brings all of the deck, whatever was there. */
  readonly from: string | undefined;
  readonly to: string;
  readonly title: string;
  /** What stands around the slides, where that has changed. */
  readonly page?: PagePatch;
  readonly places: readonly PagePlaces[];
  /** Whether the page goes to the first slide that has changed. */
  readonly navigates?: boolean;
}

/** A page without its title and its sections, before a change and after it. */
export interface PagePatch {
  readonly was: string;
  readonly next: string;
}

/** A mistake of the author, for the overlay. */
export interface DeckProblem {
  readonly outputPath: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The lines around it; empty where there are none. */
  readonly frame: string;
  /** Where it is: a click opens the editor there. `undefined` where no file is at fault. */
  readonly place: FilePlace | undefined;
  /** How many others there are. */
  readonly more: number;
}

/** A place in a file. */
export interface FilePlace {
  /** Absolute. */
  readonly file: string;
  /** As its author knows it, below the folder of the site. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** What the list of the decks is searched in: the titles of decks, their slides, and the index of the slides' numbers. */
export interface SearchData {
  readonly decks: readonly (readonly [title: string, address: string])[];
  readonly slides: readonly SearchedSlide[];
  /** As minisearch writes it. */
  readonly index: unknown;
}

/** A slide as it is found: the number of its deck, its place behind the address of the deck, its words. */
export type SearchedSlide = readonly [deck: number, place: string, heading: string, text: string];

/** What a search looks at; a word in the first counts most. */
export const SEARCH_FIELDS = ['heading', 'deck', 'text'] as const;

/** Words count the same with and without accents, in small letters and large ones. */
export function searchTerm(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
}

/** Where a data file that is a script leaves what it brings: opened from a folder, browsers read no other file. */
export const SEARCH_GLOBAL = 'deckwrightSearch';

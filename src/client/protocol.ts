/**
 * The data that pages and the dev server send to the client, and the other way round. Of the client, other rooms import
 * this file and those of `measure/` only.
 */
import type { NamedMeasure } from './measure/types.ts';

/** The JSON in the page with which the client starts. */
export interface DeckSettings {
  /** Options for `Reveal.initialize`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Names of the features that this deck needs. */
  readonly features: readonly string[];
  /** Whether the classic script starts the deck, because no plugin of the author has to run before. */
  readonly startsItself?: boolean;
  /** Whether the deck is a page to read on a phone held upright. */
  readonly readsOnPhones?: boolean;
  /** Address of the service worker for offline use. */
  readonly offlineWorker?: string;
  /** The deck that this page shows, and its state; only in the dev server. */
  readonly live?: LiveDeck;
}

/** The state of a deck on an open page. */
export interface LiveDeck {
  readonly outputPath: string;
  /** Changes with every change of the deck. */
  readonly revision: string;
  /** The base path of the server. */
  readonly base: string;
  /** The site folder, absolute. */
  readonly root: string;
  readonly slideLines: readonly SlideLines[];
  /** The size below which text is too small, in pixels at the size of the deck. */
  readonly minFont: number;
}

/** The lines of slides in one file, for consecutive sections. */
export interface SlideLines {
  /** Relative to the site folder. */
  readonly file: string;
  /** The lines of the slides of each section, starting at 1. */
  readonly lines: readonly (readonly number[])[];
}

/** The id of the element that holds the settings. */
export const SETTINGS_ID = 'deck-settings';

/** The event of the print view after which the height of its slides no longer changes. */
export const PREPARED_EVENT = 'deckwright:prepared';

/** The events of the dev server's socket, with their data. */
export interface LiveEvents {
  /** From the page, when it is loaded or a patch failed: the deck that it shows, and its state. */
  'deckwright:open': OpenPage;
  /** From the page: what it has measured on its slides so far. */
  'deckwright:measured': MeasuredDeck;
  /** From the server: the deck has changed. */
  'deckwright:patch': DeckPatch;
  /** From the server: the deck was removed, or has changed in a way that needs a reload. */
  'deckwright:reload': { readonly outputPath: string };
  /** From the server: the deck has an error, so the last good version stays. */
  'deckwright:problem': DeckProblem;
  /** From the server: all that was found in the deck, also by measuring its pages. */
  'deckwright:findings': DeckFindings;
  /** From the server: files that any page may show have changed; paths from the root of the server. */
  'deckwright:files': { readonly addresses: readonly string[] };
  /** From the server, with `--navigateToChanged`: the deck that was edited. */
  'deckwright:navigate': { readonly address: string };
}

/** The state that a page sends. */
export interface OpenPage extends Pick<LiveDeck, 'outputPath' | 'revision'> {
  /** Whether a patch has failed, so that the state of the slides is unknown. */
  readonly needsFullPatch?: boolean;
}

/** What a page has measured, in pixels of the deck. */
export interface MeasuredDeck extends Pick<LiveDeck, 'outputPath' | 'revision'> {
  readonly slides: readonly MeasuredSlide[];
  /** Whether these are all slides that can be measured. */
  readonly isComplete: boolean;
}

/** What was measured on a slide; nothing if all is well. */
export interface MeasuredSlide {
  /** The horizontal and vertical index of reveal.js, from 0. */
  readonly h: number;
  readonly v: number;
  readonly measures: readonly RuleMeasure[];
}

/** What a rule has measured on a slide. */
export interface RuleMeasure extends NamedMeasure {
  /** The code of the rule. */
  readonly code: string;
}

/** Limits of what a page sends: the server refuses more. Sizes in characters. */
export const MEASURED_LIMITS = {
  slides: 3000,
  measuresPerSlide: 8,
  measures: 200,
  searches: 6,
  search: 120,
  text: 300,
} as const;

/** What was found in a deck: errors and warnings, by their slides. */
export interface DeckFindings {
  readonly outputPath: string;
  readonly findings: readonly DeckFinding[];
  /** How many others there are. */
  readonly more: number;
}

/** An error or a warning of the author. */
export interface DeckFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
  /** The position that a button opens in the editor; `undefined` without a file. */
  readonly position: FilePosition | undefined;
  /** The slide; `undefined` for what concerns the deck or the site. */
  readonly slide: FoundSlide | undefined;
}

/** A slide with a finding. */
export interface FoundSlide {
  readonly h: number;
  readonly v: number;
  /** As the address of the slide counts: `3`, or `3.2` in a stack. */
  readonly number: string;
  readonly heading: string;
}

/** The event after every change, for pages of the dev server that are not decks; they reload. */
export const CHANGED_EVENT = 'deckwright:changed';

/** The event of such a page when it is loaded, with the number of changes it knows of. */
export const CHECK_EVENT = 'deckwright:check';

/** Changes of the sections of a deck. */
export interface SectionPatch {
  /** The number of sections before; `undefined` if all of them are new. */
  readonly count: number | undefined;
  /** The top-level sections: the index of an existing one, or the HTML of a new one. */
  readonly sections: readonly (number | string)[];
  /** Existing sections that are not in `sections`: their indexes, and the HTML they were created from. */
  readonly removed: readonly (readonly [index: number, html: string])[];
}

/** A change of a deck, for an open page. */
export interface DeckPatch extends SectionPatch {
  readonly outputPath: string;
  /** The revision that the patch applies to; `undefined` if it contains the whole deck. */
  readonly from: string | undefined;
  readonly to: string;
  readonly title: string;
  /** The page around the slides, if that has changed. */
  readonly page?: PagePatch;
  readonly slideLines: readonly SlideLines[];
  /** Whether to navigate to the first changed slide. */
  readonly navigates?: boolean;
}

/** A page without its title and sections, before and after a change. */
export interface PagePatch {
  readonly was: string;
  readonly next: string;
}

/** An error of the author, for the overlay. */
export interface DeckProblem {
  readonly outputPath: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The source lines around the error; may be empty. */
  readonly frame: string;
  /** The position that a click opens in the editor; `undefined` without a file. */
  readonly position: FilePosition | undefined;
  /** The number of other errors. */
  readonly more: number;
}

/** A position in a file. */
export interface FilePosition {
  /** Absolute path. */
  readonly file: string;
  /** Path relative to the site folder, to be shown. */
  readonly path: string;
  /** Starts at 1. */
  readonly line: number;
  /** Starts at 1. */
  readonly column: number;
}

/**
 * The search data of the list of decks: titles of decks, their slides, and an index whose ids are indexes of `slides`.
 */
export interface SearchData {
  readonly decks: readonly (readonly [title: string, address: string])[];
  readonly slides: readonly SearchedSlide[];
  /** The serialized minisearch index. */
  readonly index: unknown;
}

/** A slide in the search data: the index of its deck, its hash in that deck, and its text. */
export type SearchedSlide = readonly [deck: number, hash: string, heading: string, text: string];

/** The fields that are searched; matches in the first count most. */
export const SEARCH_FIELDS = ['heading', 'deck', 'text'] as const;

/** Normalizes a word: case and accents don't matter. */
export function searchTerm(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
}

/** The global that a search data script sets: pages opened from disk can't fetch other files. */
export const SEARCH_GLOBAL = 'deckwrightSearch';

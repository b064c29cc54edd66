/** The types of exports: what is asked for, what is known of decks and slides, and what is written. */
import type { Limits } from '../browser/limits.ts';
import type { OpenBrowser } from '../browser/open-browser.ts';
import type { ShownSlide } from '../browser/page-steps.ts';
import type { DeckwrightOptions, OpenSite } from '../bundle/open-site.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { CheckedDeck } from '../measured/checked-deck.ts';
import type { RenderedDeck } from '../types.ts';

/** Options of every export. */
export interface ExportOptions extends DeckwrightOptions {
  /** Decks by address or path; the only deck of the site by default. */
  readonly decks?: readonly string[];
  /** Exports all decks of the site. */
  readonly all?: boolean;
  /** The file or folder to write; by default, one in the current folder that has the name of the deck. */
  readonly output?: string;
  /** The slides, as `parseRange` reads them: `1-5,intro`; all of them by default. */
  readonly range?: string;
  /** Exports each step of a slide, and not only the last one. */
  readonly steps?: boolean;
  /** Limits of time; those of `browser/limits.ts` by default. */
  readonly limits?: Partial<Limits>;
  /** Called when a step begins. */
  readonly onStep?: (step: string) => void;
}

/** The result of an export. */
export interface ExportResult {
  readonly files: readonly WrittenFile[];
  /** Slides that failed, and decks that could not be opened; the other ones are written. */
  readonly problems: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  readonly decks: number;
  readonly slides: number;
  readonly milliseconds: number;
}

/** A file that was written. */
export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** The Content Security Policy under which a page works. */
  readonly policy?: string;
}

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A site that is open in a browser, while its decks are exported. */
export interface ExportRun {
  readonly open: OpenSite;
  readonly browser: OpenBrowser;
  /** The URL of the site on this machine. */
  readonly url: string;
  readonly decks: readonly ExportDeck[];
  readonly options: ExportOptions;
  /** The warnings of the build. */
  readonly siteWarnings: readonly Diagnostic[];
  /** Tells the user what is done now. */
  readonly step: (step: string) => void;
}

/** A deck to export. */
export interface ExportDeck {
  /** The name in messages: `/talk/`. */
  readonly name: string;
  /** Address below the base path: `talk/`; empty for the root. */
  readonly address: string;
  /** The name of its file or folder, without an extension: `talks-boats`. */
  readonly fileName: string;
  /** Where the deck is published; `undefined` if the base URL has no host. */
  readonly publicUrl: string | undefined;
  readonly rendered: RenderedDeck;
  /** Where its slides are in the source. */
  readonly sources: CheckedDeck;
  /** The size that its options ask for; its page has the last word. */
  readonly size: Size;
}

/** A slide, as it is counted and found. */
export interface ExportSlide extends ShownSlide {
  /** As the address of the slide counts: `3`, or `3.2` in a stack. */
  readonly number: string;
  /** The place in the order of presentation, from 1. */
  readonly place: number;
}

/** What a deck says of itself in its page. */
export interface DeckFacts {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** A language tag: `en-gb`. */
  readonly language: string;
  /** The size of its slides, in pixels. */
  readonly size: Size;
}

/** What the page of a deck says of a slide. */
export interface SlideFacts {
  /** The text of its first heading; empty without one. */
  readonly heading: string;
  /** The text that a reader sees at its last step, in the order of reading, a line for each block. */
  readonly text: string;
  /** The notes of the slide, and those of its fragments in the order of their steps. */
  readonly notes: readonly StepNotes[];
  readonly links: readonly SlideLink[];
  /** `data-visibility` of reveal.js; empty for most slides. */
  readonly visibility: string;
  /** What has not arrived in time: addresses of pictures and names of other things. */
  readonly late: readonly string[];
}

/** Notes for the speaker. */
export interface StepNotes {
  /** The step to which they belong: 0 is the slide before its first fragment. */
  readonly step: number;
  /** Without scripts. */
  readonly html: string;
  readonly text: string;
}

/** A link of a slide. */
export interface SlideLink {
  readonly text: string;
  /** The address as written. */
  readonly href: string;
  /** The place in the picture of the slide, in pixels of the deck. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

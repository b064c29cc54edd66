/** The types of checks: what rules measure, and what they find. */
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { Diagnostic, SourceFile } from '../diagnostics.ts';
import type { PageEvent } from '../browser/open-deck.ts';
import type { RenderedDeck } from '../types.ts';

/** A rectangle in pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An element of a slide, described for people and for the search in its source. */
export interface Place {
  /** The tag with its id or first class: `pre.code-wrapper`. */
  readonly name: string;
  /** The beginning of its text; empty for an image. */
  readonly text: string;
  /** Texts to search in the source, the best first: addresses as written, then pieces of the text. */
  readonly searches: readonly string[];
  /** Unique in its slide: the tag names and positions of its ancestors. */
  readonly path: string;
  readonly box: Box;
}

/** What a rule has measured at an element. */
export interface Measure {
  readonly place: Place;
  /** Distinguishes several findings at one element: `bottom`. */
  readonly detail: string;
  /** Numbers and words for the message. */
  readonly values: Readonly<Record<string, number | string>>;
  /** Whether the rule could not decide. */
  readonly isUnsure?: boolean;
}

/** Options of rules. */
export interface RuleOptions {
  /** The size below which text is too small, in pixels at the size of the deck. */
  readonly minFont: number;
  readonly requireNotes: boolean;
}

/** What a rule knows of the step that it measures. */
export interface StepOptions extends RuleOptions {
  readonly isLastStep: boolean;
}

/** The message of a finding. */
export interface RuleMessage {
  readonly message: string;
  readonly hint: string;
}

/** A finding of a rule about a whole deck, or about one of its slides. */
export interface DeckFinding extends RuleMessage {
  readonly slide: CheckedSlide | undefined;
  readonly offset?: number;
  readonly source?: SourceFile;
}

/** A rule about what a slide shows: measured in the page, reported here. */
export interface PageRule {
  readonly kind: 'page';
  readonly code: DiagnosticCode;
  /** Whether it is measured at every step, or only at the last step of each slide. */
  readonly when: 'step' | 'slide';
  /** Whether a slide has one finding for each detail, whichever elements are concerned; otherwise each element has. */
  readonly isOncePerSlide?: boolean;
  /**
   * Runs in the page, as text: it uses only its argument, globals of the page, and `deckCheck`.
   */
  measure(this: void, options: StepOptions): readonly Measure[] | Promise<readonly Measure[]>;
  report(this: void, measure: Measure): RuleMessage;
}

/** A rule about what happens while a deck is open. */
export interface EventRule {
  readonly kind: 'event';
  readonly code: DiagnosticCode;
  /** Returns nothing for events that are no fault. `search` is looked up in the source. */
  report(this: void, event: PageEvent): (RuleMessage & { readonly search: string }) | undefined;
}

/** A rule about a deck that needs no page. */
export interface DeckRule {
  readonly kind: 'deck';
  readonly code: DiagnosticCode;
  inspect(this: void, deck: CheckedDeck, options: RuleOptions): readonly DeckFinding[];
}

/** A rule of `deckwright check`. */
export type CheckRule = PageRule | EventRule | DeckRule;

/** A deck to check. */
export interface CheckedDeck {
  /** Address below the base path: `talk/`; empty for the root. */
  readonly address: string;
  /** The name in messages: `/talk/`. */
  readonly name: string;
  readonly rendered: RenderedDeck;
  /** The slides that reveal.js shows, in the order of presentation. */
  readonly slides: readonly CheckedSlide[];
  /** Whether each slide has its text in a page of the author, and not in a template. */
  readonly hasSources: boolean;
  read(this: void, file: string): SourceFile;
}

/** A slide, with its text in the source. */
export interface CheckedSlide {
  readonly h: number;
  readonly v: number;
  /** As the address of the slide counts: `3`, or `3.2` in a stack. */
  readonly number: string;
  readonly id: string;
  readonly heading: string;
  readonly file: string;
  /** Offsets of its text in the file. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hasNotes: boolean;
  readonly isUncounted: boolean;
}

/** The size of a window, in pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** A finding, ready to print. */
export interface CheckFinding extends Diagnostic {
  /** The name of the deck: `/talk/`. */
  readonly deck: string;
  /** The number of the slide; empty for a whole deck. */
  readonly slide: string;
  /** The id of the slide; empty without one. */
  readonly slideId: string;
  /** The first step at which it is seen, from 1. */
  readonly step: number;
  /** The window: `1280x720`. */
  readonly viewport: string;
  /** The element: `pre.code-wrapper`. */
  readonly element: string;
  /** Path of the picture, if there is one. */
  readonly shot?: string;
  /** Recognizes the finding in a baseline. */
  readonly fingerprint: string;
}

/** The types of what is measured on slides. */

/** A rectangle in pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An element of a slide, described for people and for the search in its source. */
export interface NamedPlace {
  /** The tag with its id or first class: `pre.code-wrapper`. */
  readonly name: string;
  /** The beginning of its text; empty for an image. */
  readonly text: string;
  /** Texts to search in the source, the best first: addresses as written, then pieces of the text. */
  readonly searches: readonly string[];
  /** Unique in its slide: the tag names and positions of its ancestors. */
  readonly path: string;
}

/** An element of a slide, and where it is seen. */
export interface Place extends NamedPlace {
  readonly box: Box;
}

/** What a rule has measured, as its message needs it. */
export interface NamedMeasure {
  readonly place: NamedPlace;
  /** Distinguishes several findings at one element: `bottom`. */
  readonly detail: string;
  /** Numbers and words for the message. */
  readonly values: Readonly<Record<string, number | string>>;
}

/** What a rule has measured at an element. */
export interface Measure extends NamedMeasure {
  readonly place: Place;
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

/** A rule about what a slide shows: measured in the page, reported by the command or the server. */
export interface SlideRule<Code extends string = string> {
  readonly kind: 'page';
  readonly code: Code;
  /** Whether it is measured at every step, or only at the last step of each slide. */
  readonly when: 'step' | 'slide';
  /** Whether a slide has one finding for each detail, whichever elements are concerned; otherwise each element has. */
  readonly isOncePerSlide?: boolean;
  /**
   * Runs in the page, also sent as text: it uses only its argument, globals of the page, and `deckCheck`.
   */
  measure(this: void, options: StepOptions): readonly Measure[] | Promise<readonly Measure[]>;
  report(this: void, measure: NamedMeasure): RuleMessage;
}

/** A rule whose measure is there at once, so that the dev server's pages can use it, too. */
export interface InstantRule<Code extends string = string> extends SlideRule<Code> {
  measure(this: void, options: StepOptions): readonly Measure[];
}

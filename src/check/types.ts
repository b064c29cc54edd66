/** The types of checks: what rules measure, and what they find. */
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { SourceFile } from '../diagnostics.ts';
import type { PageEvent } from '../browser/open-deck.ts';
import type { RuleMessage, RuleOptions, SlideRule } from '../client/measure/types.ts';
import type { CheckedDeck, CheckedSlide } from '../measured/checked-deck.ts';

export type { Box, Measure, RuleMessage, RuleOptions, StepOptions } from '../client/measure/types.ts';
export type { CheckedDeck, CheckedSlide } from '../measured/checked-deck.ts';

/** A finding of a rule about a whole deck, or about one of its slides. */
export interface DeckFinding extends RuleMessage {
  readonly slide: CheckedSlide | undefined;
  readonly offset?: number;
  readonly source?: SourceFile;
}

/** A rule about what a slide shows. */
export type PageRule = SlideRule<DiagnosticCode>;

/** A rule about what happens while a deck is open. */
export interface EventRule {
  readonly kind: 'event';
  readonly code: DiagnosticCode;
  /**
   * Returns nothing for events that are no fault. `all` has the events of the deck; `search` is looked up in the source.
   */
  report(
    this: void,
    event: PageEvent,
    all: readonly PageEvent[],
  ): (RuleMessage & { readonly search: string }) | undefined;
}

/** A rule about a deck that needs no page. */
export interface DeckRule {
  readonly kind: 'deck';
  readonly code: DiagnosticCode;
  inspect(this: void, deck: CheckedDeck, options: RuleOptions): readonly DeckFinding[];
}

/** A rule of `deckwright check`. */
export type CheckRule = PageRule | EventRule | DeckRule;

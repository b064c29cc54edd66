/** Checks what the slides of decks show, without a browser. */
import type { CheckLevels } from '../check-levels.ts';
import { createDiagnostic, type Diagnostic } from '../diagnostics.ts';
import type { ReadyDeck, RenderedDeck } from '../types.ts';
import { type Anchors, listAnchors } from './anchors.ts';
import { createLocator, type ReadSource } from './locate.ts';
import type { LintedDeck, LintedSite, LintFinding } from './rule.ts';
import { lintRules } from './rules.ts';
import { createSlideReader } from './slides.ts';

/** What the rules need to know of a deck, besides what it shows. */
export type DeckContext = Pick<LintedDeck, 'named' | 'readAddress'> & {
  readonly site: LintedSite;
  readonly readSource: ReadSource;
  readonly levels: CheckLevels;
};

/** Checks decks. A section is read once. */
export interface Linter {
  /** Checks a deck; all findings are warnings. */
  check(deck: ReadyDeck, context: DeckContext): readonly Diagnostic[];
  /** Lists the places in a deck that links can lead to. */
  anchors(deck: RenderedDeck): Anchors;
}

export function createLinter(): Linter {
  const reader = createSlideReader();
  const anchors = new WeakMap<RenderedDeck, Anchors>();
  return {
    check(ready, { site, readSource, named, readAddress, levels }) {
      const rules = lintRules.filter(({ codes }) => codes.some((code) => levels[code] !== 'off'));
      if (rules.length === 0) return [];
      const { rendered } = ready;
      const { shown } = reader.read(rendered);
      const parts = [...shown, reader.readSlots(rendered.slotFacts)];
      const deck: LintedDeck = { ready, parts, named, readAddress };
      const locate = createLocator(rendered, readSource);
      return rules.flatMap(({ check }) => check(deck, site).map((finding) => createWarning(finding, locate)));
    },
    anchors(deck) {
      const known = anchors.get(deck) ?? listAnchors(deck, reader);
      anchors.set(deck, known);
      return known;
    },
  };
}

function createWarning(
  { place, ...finding }: LintFinding,
  locate: ReturnType<typeof createLocator>,
): Diagnostic {
  const location = 'slide' in place ? locate(place) : place;
  return createDiagnostic({ ...finding, severity: 'warning', ...location });
}

/** Slides without speaker notes, where they are asked for. */
import type { DeckRule } from '../types.ts';

export const notesMissing: DeckRule = {
  kind: 'deck',
  code: 'notes-missing',
  inspect: ({ slides }, { requireNotes }) =>
    slides
      // An uncounted slide is an extra, such as a title between parts.
      .filter(({ hasNotes, isUncounted }) => requireNotes && !hasNotes && !isUncounted)
      .map((slide) => ({
        slide,
        message: 'the slide has no speaker notes',
        hint: 'Write them between {{% note %}} and {{% /note %}}, or run the check without --require-notes.',
      })),
};

/** Finders that the rows of the doctor share. */
import type { SiteSurvey } from '../pipeline.ts';
import type { Feature, ReadyDeck, RenderedDeck, Section } from '../types.ts';
import { toPosition } from './position.ts';
import { type OptionalPosition, type Row, type Subject, surveyed } from './rows.ts';

/** Finds the positions of warnings with a code. */
export const warning =
  (wanted: string): Row['find'] =>
  ({ diagnostics }) =>
    diagnostics.filter(({ code, severity }) => code === wanted && severity === 'warning').map(toPosition);

/** Finds decks; the position is the start of the deck's page. */
export const deckWith =
  (isWanted: (rendered: RenderedDeck, ready: ReadyDeck) => boolean): Row['find'] =>
  ({ decks }) =>
    decks
      .filter((ready) => isWanted(ready.rendered, ready))
      .map(({ rendered: { deck } }) => ({ file: deck.head.source.path, line: 1, column: 1 }));

/** Finds calls of a shortcode that the site does not define itself. */
export const builtIn =
  (wanted: string): Row['find'] =>
  ({ survey }) =>
    survey.shortcodes.flatMap(({ name, owner, uses }) =>
      name === wanted && owner === 'built-in' ? uses : [],
    );

/** Finds the built-in shortcode of a feature and its Markdown form, if a deck uses the feature. */
export const withFeature =
  (name: Feature, kind: SiteSurvey['findings'][number]['kind']): Row['find'] =>
  (subject) =>
    subject.decks.some(({ features }) => features.includes(name))
      ? [...builtIn(name)(subject), ...surveyed(kind)(subject)]
      : [];

/** Reads the background videos of the slides of a section. */
export const videosOf = ({ facts: { own, children } }: Section): readonly string[] =>
  [own, ...children].flatMap(({ tag }) => tag.attributes['data-background-video'] || []);

/** Whether a value occurs more than once. */
export const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** Whether a deck was made from the file at a position. */
export const isCompiled = (position: OptionalPosition, { decks }: Subject): boolean =>
  decks.some(({ usedFiles }) => position !== undefined && usedFiles.includes(position.file));

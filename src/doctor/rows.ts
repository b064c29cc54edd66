/** Tables of what the doctor looks for in a site: one row each, and the tools that find their places. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Site, SiteSurvey } from '../pipeline.ts';
import type { ReadyDeck } from '../types.ts';
import type { Difference, Spot } from './examination.ts';
import { spotOf } from './spot-of.ts';

/** What the rows look at. */
export interface Subject {
  readonly site: Site;
  readonly survey: SiteSurvey;
  readonly decks: readonly ReadyDeck[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files of pages that are left out, as something fails in them. */
  readonly leftOut: readonly string[];
  /** Whether a list of the decks is written at the root. */
  readonly hasList: boolean;
}

/** One place where a row applies; `undefined` for one that is in no file. */
export type Place = Spot | undefined;

/** One thing that the doctor tells of a site. */
export interface Row {
  /** Stable, in kebab-case. */
  readonly id: string;
  readonly says: string;
  /** Where it applies in a site. */
  readonly find: (subject: Subject) => readonly Place[];
}

/** Where a diagnostic of one of these codes stands. */
export const finding =
  (...codes: readonly string[]): Row['find'] =>
  ({ diagnostics }) =>
    diagnostics.filter(({ code }) => codes.includes(code)).map(spotOf);

/** Where the survey has found such a thing. */
export const trait =
  (wanted: SiteSurvey['traits'][number]['kind']): Row['find'] =>
  ({ survey }) =>
    survey.traits.filter(({ kind }) => kind === wanted).map(({ spot }) => spot);

/** The rows that apply to a site, with the first place of each. */
export function findPlaces(rows: readonly Row[], subject: Subject): readonly Difference[] {
  return rows.flatMap(({ id, says, find }) => {
    const places = find(subject);
    return places.length === 0 ? [] : [{ id, says, count: places.length, first: places[0] }];
  });
}
